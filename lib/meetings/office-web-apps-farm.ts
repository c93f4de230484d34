import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { parseFqdn } from "../values/fqdn";
import { parseHttpsUrl } from "../values/https-url";
import { sortedSet } from "../values/text-order";
import * as errors from "../errors";

export interface OfficeWebAppsFarmProps {
  /** Fully qualified domain name of the farm, as the servers reach it. */
  readonly fqdn: string;
  /** Pools whose meetings use the farm; at least one, none of them twice. */
  readonly pools: readonly FrontEndPool[];
  /**
   * Address that the farm answers discovery at.
   * @default - https://<fqdn>/hosting/discovery/
   */
  readonly discoveryUrl?: string;
  /**
   * Whether the farm stands outside the internal firewall.
   * @default false
   */
  readonly externalNetwork?: boolean;
}

/**
 * An Office Web Apps Server or Office Online Server farm that exists and shows PowerPoint in meetings of people on-premises.
 * Who is TeamsOnly does not use it. A pool is associated with it in Topology Builder: one step by hand for each pool.
 *
 * Throws when the name or the address is none, the address is not https, or no pool is named. Source: "Configure integration
 * with Office Web Apps Server in Skype for Business Server".
 */
export class OfficeWebAppsFarm extends Room {
  private readonly fqdn: string;
  private readonly discoveryUrl: string;
  private readonly pools: readonly string[];

  public constructor(scope: Construct, id: string, props: OfficeWebAppsFarmProps) {
    super(scope, id);
    this.fqdn = parseFqdn("fqdn", props.fqdn);
    this.discoveryUrl = parseHttpsUrl("discoveryUrl", props.discoveryUrl ?? `https://${this.fqdn}/hosting/discovery/`);
    this.pools = poolNames(props.pools);
    for (const pool of this.pools) this.associate(pool, props.externalNetwork ?? false);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { fqdn, discoveryUrl, pools } = this;
    return { officeWebAppsFarms: [{ source: this.node.path, fqdn, discoveryUrl, pools }] };
  }

  private associate(pool: string, externalNetwork: boolean): void {
    const { fqdn, discoveryUrl } = this;
    const tick = externalNetwork ? "Tick" : "Do not tick";
    new ManualStep(this, pool, {
      name: "associate-office-web-apps",
      subject: pool,
      phase: Phase.INTEGRATE,
      title: `Meetings of the pool ${pool} show PowerPoint through ${fqdn}.`,
      words: [
        `In a browser on a Front End server, open ${discoveryUrl}: it shows an XML document, without a certificate warning.`,
        "Open Topology Builder and download the current topology. Keep the file that it saves: it is the way back.",
        `Right-click the pool ${pool}, then Edit Properties; on the tab General find "Associate Office Web Apps Server".`,
        `If it names ${fqdn} already, change nothing. Otherwise press New and type ${fqdn} as the Office Web Apps Server FQDN.`,
        `The discovery URL reads ${discoveryUrl}; correct it if it does not.`,
        `${tick} "Office Web Apps Server is deployed in an external network (that is, perimeter/Internet)".`,
        "Press OK twice, then choose Action, Publish Topology, and finish the wizard.",
        "For people outside, publish the farm on the reverse proxy as well.",
      ],
      host: pool,
      role: "CsAdministrator or RTCUniversalServerAdmins",
      risk: {
        level: "low",
        reason: "while the association is wrong, nobody can share PowerPoint in meetings of this pool",
      },
      undo: { possible: "yes", how: `clear the association of the pool ${pool} in Topology Builder, and publish` },
      verification:
        `Get-CsService -WacServer lists ${fqdn}; on the Front Ends the event log has LS Data MCU 41034 (discovered) and 41032 ` +
        `(its addresses), and no 41033 (discovery failed) after them. If people are told that some sharing features are ` +
        `unavailable, restart the Front Ends of the pool`,
      unverified: ["under which name Get-CsService -WacServer lists a farm: no document prints it"],
    });
  }
}

function poolNames(pools: readonly FrontEndPool[]): string[] {
  if (pools.length === 0) throw errors.emptyList("pools");
  const names = pools.map(({ fqdn }) => fqdn);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw errors.twiceInList("pools", twice);
  return sortedSet(names);
}
