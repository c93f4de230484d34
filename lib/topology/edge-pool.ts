import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";
import { parseBuild } from "../values/server-build";
import { AccessEdge } from "./access-edge";
import { NextHop } from "./next-hop";
import { serverFact } from "./server-facts";
import { ServerVersion } from "./server-version";

export interface EdgePoolProps {
  /** Internal fully qualified domain name of the pool. */
  readonly fqdn: string;
  readonly version: ServerVersion;
  /** @default - not declared */
  readonly build?: string;
  /** What partners and people outside connect to. */
  readonly accessEdge: AccessEdge;
  /** FrontEndPool or Director that the Edge hands SIP traffic to. */
  readonly nextHop: NextHop;
  /**
   * Whether SIP federation (port 5061) goes through this pool. Exactly one pool of a deployment has it.
   * @default true
   */
  readonly federation?: boolean;
}

/**
 * An Edge pool that exists. The one with federation is what the cloud talks to; that it is published so can be set in
 * Topology Builder only, so it becomes a step by hand.
 *
 * Throws when a name, build or address is not one. Source: "Plan hybrid connectivity", "Federation route".
 */
export class EdgePool extends Room {
  public readonly fqdn: string;
  private readonly props: EdgePoolProps;

  public constructor(scope: Construct, id: string, props: EdgePoolProps) {
    super(scope, id);
    this.fqdn = parseFqdn("fqdn", props.fqdn);
    if (props.build !== undefined) parseBuild("build", props.build);
    this.props = props;
    if (props.federation ?? true) this.publishFederation();
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { version, build, accessEdge, nextHop, federation } = this.props;
    return {
      edgePools: [
        {
          ...serverFact({ source: this.node.path, fqdn: this.fqdn, version, build }),
          accessEdgeFqdn: accessEdge.fqdn,
          accessEdgeAddresses: accessEdge.addresses,
          federation: federation ?? true,
          nextHop: nextHop.fqdn,
        },
      ],
    };
  }

  private publishFederation(): void {
    const { nextHop, accessEdge } = this.props;
    const addresses = accessEdge.addresses.length === 1 ? "address" : "addresses";
    new ManualStep(this, "published", {
      name: "publish-edge-federation",
      subject: this.fqdn,
      phase: Phase.PREPARE,
      title: `SIP federation is published for the Edge pool ${this.fqdn}.`,
      words: [
        "Open Topology Builder and download the current topology.",
        `Open the Edge pool ${this.fqdn}: "Enable federation for this Edge pool (port 5061)" is ticked.`,
        `Its next hop is ${nextHop.fqdn}, its Access Edge name is ${accessEdge.fqdn} with ${addresses} ${accessEdge.addresses.join(", ")}.`,
        `The federation route of every site names ${this.fqdn}.`,
        "If all of this is so already, change nothing. Otherwise set it and publish the topology.",
      ],
      host: nextHop.fqdn,
      role: "CsAdministrator or RTCUniversalServerAdmins",
      risk: {
        level: "high",
        reason: "a changed federation route interrupts federation until DNS and replication follow",
      },
      undo: { possible: "yes", how: "publish the previous topology again" },
      verification: `Get-CsService -EdgeServer shows ${this.fqdn} with AccessEdgeExternalSipPort 5061`,
      outage: "federation, only if the route changes",
    });
  }
}
