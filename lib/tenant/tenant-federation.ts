import { Construct } from "constructs";
import { EdgeFederation } from "../federation/edge-federation";
import { DeploymentModel, FederationMode } from "../model/deployment-model";
import { ALL_KNOWN_DOMAINS, NO_DOMAINS, TENANT_DOMAIN_LISTS } from "../onprem/catalog/domain-lists";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Risk, StepObject } from "../onprem/step";
import { OnlineTenant } from "./online-tenant";

export interface TenantFederationProps {
  readonly tenant: OnlineTenant;
  /** The on-premises half whose policy the tenant repeats: names only, a direct partner's proxy has no online twin. */
  readonly matching: EdgeFederation;
}

const ALLOWED = "CsTenantFederationConfiguration.AllowedDomains";
const BLOCKED = "CsTenantFederationConfiguration.BlockedDomains";

const TITLE: Readonly<Record<FederationMode, string>> = {
  closed: "The tenant federates, and allows and blocks the same domains as the Edge.",
  open: "The tenant federates with every domain that is not blocked, and blocks the same domains as the Edge.",
  none: "The tenant allows no domain; the switch for federated users stays on for the shared address space.",
};
const RISK: Readonly<Record<"open" | "none", Risk>> = {
  open: { level: "high", reason: "opens the tenant: every domain that is not blocked gets through" },
  none: { level: "high", reason: "cuts off every partner in the tenant" },
};

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
    const { mode } = this.edge.policy;
    new DesiredState(this, "domain-lists", {
      kind: TENANT_DOMAIN_LISTS,
      idKind: "domain-lists",
      subject: "tenant",
      identity: "Global",
      host: this.tenant.initialDomain,
      properties: { AllowFederatedUsers: true, AllowedDomains: model(mode, allowed), BlockedDomains: blocked },
      entries: [...allowed.map(entryOf(ALLOWED)), ...blocked.map(entryOf(BLOCKED))],
      phase: Phase.FEDERATE,
      title: TITLE[mode],
      ...(mode === "closed" ? {} : { risk: RISK[mode] }),
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
    const { mode, allowed } = this.edge.policy;
    // An open tenant has no list: what the Edge trusts beyond discovery has no online twin.
    return mode === "open" ? [] : allowed.map((entry) => entry.domain);
  }
}

function model(mode: FederationMode, allowed: readonly string[]): readonly string[] | string {
  if (mode === "open") return ALL_KNOWN_DOMAINS;
  return mode === "none" ? NO_DOMAINS : allowed;
}

function entryOf(noun: string): (domain: string) => StepObject {
  return (identity) => ({ noun, identity, properties: {} });
}
