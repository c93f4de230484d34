import { parseFqdn } from "../values/fqdn";
import { checkComment } from "./partner";

/** A blocked domain with the reason beside it, on the Edge: the tenant's list holds names only. */
export class BlockedDomain {
  private constructor(
    public readonly domain: string,
    public readonly comment: string,
  ) {}

  /**
   * @param comment why it is blocked. It stands in the Terraform plan and in the runbook, so it names no person
   * @throws when the domain is no domain name, or the comment is empty or known only after apply.
   *   Source: New-CsBlockedDomain -Comment
   */
  public static of(domain: string, comment: string): BlockedDomain {
    checkComment(comment);
    return new BlockedDomain(parseFqdn("blockedDomains", domain), comment);
  }
}
