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

/** `AllowedDomains` where it is no list. */
const MODELS: Readonly<Record<FederationMode, string | undefined>> = {
  closed: undefined,
  open: ALL_KNOWN_DOMAINS,
  none: NO_DOMAINS,
};

const TITLES: Readonly<Record<FederationMode, string>> = {
  closed: "The tenant federates, and allows and blocks the same domains as the Edge.",
  open: "The tenant federates with everybody who is not blocked, and blocks the same domains as the Edge.",
  none: "The tenant federates with nobody, as the Edge does.",
};

const RISKS: Readonly<Record<"open" | "none", Risk>> = {
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
    const { mode, undeclared, mirror } = this.edge.policy;
    const [allowed, blocked] = [this.allowed(), this.blocked()];
    new DesiredState(this, "domain-lists", {
      kind: TENANT_DOMAIN_LISTS,
      idKind: "domain-lists",
      subject: "tenant",
      identity: "Global",
      host: this.tenant.initialDomain,
      // Federated users also governs our own split domain, so it stays on when nobody outside may federate (V24).
      properties: {
        AllowFederatedUsers: true,
        AllowedDomains: MODELS[mode] ?? allowed,
        BlockedDomains: blocked,
      },
      entries: [...allowed.map(entryOf(ALLOWED)), ...blocked.map(entryOf(BLOCKED))],
      phase: Phase.FEDERATE,
      title: TITLES[mode],
      ...(mode === "closed" ? {} : { risk: RISKS[mode] }),
      verification: "Get-CsTenantFederationConfiguration shows the model and both lists",
      waits: "propagation in the cloud; Microsoft gives no figure",
      undeclared,
      mirror,
      unverified: ["how long the tenant takes to apply a changed list"],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { mode } = this.edge.policy;
    const [allowed, blocked] = [this.allowed(), this.blocked()];
    const tenant = this.tenant.initialDomain;
    return { tenantFederations: [{ source: this.node.path, tenant, mode, allowed, blocked }] };
  }

  /** Only a closed tenant has a list: an open one allows everybody. */
  private allowed(): string[] {
    const { mode, allowed } = this.edge.policy;
    return mode === "closed" ? allowed.map(({ domain }) => domain) : [];
  }

  private blocked(): string[] {
    return this.edge.policy.blocked.map(({ domain }) => domain);
  }
}

function entryOf(noun: string): (domain: string) => StepObject {
  return (identity) => ({ noun, identity, properties: {} });
}
