import * as errors from "../errors";
import { isEncodedText } from "../values/encoded-value";

/**
 * The decision to build on the service principals that all Microsoft 365 organizations share. Exchange Online withdraws
 * them for Exchange Web Services, in favour of an application of one's own; so somebody says why this is done still.
 */
export class SharedPrincipal {
  private constructor(
    /** Why it is accepted. */
    public readonly reason: string,
  ) {}

  /**
   * @param reason one sentence; it stands in the findings for every reader
   * @throws when it is empty, or known only after apply
   */
  public static accepted(reason: string): SharedPrincipal {
    if (isEncodedText(reason)) throw errors.knownOnlyAfterApply("reason");
    if (reason.trim() === "") throw errors.sharedPrincipalNotAccepted("reason");
    return new SharedPrincipal(reason.trim());
  }
}
