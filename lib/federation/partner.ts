import * as errors from "../errors";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";

/** How the Edge judges messages that say they come from a partner. Source: New-CsAllowedDomain -VerificationLevel. */
export enum PartnerVerification {
  /** Every message that claims to come from the partner is believed. */
  ALWAYS_VERIFIABLE = "AlwaysVerifiable",
  /** Messages get through from people who are on the recipient's contact list. */
  ALWAYS_UNVERIFIABLE = "AlwaysUnverifiable",
  /** The partner's own mark on the message decides; without a mark the message is rejected. The server's default. */
  USE_SOURCE_VERIFICATION = "UseSourceVerification",
}

/** What the Edge notes about a partner. None of it has a twin in the tenant. */
export interface PartnerOptions {
  /**
   * A note on the entry. It stands in the Terraform plan and in the runbook, so it names no person and no secret.
   * @default - not enforced
   */
  readonly comment?: string;
  /**
   * Whether Monitoring Server watches the connection; without Monitoring Server it is ignored.
   * @default - not enforced
   */
  readonly markForMonitoring?: boolean;
  /**
   * Skype for Business Server 2015 or newer; synthesis throws for Lync Server 2013.
   * @default - not enforced
   */
  readonly verificationLevel?: PartnerVerification;
}

/** A partner found by DNS about which the Edge notes something. Without notes, the name in `allowed` is enough. */
export class Partner {
  private constructor(
    public readonly domain: string,
    public readonly options: PartnerOptions,
  ) {}

  /**
   * @param domain SIP domain of the partner
   * @throws when it is no domain name, or the comment is empty or known only after apply. Source: New-CsAllowedDomain
   */
  public static of(domain: string, options: PartnerOptions = {}): Partner {
    return new Partner(parseFqdn("partners", domain), checkedOptions(options));
  }
}

/** @throws when the comment is empty or known only after apply */
export function checkedOptions(options: PartnerOptions): PartnerOptions {
  if (options.comment !== undefined) checkComment(options.comment);
  return options;
}

/** @throws when it is empty or known only after apply */
export function checkComment(comment: string): void {
  if (comment.trim() === "") throw errors.emptyText("comment");
  if (isEncodedText(comment)) throw errors.knownOnlyAfterApply("comment");
}
