import { Construct } from "constructs";
import { EdgeFederation } from "../federation/edge-federation";
import { DeploymentModel } from "../model/deployment-model";
import { TENANT_DOMAIN_LISTS } from "../onprem/catalog/domain-lists";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { StepObject } from "../onprem/step";
import { OnlineTenant } from "./online-tenant";

export interface TenantFederationProps {
  readonly tenant: OnlineTenant;
  /** The on-premises half whose policy the tenant repeats: names only, a direct partner's proxy has no online twin. */
  readonly matching: EdgeFederation;
}

const ALLOWED = "CsTenantFederationConfiguration.AllowedDomains";
const BLOCKED = "CsTenantFederationConfiguration.BlockedDomains";

/**
 * The tenant's half of federation. It repeats the policy of the Edge, because Microsoft requires the same model and equal
 * lists on both sides.
 *
 * Source: Set-CsTenantFederationConfiguration, "Plan hybrid connectivity".
 */
export class TenantFederation extends Room {
  /** @internal */
  public readonly tenant: OnlineTenant;
  private readonly edge: EdgeFederation;

  public constructor(scope: Construct, id: string, props: TenantFederationProps) {
    super(scope, id);
    this.tenant = props.tenant;
    this.edge = props.matching;
    this.node.addDependency(props.matching);
    const { blocked, undeclared, mirror } = this.edge.policy;
    const allowed = this.allowed();
    new DesiredState(this, "domain-lists", {
      kind: TENANT_DOMAIN_LISTS,
      idKind: "domain-lists",
      subject: "tenant",
      identity: "Global",
      host: this.tenant.initialDomain,
      properties: { AllowFederatedUsers: true, AllowedDomains: allowed, BlockedDomains: blocked },
      entries: [...allowed.map(entryOf(ALLOWED)), ...blocked.map(entryOf(BLOCKED))],
      phase: Phase.FEDERATE,
      title: "The tenant federates, and allows and blocks the same domains as the Edge.",
      verification: "Get-CsTenantFederationConfiguration shows the model and both lists",
      waits: "propagation in the cloud; Microsoft gives no figure",
      undeclared,
      mirror,
      unverified: ["how long the tenant takes to apply a changed list"],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { mode, blocked } = this.edge.policy;
    const tenant = this.tenant.initialDomain;
    return { tenantFederations: [{ source: this.node.path, tenant, mode, allowed: this.allowed(), blocked }] };
  }

  private allowed(): string[] {
    return this.edge.policy.allowed.map((entry) => entry.domain);
  }
}

function entryOf(noun: string): (domain: string) => StepObject {
  return (identity) => ({ noun, identity, properties: {} });
}
