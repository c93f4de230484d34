import { Construct } from "constructs";
import { DeploymentModel, FederationMode } from "../model/deployment-model";
import { CS_ACCESS_EDGE_CONFIGURATION } from "../onprem/catalog/cs-access-edge-configuration";
import { EDGE_DOMAIN_LISTS } from "../onprem/catalog/domain-lists";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Risk, StepObject } from "../onprem/step";
import { EdgePool } from "../topology/edge-pool";
import { AllowedEntry, BlockedEntry } from "./domain-entries";
import { FederationPolicy } from "./federation-policy";

export interface EdgeFederationProps {
  /** The Edge pool that federates. */
  readonly edgePool: EdgePool;
  readonly policy: FederationPolicy;
}

const OPENED: Risk = { level: "high", reason: "opens the Edge: every domain that is not blocked gets through" };

/**
 * The on-premises half of federation: the Access Edge lets federated partners and people outside in, and both domain
 * lists hold what the policy says. The Access Edge's settings have one owner: this. The documented script for hosted
 * voicemail switches partner discovery off on the same object, which closes federation: leave that line of it out (V72).
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
    const { mode } = this.policy;
    const allowed = this.policy.allowed.map(({ domain, proxyFqdn }) => ({ domain, proxyFqdn }));
    const blocked = this.policy.blocked.map(({ domain }) => domain);
    return {
      edgeFederations: [{ source: this.node.path, edgePool: this.edgePool.fqdn, mode, allowed, blocked }],
    };
  }

  private openAccessEdge(): Construct {
    const { mode } = this.policy;
    return new DesiredState(this, "access-edge", {
      kind: CS_ACCESS_EDGE_CONFIGURATION,
      identity: "Global",
      // Federated users also governs our own split domain, so it stays on when nobody outside may federate (V15).
      properties: { AllowFederatedUsers: true, AllowOutsideUsers: true, EnablePartnerDiscovery: mode === "open" },
      phase: Phase.FEDERATE,
      title: ACCESS_EDGE[mode],
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

const ACCESS_EDGE: Readonly<Record<FederationMode, string>> = {
  closed: "The Access Edge lets in people outside and allowed partners, and discovers no partners by DNS.",
  open: "The Access Edge lets in people outside and discovers partners by DNS: whoever is not blocked gets through.",
  none: "The Access Edge lets in our own people outside and discovers no partners by DNS: nobody federates.",
};

function allowedDomain({ domain, proxyFqdn, options }: AllowedEntry): StepObject {
  const properties = declared({
    Comment: options.comment,
    MarkForMonitoring: options.markForMonitoring,
    ProxyFqdn: proxyFqdn,
    VerificationLevel: options.verificationLevel,
  });
  return { noun: "CsAllowedDomain", identity: domain, properties };
}

function blockedDomain({ domain, comment }: BlockedEntry): StepObject {
  return { noun: "CsBlockedDomain", identity: domain, properties: declared({ Comment: comment }) };
}

function declared(values: Readonly<Record<string, string | boolean | undefined>>): StepObject["properties"] {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | boolean] => entry[1] !== undefined),
  );
}

function count(domains: number): string {
  return domains === 1 ? "1 domain" : `${domains} domains`;
}
