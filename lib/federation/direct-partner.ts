import { parseFqdn } from "../values/fqdn";

/**
 * A partner whose Access Edge is named instead of found by DNS (direct federation). The name goes stale when the partner
 * moves, and there is no such thing in the cloud: online the partner is an allowed domain like any other.
 */
export class DirectPartner {
  private constructor(
    public readonly domain: string,
    public readonly proxyFqdn: string,
  ) {}

  /**
   * @param domain SIP domain of the partner
   * @param proxyFqdn name of the partner's Access Edge
   * @throws when one of them is not a domain name. Source: New-CsAllowedDomain -ProxyFqdn
   */
  public static of(domain: string, proxyFqdn: string): DirectPartner {
    return new DirectPartner(parseFqdn("direct", domain), parseFqdn("proxyFqdn", proxyFqdn));
  }
}
