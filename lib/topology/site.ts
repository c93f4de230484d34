import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_SITE } from "../onprem/catalog/cs-site";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { isEncodedText } from "../values/encoded-value";
import { EdgePool } from "./edge-pool";

export interface SiteProps {
  /** Name of the site in the topology, such as Redmond; without the "Site:" before it. */
  readonly siteId: string;
  /** Edge pool that the SIP federation of this site goes through: the one with federation. */
  readonly federationRoute: EdgePool;
}

/**
 * A site of the topology that exists: it is made in Topology Builder, and a run refuses when it is not there. What is
 * declared of it is its federation route, set after the Edge pool is published, and the topology is enabled then.
 *
 * Throws when the name is empty, begins with "Site:" or is known only after apply. Source: Set-CsSite, "Configure
 * federation routes and media traffic".
 */
export class Site extends Room {
  /** Name of the site, without the "Site:" before it. */
  public readonly siteId: string;
  private readonly route: EdgePool;

  public constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.siteId = parseSiteId("siteId", props.siteId);
    this.route = props.federationRoute;
    this.node.addDependency(this.route);
    new DesiredState(this, "route", {
      kind: CS_SITE,
      identity: this.siteId,
      properties: { FederationRoute: `EdgeServer:${this.route.fqdn}` },
      phase: Phase.PREPARE,
      title: `SIP federation of the site ${this.siteId} goes through ${this.route.fqdn}.`,
      verification: `Get-CsSite shows the FederationRoute EdgeServer:${this.route.fqdn}`,
      outage: "federation, while the route changes; lower the TTL of its DNS records first",
      unverified: [
        "in which form Get-CsSite returns the identity and the FederationRoute of a site: no document prints them",
        "whether a route that was set by Set-CsSite needs Enable-CsTopology: the page of the cmdlet is silent",
      ],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { sites: [{ source: this.node.path, siteId: this.siteId, federationRoute: this.route.fqdn }] };
  }
}

function parseSiteId(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const name = value.trim();
  if (name === "") throw errors.emptyText(field);
  if (/^site:/i.test(name)) throw errors.siteWithPrefix(field, name);
  return name;
}
