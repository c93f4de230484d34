import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";
import { sortedSet } from "../values/text-order";
import { ExchangeVersion } from "./exchange-version";

export interface ExchangeOnPremisesProps {
  readonly version: ExchangeVersion;
  /** Fully qualified domain names of the servers that people reach Outlook on the web on. */
  readonly servers: readonly string[];
  /**
   * Host whose Exchange Management Shell runs the steps.
   * @default - the first server in the order of their names
   */
  readonly managementHost?: string;
}

/**
 * Exchange servers of one version that exist on-premises, in one organization. Nothing is written by declaring them: other
 * rooms write settings for exactly these servers.
 *
 * Throws when no server is named, one is named twice, two share the short name by which Exchange knows them, or a name is
 * none. Source: Get-ExchangeServer.
 */
export class ExchangeOnPremises extends Room {
  public readonly version: ExchangeVersion;
  /** Fully qualified domain names, sorted. */
  public readonly servers: readonly string[];
  public readonly managementHost: string;

  public constructor(scope: Construct, id: string, props: ExchangeOnPremisesProps) {
    super(scope, id);
    this.version = props.version;
    this.servers = parseServers("servers", props.servers);
    this.managementHost =
      props.managementHost === undefined ? (this.servers[0] ?? "") : parseFqdn("managementHost", props.managementHost);
  }

  /** Names as the cmdlets take them: "the name of the server (don't use the FQDN)". */
  public get serverNames(): readonly string[] {
    return sortedSet(this.servers.map(shortName));
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { version, servers, managementHost } = this;
    const { productName, order } = version;
    const source = this.node.path;
    return { exchanges: [{ source, version: productName, versionOrder: order, managementHost, servers }] };
  }
}

function parseServers(field: string, values: readonly string[]): string[] {
  if (values.length === 0) throw errors.noExchangeServers(field);
  const servers = values.map((value, index) => parseFqdn(`${field}[${index}]`, value));
  const known = new Map<string, string>();
  for (const server of servers) {
    const other = known.get(shortName(server));
    if (other === server) throw errors.twiceInList(field, server);
    if (other !== undefined) throw errors.sameServerName(field, shortName(server), other, server);
    known.set(shortName(server), server);
  }
  return sortedSet(servers);
}

function shortName(fqdn: string): string {
  return fqdn.split(".")[0] ?? fqdn;
}
