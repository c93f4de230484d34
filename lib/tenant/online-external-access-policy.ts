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
   * Whether people may talk to partners.
   * @default true
   */
  readonly federation?: boolean;
  /**
   * Whether people may connect over the internet.
   * @default true
   */
  readonly outside?: boolean;
}

/**
 * The global external access policy of the tenant: it counts for everybody who was granted no other. Federation of the
 * tenant does not by itself let anybody federate. Policies that are granted to single people are not declared here; this
 * version leaves them as they are.
 *
 * Source: Set-CsExternalAccessPolicy of the MicrosoftTeams module.
 */
export class OnlineExternalAccessPolicy extends Room {
  private readonly federation: boolean;
  private readonly outside: boolean;

  public constructor(scope: Construct, id: string, props: OnlineExternalAccessPolicyProps) {
    super(scope, id);
    this.federation = props.federation ?? true;
    this.outside = props.outside ?? true;
    this.node.addDependency(props.tenant);
    new DesiredState(this, "policy", {
      kind: CS_EXTERNAL_ACCESS_POLICY_TEAMS,
      identity: "Global",
      host: props.tenant.initialDomain,
      properties: { EnableFederationAccess: this.federation, EnableOutsideAccess: this.outside },
      phase: Phase.FEDERATE,
      title:
        `In the tenant, people without a policy of their own ${may(this.federation)} talk to partners and ` +
        `${may(this.outside)} connect over the internet.`,
      verification: "Get-CsExternalAccessPolicy -Identity Global shows both values",
      waits: "propagation in the cloud; Microsoft gives no figure",
      unverified: ["whether EnableOutsideAccess has an effect on people whose mode is Teams only"],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { federation, outside } = this;
    const policy = { source: this.node.path, side: "online", identity: "Global", federation, outside } as const;
    return { externalAccessPolicies: [policy] };
  }
}

function may(allowed: boolean): string {
  return allowed ? "may" : "may not";
}
