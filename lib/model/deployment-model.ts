import { Declared } from "./declared";
import { TenantFact } from "./tenant-facts";
import {
  CloudTrustFact,
  ExchangeHybridApplicationFact,
  ContactStoreFact,
  ExchangeArchiveFact,
  ExchangeCloudTrustFact,
  ExchangeConnectionFact,
  ExchangeOnlineFact,
  ExchangeTrustFact,
  HostedVoicemailPolicyFact,
  ModernAuthenticationFact,
  OAuthCertificateFact,
  OfficeWebAppsFarmFact,
  SharePointDiscoveryFact,
  PeopleFact,
  SharePointServerFact,
  SkillSearchFact,
  UnifiedMessagingFact,
} from "./integration-facts";

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
  readonly exchanges: readonly ExchangeFact[];
  readonly outlookWebMessagings: readonly OutlookWebMessagingFact[];
  readonly sharedAddressSpaces: readonly SharedAddressSpaceFact[];
  readonly exchangeOnlines: readonly ExchangeOnlineFact[];
  readonly hostedVoicemailPolicies: readonly HostedVoicemailPolicyFact[];
  readonly people: readonly PeopleFact[];
  readonly exchangeConnections: readonly ExchangeConnectionFact[];
  readonly contactStores: readonly ContactStoreFact[];
  readonly exchangeArchives: readonly ExchangeArchiveFact[];
  readonly sharePointServers: readonly SharePointServerFact[];
  /** SharePoint Online, where the people have it. */
  readonly sharePointOnlines: readonly Declared[];
  readonly sharePointDiscoveries: readonly SharePointDiscoveryFact[];
  readonly skillSearches: readonly SkillSearchFact[];
  readonly officeWebAppsFarms: readonly OfficeWebAppsFarmFact[];
  /** Those of the other deployments of the App: one tenant is hybrid with one deployment at a time. */
  readonly sharedAddressSpacesElsewhere: readonly SharedAddressSpaceFact[];
  readonly oauthCertificates: readonly OAuthCertificateFact[];
  readonly exchangeTrusts: readonly ExchangeTrustFact[];
  readonly cloudTrusts: readonly CloudTrustFact[];
  readonly exchangeHybridApplications: readonly ExchangeHybridApplicationFact[];
  readonly exchangeCloudTrusts: readonly ExchangeCloudTrustFact[];
  readonly unifiedMessagings: readonly UnifiedMessagingFact[];
  readonly modernAuthentications: readonly ModernAuthenticationFact[];
  /** The committed baseline, when one is named. */
  readonly baselines: readonly Declared[];
  readonly deployed: readonly DeployedFact[];
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

/** Exchange servers of one version, in one organization. */
export interface ExchangeFact extends Declared {
  /** Product name. */
  readonly version: string;
  /** Place of the version among all of them: newer is larger. */
  readonly versionOrder: number;
  readonly managementHost: string;
  /** Fully qualified domain names, sorted. */
  readonly servers: readonly string[];
}

/** Messaging in Outlook on the web. */
export interface OutlookWebMessagingFact extends Declared {
  /** Undefined where a file of each server holds the settings. */
  readonly overrideName: string | undefined;
  /** Source of the Exchange servers. */
  readonly exchange: string;
  readonly exchangeVersion: string;
  /** Place of the version among all of them: newer is larger. */
  readonly exchangeOrder: number;
  /** Front End pool that Exchange talks to. */
  readonly pool: string;
  /** Trusted application pool by which the servers know Exchange; undefined where none is declared. */
  readonly trustedPool: string | undefined;
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
  /** Ids of the steps that its step waited for, directly or through others. */
  readonly after: readonly string[];
}

export type { Declared };
export type {
  CloudTrustFact,
  ExchangeHybridApplicationFact,
  ContactStoreFact,
  ExchangeArchiveFact,
  ExchangeCloudTrustFact,
  ExchangeConnectionFact,
  ExchangeOnlineFact,
  ExchangeTrustFact,
  HostedVoicemailPolicyFact,
  ModernAuthenticationFact,
  ModernAuthenticationSwitchFact,
  OAuthCertificateFact,
  OfficeWebAppsFarmFact,
  SharePointDiscoveryFact,
  PeopleFact,
  SharePointServerFact,
  SkillSearchFact,
} from "./integration-facts";
export type { SignInFact, TenantFact } from "./tenant-facts";
