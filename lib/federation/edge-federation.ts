import { Construct } from "constructs";
import { DeploymentModel, FederationMode } from "../model/deployment-model";
import { CS_ACCESS_EDGE_CONFIGURATION } from "../onprem/catalog/cs-access-edge-configuration";
import { EDGE_DOMAIN_LISTS } from "../onprem/catalog/domain-lists";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Risk, StepObject } from "../onprem/step";
import { EdgePool } from "../topology/edge-pool";
import { FederationPolicy } from "./federation-policy";

export interface EdgeFederationProps {
  /** The Edge pool that federates. */
  readonly edgePool: EdgePool;
  readonly policy: FederationPolicy;
}

/** What the Access Edge does, by model. Federated users stay allowed in all of them: the shared address space needs it. */
const TITLE: Readonly<Record<FederationMode, string>> = {
  closed: "The Access Edge lets in people outside and allowed partners, and discovers no partners by DNS.",
  open: "The Access Edge lets in people outside and every partner that is not blocked, found by DNS.",
  none: "The Access Edge lets in people outside, and discovers no partners by DNS.",
};
const OPENED: Risk = { level: "high", reason: "opens the Edge: every domain that is not blocked gets through" };

/**
 * The on-premises half of federation: the Access Edge lets federated partners and people outside in, and both domain
 * lists hold what the policy says. The Access Edge's settings have one owner: this.
 *
 * Source: Set-CsAccessEdgeConfiguration, New-CsAllowedDomain, "Configure federation for hybrid".
 */
export class EdgeFederation extends Room {
  public readonly policy: FederationPolicy;
  /** @internal */
  public readonly edgePool: EdgePool;

  public constructor(scope: Construct, id: string, props: EdgeFederationProps) {
    super(scope, id);
    this.policy = props.policy;
    this.edgePool = props.edgePool;
    this.node.addDependency(props.edgePool);
    const accessEdge = this.openAccessEdge();
    const lists = this.fillLists();
    lists.node.addDependency(accessEdge);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { mode, allowed, blocked } = this.policy;
    return {
      edgeFederations: [{ source: this.node.path, edgePool: this.edgePool.fqdn, mode, allowed, blocked }],
    };
  }

  private openAccessEdge(): Construct {
    const { mode } = this.policy;
    return new DesiredState(this, "access-edge", {
      kind: CS_ACCESS_EDGE_CONFIGURATION,
      identity: "Global",
      properties: { AllowFederatedUsers: true, AllowOutsideUsers: true, EnablePartnerDiscovery: mode === "open" },
      phase: Phase.FEDERATE,
      title: TITLE[mode],
      ...(mode === "open" ? { risk: OPENED } : {}),
      verification: "Get-CsAccessEdgeConfiguration shows the three values",
      waits: "replication to the Edge, usually under a minute",
      unverified: ["the property by which Get-CsAccessEdgeConfiguration tells DNS SRV routing from default routing"],
    });
  }

  private fillLists(): Construct {
    const { allowed, blocked, undeclared, mirror } = this.policy;
    return new DesiredState(this, "domain-lists", {
      kind: EDGE_DOMAIN_LISTS,
      idKind: "domain-lists",
      subject: "edge",
      identity: "",
      properties: {},
      entries: [...allowed.map(allowedDomain), ...blocked.map(blockedDomain)],
      phase: Phase.FEDERATE,
      title: `The Edge allows ${count(allowed.length)} and blocks ${count(blocked.length)}.`,
      verification: "Get-CsAllowedDomain and Get-CsBlockedDomain list exactly the declared domains",
      waits: "replication to the Edge, usually under a minute",
      undeclared,
      mirror,
    });
  }
}

function allowedDomain(entry: { domain: string; proxyFqdn: string | undefined }): StepObject {
  const properties = entry.proxyFqdn === undefined ? {} : { ProxyFqdn: entry.proxyFqdn };
  return { noun: "CsAllowedDomain", identity: entry.domain, properties };
}

function blockedDomain(domain: string): StepObject {
  return { noun: "CsBlockedDomain", identity: domain, properties: {} };
}

function count(domains: number): string {
  return domains === 1 ? "1 domain" : `${domains} domains`;
}
