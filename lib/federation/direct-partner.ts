import { parseFqdn } from "../values/fqdn";
import { checkedOptions, PartnerOptions } from "./partner";

/**
 * A partner whose Access Edge is named instead of found by DNS (direct federation). The name goes stale when the partner
 * moves, and there is no such thing in the cloud: online the partner is an allowed domain like any other.
 */
export class DirectPartner {
  private constructor(
    public readonly domain: string,
    public readonly proxyFqdn: string,
    public readonly options: PartnerOptions,
  ) {}

  /**
   * @param domain SIP domain of the partner
   * @param proxyFqdn name of the partner's Access Edge
   * @throws when one of them is not a domain name, or the comment is empty or known only after apply.
   *   Source: New-CsAllowedDomain -ProxyFqdn
   */
  public static of(domain: string, proxyFqdn: string, options: PartnerOptions = {}): DirectPartner {
    return new DirectPartner(parseFqdn("direct", domain), parseFqdn("proxyFqdn", proxyFqdn), checkedOptions(options));
  }
}
