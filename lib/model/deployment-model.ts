/**
 * The whole declaration as plain data. Rooms contribute to it, rules read it; exported facts of a live deployment can
 * fill it as well. Names are in the form `values/` returns (lower case), lists are sorted.
 */
export interface DeploymentModel {
  readonly frontEndPools: readonly FrontEndPoolFact[];
  readonly edgePools: readonly EdgePoolFact[];
  readonly sipDomains: readonly SipDomainFact[];
  readonly tenants: readonly TenantFact[];
  readonly edgeFederations: readonly EdgeFederationFact[];
  readonly tenantFederations: readonly TenantFederationFact[];
  readonly hostingProviders: readonly HostingProviderFact[];
  readonly sharedAddressSpaces: readonly SharedAddressSpaceFact[];
  /** The committed baseline, when one is named. */
  readonly baselines: readonly Declared[];
  readonly deployed: readonly DeployedFact[];
}

/** Where a fact was declared: the construct path, for the reader of a finding. */
export interface Declared {
  readonly source: string;
}

export interface FrontEndPoolFact extends Declared {
  readonly fqdn: string;
  readonly version: string;
  readonly build: string | undefined;
  /** Oldest build of the version with which hybrid is supported. */
  readonly minimumBuild: string;
  /** People homed on this pool; undefined when not declared. */
  readonly homedUsers: number | undefined;
}

export interface EdgePoolFact extends Declared {
  readonly fqdn: string;
  readonly version: string;
  readonly build: string | undefined;
  /** Oldest build of the version with which hybrid is supported. */
  readonly minimumBuild: string;
  readonly accessEdgeFqdn: string;
  readonly accessEdgeAddress: string;
  readonly federation: boolean;
  readonly nextHop: string;
}

export interface SipDomainFact extends Declared {
  readonly name: string;
  readonly isDefault: boolean;
}

export interface TenantFact extends Declared {
  readonly initialDomain: string;
}

/**
 * How federation is decided: `closed` lets only the allowed domains in, `open` everybody who is not blocked. No room
 * writes `open` yet; a live deployment holds it often, because it is the tenant's default.
 */
export type FederationMode = "closed" | "open";

export interface EdgeFederationFact extends Declared {
  readonly edgePool: string;
  readonly mode: FederationMode;
  readonly allowed: readonly AllowedDomainFact[];
  readonly blocked: readonly string[];
}

export interface AllowedDomainFact {
  readonly domain: string;
  /** The partner's Access Edge for direct federation; undefined when found by DNS. */
  readonly proxyFqdn: string | undefined;
}

export interface TenantFederationFact extends Declared {
  readonly tenant: string;
  readonly mode: FederationMode;
  readonly allowed: readonly string[];
  readonly blocked: readonly string[];
}

export interface HostingProviderFact extends Declared {
  readonly identity: string;
  readonly proxyFqdn: string;
}

export interface SharedAddressSpaceFact extends Declared {
  readonly tenant: string;
  readonly edgePool: string;
  readonly provider: string;
  readonly domains: readonly string[];
}

/** What the committed baseline says was applied. */
export interface DeployedFact {
  readonly id: string;
  readonly noun: string;
  readonly identity: string;
}
