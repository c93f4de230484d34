/**
 * The whole declaration as plain data. Rooms contribute to it, rules read it; exported facts of a live deployment can
 * fill it as well. Names are in the form `values/` returns (lower case), lists are sorted.
 */
export interface DeploymentModel {
  readonly frontEndPools: readonly FrontEndPoolFact[];
  readonly edgePools: readonly EdgePoolFact[];
  readonly directors: readonly DirectorFact[];
  readonly sites: readonly SiteFact[];
  readonly reverseProxies: readonly ReverseProxyFact[];
  readonly sipDomains: readonly SipDomainFact[];
  readonly tenants: readonly TenantFact[];
  readonly onlineSipDomains: readonly OnlineSipDomainFact[];
  readonly coexistenceModes: readonly CoexistenceModeFact[];
  readonly edgeFederations: readonly EdgeFederationFact[];
  readonly tenantFederations: readonly TenantFederationFact[];
  readonly externalAccessPolicies: readonly ExternalAccessPolicyFact[];
  readonly hostingProviders: readonly HostingProviderFact[];
  readonly sharedAddressSpaces: readonly SharedAddressSpaceFact[];
  readonly exchangeOnlines: readonly ExchangeOnlineFact[];
  readonly hostedVoicemailPolicies: readonly HostedVoicemailPolicyFact[];
  readonly exchangeConnections: readonly ExchangeConnectionFact[];
  readonly contactStores: readonly ContactStoreFact[];
  readonly exchangeArchives: readonly ExchangeArchiveFact[];
  readonly sharePointServers: readonly SharePointServerFact[];
  readonly skillSearches: readonly SkillSearchFact[];
  readonly officeWebAppsFarms: readonly OfficeWebAppsFarmFact[];
  /** Those of the other deployments of the App: one tenant is hybrid with one deployment at a time. */
  readonly sharedAddressSpacesElsewhere: readonly SharedAddressSpaceFact[];
  readonly oauthCertificates: readonly OAuthCertificateFact[];
  readonly exchangeTrusts: readonly ExchangeTrustFact[];
  readonly cloudTrusts: readonly CloudTrustFact[];
  /** The committed baseline, when one is named. */
  readonly baselines: readonly Declared[];
  readonly deployed: readonly DeployedFact[];
}

/** Where a fact was declared: the construct path, for the reader of a finding. */
export interface Declared {
  readonly source: string;
}

/** What all servers say of themselves. */
export interface ServerFact extends Declared {
  readonly fqdn: string;
  /** Product name. */
  readonly version: string;
  /** Place of the version among all of them: newer is larger. */
  readonly versionOrder: number;
  readonly build: string | undefined;
  /** Oldest build of the version with which hybrid is supported; undefined where no document names one. */
  readonly minimumBuild: string | undefined;
}

export interface FrontEndPoolFact extends ServerFact {
  /** People homed on this pool; undefined when not declared. */
  readonly homedUsers: number | undefined;
}

export interface EdgePoolFact extends ServerFact {
  readonly accessEdgeFqdn: string;
  /** Public addresses, sorted; several where DNS balances the load. */
  readonly accessEdgeAddresses: readonly string[];
  readonly federation: boolean;
  /** A Front End pool or a Director. */
  readonly nextHop: string;
}

/** A Director (pool): it signs people in and hands them on, and homes nobody. */
export type DirectorFact = ServerFact;

export interface SiteFact extends Declared {
  /** Identity of the site in the topology, such as Redmond. */
  readonly siteId: string;
  /** Internal name of the Edge pool that SIP federation goes through. */
  readonly federationRoute: string;
}

/** What publishes the web services to the internet. */
export interface ReverseProxyFact extends Declared {
  readonly address: string;
  /** External names, sorted. */
  readonly names: readonly string[];
}

export interface SipDomainFact extends Declared {
  readonly name: string;
  readonly isDefault: boolean;
}

export interface TenantFact extends Declared {
  readonly initialDomain: string;
  /** Name of the cloud, such as commercial. */
  readonly cloud: string;
}

/** A SIP domain as the tenant treats it: enabled, or shut out because another forest still holds its people. */
export interface OnlineSipDomainFact extends Declared {
  readonly tenant: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Why the loss of its people's contacts and meetings is accepted; undefined when nobody accepted it. */
  readonly acceptDataLoss: string | undefined;
}

export interface CoexistenceModeFact extends Declared {
  readonly tenant: string;
  /** Name of the policy, such as SfBWithTeamsCollab. */
  readonly mode: string;
}

