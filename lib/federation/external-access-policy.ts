import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { CS_EXTERNAL_ACCESS_POLICY_LYNC } from "../onprem/catalog/cs-external-access-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";

export interface ExternalAccessPolicyProps {
  /**
   * Whether people may talk to partners.
   * @default true
   */
  readonly federation?: boolean;
  /**
   * Whether people may sign in from outside the network. Instant messaging in Outlook Web App needs it as well.
   * @default true
   */
  readonly outside?: boolean;
}

/**
 * The global external access policy on-premises: it counts for everybody whose site or self has no policy of its own.
 * Federation on the Edge does not by itself let anybody federate, and by default the global policy does not either. Policies
 * of sites and of single people are not declared here; this version leaves them as they are.
 *
 * Source: Set-CsExternalAccessPolicy.
 */
export class ExternalAccessPolicy extends Room {
  private readonly federation: boolean;
  private readonly outside: boolean;

  public constructor(scope: Construct, id: string, props: ExternalAccessPolicyProps = {}) {
    super(scope, id);
    this.federation = props.federation ?? true;
    this.outside = props.outside ?? true;
    new DesiredState(this, "policy", {
      kind: CS_EXTERNAL_ACCESS_POLICY_LYNC,
      identity: "Global",
      properties: { EnableFederationAccess: this.federation, EnableOutsideAccess: this.outside },
      phase: Phase.FEDERATE,
      title:
        `On-premises, people without a policy of their own ${may(this.federation)} talk to partners and ` +
        `${may(this.outside)} sign in from outside.`,
      verification: "Get-CsExternalAccessPolicy -Identity Global shows both values",
      waits: "replication, usually under a minute",
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { federation, outside } = this;
    const policy = { source: this.node.path, side: "on-premises", identity: "Global", federation, outside } as const;
    return { externalAccessPolicies: [policy] };
  }
}

function may(allowed: boolean): string {
  return allowed ? "may" : "may not";
}
