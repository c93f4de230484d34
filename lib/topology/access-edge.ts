import { parseFqdn } from "../values/fqdn";
import { parseIpAddress } from "../values/ip-address";

/** The external face of an Edge pool for SIP: what partners and people outside connect to, on ports 443 and 5061. */
export class AccessEdge {
  private constructor(
    public readonly fqdn: string,
    public readonly address: string,
  ) {}

  /**
   * @param fqdn external name, usually sip.<sip domain>
   * @param address its public IPv4 address
   * @throws when one of them is not what it says
   */
  public static of(fqdn: string, address: string): AccessEdge {
    return new AccessEdge(parseFqdn("accessEdge", fqdn), parseIpAddress("accessEdge", address));
  }
}