/**
 * How federation is decided: `closed` lets only the allowed domains in, `open` everybody who is not blocked, `none`
 * nobody. Open is the tenant's default.
 */
export type FederationMode = "closed" | "open" | "none";

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

/** Whether people may use what the Edge lets in: federation alone does not let anybody federate. */
export interface ExternalAccessPolicyFact extends Declared {
  readonly side: "on-premises" | "online";
  readonly identity: string;
  readonly federation: boolean;
  readonly outside: boolean;
}

export interface HostingProviderFact extends Declared {
  readonly identity: string;
  readonly proxyFqdn: string;
  /**
   * `hybrid` shares the address space with the cloud, `exchange-online` reaches mailboxes and voicemail there; `other`
   * exists for somebody else and is left alone.
   */
  readonly purpose: "hybrid" | "exchange-online" | "other";
}

export interface SharedAddressSpaceFact extends Declared {
  readonly tenant: string;
  readonly edgePool: string;
  readonly provider: string;
  readonly domains: readonly string[];
}

/** The certificate by which the servers sign their tokens. */
export interface OAuthCertificateFact extends Declared {
  readonly thumbprint: string;
  /** Common name and alternative names, in lower case. */
  readonly names: readonly string[];
}

/** Trust between the servers and Exchange on-premises. */
export interface ExchangeTrustFact extends Declared {
  readonly autodiscoverUrl: string;
}

/** Trust between the servers and Exchange Online, by principals that all of Microsoft 365 shares. */
export interface CloudTrustFact extends Declared {
  readonly tenant: string;
  /** Why the shared principal is accepted although it is being withdrawn. */
  readonly sharedPrincipal: string;
}

/** The servers joined with Exchange Online: presence in Outlook on the web, and the route to Cloud Voicemail. */
export interface ExchangeOnlineFact extends Declared {
  readonly tenant: string;
  readonly edgePool: string;
  readonly provider: string;
  /** Name under which the service is reached. */
  readonly destination: string;
}

export interface HostedVoicemailPolicyFact extends Declared {
  /** Global, Site:<name> or Tag:<name>. */
  readonly identity: string;
  readonly destination: string;
  /** Tenants of the mailboxes, sorted. */
  readonly organizations: readonly string[];
  /** Where the mailboxes are, as product names, sorted. */
  readonly mailboxes: readonly string[];
  /** Front End pools of the people that the policy is for, sorted; undefined: all that are declared. */
  readonly pools: readonly string[] | undefined;
}

/** Server-to-server authentication with an Exchange. */
export interface ExchangeConnectionFact extends Declared {
  /** Product name. */
  readonly exchange: string;
  /** Year of its first release; Exchange Online is newer than all. */
  readonly exchangeOrder: number;
  /** What set it up, or the sentence of the person who did. */
  readonly by: string;
}

/** Whose contacts may live in Exchange. */
export interface ContactStoreFact extends Declared {
  /** Source of the connection it works through. */
  readonly connection: string;
  readonly allowed: boolean;
  /** Policy of single people who may; undefined where there is no pilot. */
  readonly pilotPolicy: string | undefined;
}

export interface ExchangeArchiveFact extends Declared {
  /** Source of the connection it works through. */
  readonly connection: string;
  /** EnableArchiving, such as ImOnly. */
  readonly content: string;
  readonly inExchange: boolean;
  readonly forests: "same" | "different";
  /** ExchangeArchivingPolicy that is set on people; undefined where none is. */
  readonly userPolicy: string | undefined;
  /** What the sync between the forests carries, sorted. */
  readonly synchronizedAttributes: readonly string[];
}

export interface SharePointServerFact extends Declared {
  /** Product name. */
  readonly version: string;
  readonly url: string;
}

export interface SkillSearchFact extends Declared {
  /** Address of the SharePoint that answers. */
  readonly sharePoint: string;
  /** Addresses that people are sent to, sorted. */
  readonly urls: readonly string[];
}

/** What shows PowerPoint in meetings on-premises. */
export interface OfficeWebAppsFarmFact extends Declared {
  readonly fqdn: string;
  readonly discoveryUrl: string;
  /** Pools that are associated with it, sorted. */
  readonly pools: readonly string[];
}

/** What the committed baseline says was applied. */
export interface DeployedFact {
  readonly id: string;
  readonly noun: string;
  readonly identity: string;
  /** Ids of the steps that its step waited for, directly or through others. */
  readonly after: readonly string[];
}
