import * as errors from "../errors";
import { parseFqdn } from "../values/fqdn";
import { parseIpAddress } from "../values/ip-address";
import { sortedSet } from "../values/text-order";

/** The external face of an Edge pool for SIP: what partners and people outside connect to, on ports 443 and 5061. */
export class AccessEdge {
  private constructor(
    /** External name, in lower case. */
    public readonly fqdn: string,
    /** Public IPv4 addresses, sorted; one, unless DNS balances the load. */
    public readonly addresses: readonly string[],
  ) {}

  /**
   * @param fqdn external name, usually sip.<sip domain>
   * @param address its public IPv4 address: of the one server, or of the hardware load balancer
   * @throws when one of them is not what it says
   */
  public static of(fqdn: string, address: string): AccessEdge {
    return new AccessEdge(parseFqdn("accessEdge", fqdn), [parseIpAddress("accessEdge", address)]);
  }

  /**
   * The Access Edge of a pool of several servers, whose name has one DNS record for each of them.
   *
   * @param fqdn external name, usually sip.<sip domain>
   * @param addresses public IPv4 addresses of its servers, two at least
   * @throws when one of them is not what it says, stands there twice, or is alone
   */
  public static balanced(fqdn: string, addresses: string[]): AccessEdge {
    const parsed = addresses.map((address) => parseIpAddress("accessEdge", address));
    const twice = parsed.find((address, index) => parsed.indexOf(address) !== index);
    if (twice !== undefined) throw errors.twiceInList("accessEdge", twice);
    if (parsed.length < 2) throw errors.nothingToBalance("accessEdge", parsed);
    return new AccessEdge(parseFqdn("accessEdge", fqdn), sortedSet(parsed));
  }
}
