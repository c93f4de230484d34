import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { CS_EXTERNAL_ACCESS_POLICY_LYNC } from "../onprem/catalog/cs-external-access-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";

export interface ExternalAccessPolicyProps {
  /**
   * Whether people may communicate with people of federated companies (EnableFederationAccess).
   * @default true
   */
  readonly federation?: boolean;
  /**
   * Whether people may sign in from outside the network (EnableOutsideAccess). Instant messaging in Outlook on the web needs it.
   * @default true
   */
  readonly outside?: boolean;
}

/**
 * The Global external access policy on-premises. That the Edge federates does not by itself let anybody federate: the
 * policy decides. Policies of sites and of single people are neither read nor written; they win over this one.
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
      title: `People on-premises ${may(this.federation)} talk to federated partners and ${may(this.outside)} sign in from outside.`,
      verification: "Get-CsExternalAccessPolicy -Identity Global shows both values",
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { federation, outside } = this;
    return {
      externalAccessPolicies: [
        { source: this.node.path, side: "on-premises", identity: "Global", federation, outside },
      ],
    };
  }
}

function may(allowed: boolean): string {
  return allowed ? "may" : "may not";
}
