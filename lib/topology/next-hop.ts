import { Construct } from "constructs";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";

/** What an Edge pool hands SIP traffic to: a Front End pool or a Director. */
export abstract class NextHop extends Room {
  /** Fully qualified domain name, in lower case. */
  public readonly fqdn: string;

  protected constructor(scope: Construct, id: string, fqdn: string) {
    super(scope, id);
    this.fqdn = parseFqdn("fqdn", fqdn);
  }
}
