import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";
import { parseIpAddress } from "../values/ip-address";
import { sortedSet } from "../values/text-order";

export interface ReverseProxyProps {
  /** Public IPv4 address. */
  readonly address: string;
  /**
   * External names it answers to: lyncdiscover.<sip domain>, meet.<sip domain>, the external web services of the pools. At
   * least one, none of them twice.
   */
  readonly names: string[];
}

/**
 * A reverse proxy that exists and publishes the web services of the pools to the internet. Nothing is set on it: no cmdlet
 * reaches it, so it contributes facts only.
 *
 * Throws when the address or a name is not one, when there is no name, or one stands there twice. Source: "Plan hybrid
 * connectivity", "DNS requirements for Skype for Business Server".
 */
export class ReverseProxy extends Room {
  private readonly address: string;
  private readonly names: readonly string[];

  public constructor(scope: Construct, id: string, props: ReverseProxyProps) {
    super(scope, id);
    this.address = parseIpAddress("address", props.address);
    this.names = parseNames("names", props.names);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { reverseProxies: [{ source: this.node.path, address: this.address, names: this.names }] };
  }
}

function parseNames(field: string, names: readonly string[]): string[] {
  if (names.length === 0) throw errors.noNames(field);
  const parsed = names.map((name) => parseFqdn(field, name));
  const twice = parsed.find((name, index) => parsed.indexOf(name) !== index);
  if (twice !== undefined) throw errors.twiceInList(field, twice);
  return sortedSet(parsed);
}
