import { Declared } from "./declared";

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

/** The application of the tenant's own by which Exchange on-premises signs in to Exchange Online. */
export interface ExchangeHybridApplicationFact extends Declared {
  readonly displayName: string;
  readonly tenant: string;
  /** Product name of the Exchange on-premises. */
  readonly exchange: string;
  /** Thumbprint of the certificate that Exchange signs with. */
  readonly thumbprint: string;
}

/** Trust by which the cloud reaches mailboxes on-premises. */
export interface ExchangeCloudTrustFact extends Declared {
  /** Product name. */
  readonly exchange: string;
  readonly tenant: string;
  /** Of the certificate by which Exchange signs. */
  readonly thumbprint: string;
}

/** Voicemail in Exchange on-premises. */
export interface UnifiedMessagingFact extends Declared {
  /** Source of the Exchange servers. */
  readonly exchange: string;
  /** Names of the dial plans that every server answers, sorted. */
  readonly dialPlans: readonly string[];
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

/** People who are named in code, and what one property of each of them will be. */
export interface PeopleFact extends Declared {
  /** As Get-CsUser names it. */
  readonly property: string;
  /** As text. */
  readonly value: string;
  /** SIP addresses in lower case, without `sip:`, sorted. */
  readonly people: readonly string[];
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

/** Search for archived conversations in the eDiscovery Center. */
export interface SharePointDiscoveryFact extends Declared {
  /** Address of the SharePoint that holds the center. */
  readonly sharePoint: string;
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

/** Modern authentication of the people on these servers, by the token service of Microsoft Entra ID. */
export interface ModernAuthenticationFact extends Declared {
  readonly tenant: string;
  readonly stage: "prepared" | "switched" | "switched back";
  /** Pools whose web services the tenant issues tokens for, sorted. */
  readonly pools: readonly string[];
  /** How Exchange on-premises is hybrid. */
  readonly exchangeHybrid: "classic" | "hybrid agent" | "none";
  /** Product and build of the Exchange that is switched by us. */
  readonly exchange: { readonly version: string; readonly build: string } | undefined;
  /** Whether Passive Authentication is on at a pool. */
  readonly passiveAuthentication: boolean;
  /** The three switches beside that of the servers. */
  readonly switches: readonly ModernAuthenticationSwitchFact[];
}

export interface ModernAuthenticationSwitchFact {
  /** Such as Exchange Online. */
  readonly where: string;
  readonly state: "by us" | "on already" | "left off" | "not there";
}
