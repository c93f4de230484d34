import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { CS_EXTERNAL_ACCESS_POLICY_TEAMS } from "../onprem/catalog/cs-external-access-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { OnlineTenant } from "./online-tenant";

export interface OnlineExternalAccessPolicyProps {
  readonly tenant: OnlineTenant;
  /**
   * Whether people in the cloud may communicate with people of federated companies (EnableFederationAccess).
   * @default true
   */
  readonly federation?: boolean;
  /**
   * Whether people in the cloud may sign in from outside the network (EnableOutsideAccess).
   * @default true
   */
  readonly outside?: boolean;
}

/**
 * The Global external access policy of the tenant. The tenant's federation settings do not by themselves let anybody
 * federate: the policy decides. Policies of single people and groups are neither read nor written; they win over this one.
 *
 * Source: Set-CsExternalAccessPolicy (MicrosoftTeams).
 */
export class OnlineExternalAccessPolicy extends Room {
  private readonly federation: boolean;
  private readonly outside: boolean;

  public constructor(scope: Construct, id: string, props: OnlineExternalAccessPolicyProps) {
    super(scope, id);
    this.federation = props.federation ?? true;
    this.outside = props.outside ?? true;
    new DesiredState(this, "policy", {
      kind: CS_EXTERNAL_ACCESS_POLICY_TEAMS,
      identity: "Global",
      host: props.tenant.initialDomain,
      properties: { EnableFederationAccess: this.federation, EnableOutsideAccess: this.outside },
      phase: Phase.FEDERATE,
      title: `People in the cloud ${may(this.federation)} talk to federated partners and ${may(this.outside)} sign in from outside.`,
      verification: "Get-CsExternalAccessPolicy -Identity Global shows both values",
      waits: "propagation in the cloud; Microsoft gives no figure",
      unverified: ["how long the tenant takes to apply a changed policy"],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { federation, outside } = this;
    return {
      externalAccessPolicies: [{ source: this.node.path, side: "online", identity: "Global", federation, outside }],
    };
  }
}

function may(allowed: boolean): string {
  return allowed ? "may" : "may not";
}
