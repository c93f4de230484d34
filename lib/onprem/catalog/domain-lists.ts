import { Shell } from "../shell";
import { kind, MemberRow } from "./kind";

const ALLOWED_DOMAIN: MemberRow = {
  noun: "CsAllowedDomain",
  identity: "fqdn",
  properties: {
    Comment: { compare: "exact" },
    MarkForMonitoring: { compare: "exact" },
    ProxyFqdn: { compare: "fqdn" },
    VerificationLevel: { compare: "ignore-case", since: { productName: "Skype for Business Server 2015", order: 2 } },
  },
  carried: ["Comment", "MarkForMonitoring", "ProxyFqdn", "VerificationLevel"],
};

const BLOCKED_DOMAIN: MemberRow = {
  noun: "CsBlockedDomain",
  identity: "fqdn",
  properties: { Comment: { compare: "exact" } },
  carried: ["Comment"],
};

/** Both domain lists of the Access Edge. They exclude each other, so one step owns both: remove from both, then add. */
export const EDGE_DOMAIN_LISTS = kind<Readonly<Record<string, never>>>({
  key: "domain-lists-edge",
  shape: "list",
  noun: "",
  shell: Shell.LYNC,
  properties: {},
  carried: [],
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: { level: "medium", reason: "decides which companies people on-premises can talk to" },
  undo: {
    possible: "yes",
    how: "-Undo removes the entries that this runbook added; an entry that it took out comes back by being declared again",
  },
  members: [ALLOWED_DOMAIN, BLOCKED_DOMAIN],
  sources: ["PS:New-CsAllowedDomain", "PS:New-CsBlockedDomain", "Plan hybrid connectivity"],
});

/** `AllowedDomains` of an open tenant: everybody who is not blocked. Written by New-CsEdgeAllowAllKnownDomains. */
export const ALL_KNOWN_DOMAINS = "AllowAllKnownDomains";
/**
 * `AllowedDomains` of a tenant in which nobody federates. A word of ours and never an empty list, so that no list becomes
 * empty by accident. Written as the empty list that New-CsEdgeAllowList makes of $null (its example 3).
 */
export const NO_DOMAINS = "NoDomains";

/** The tenant's federation model and both of its domain lists: one object online, so one step. */
export type TenantDomainLists = {
  readonly AllowFederatedUsers: boolean;
  /** Domain names, ALL_KNOWN_DOMAINS or NO_DOMAINS. */
  readonly AllowedDomains: string | readonly string[];
  readonly BlockedDomains: readonly string[];
};

export const TENANT_DOMAIN_LISTS = kind<TenantDomainLists>({
  key: "domain-lists-tenant",
  shape: "list",
  noun: "CsTenantFederationConfiguration",
  shell: Shell.TEAMS,
  properties: {
    AllowFederatedUsers: { compare: "exact" },
    // Strings cannot be passed to -AllowedDomains; the list parameter changes single entries.
    AllowedDomains: { compare: "domain-list", writeAs: "AllowedDomainsAsAList", write: "domain-list" },
    BlockedDomains: { compare: "domain-list", write: "block-list" },
  },
  identityOnChange: false,
  carried: ["AllowFederatedUsers", "AllowedDomains", "BlockedDomains"],
  waitSeconds: 120,
  role: "Teams Administrator",
  risk: { level: "medium", reason: "decides which companies people in the cloud can talk to" },
  undo: { possible: "yes", how: "the captured model and lists are set again" },
  members: [
    {
      noun: "CsTenantFederationConfiguration.AllowedDomains",
      identity: "fqdn",
      properties: {},
      carried: [],
      listProperty: "AllowedDomains",
    },
    {
      noun: "CsTenantFederationConfiguration.BlockedDomains",
      identity: "fqdn",
      properties: {},
      carried: [],
      listProperty: "BlockedDomains",
    },
  ],
  sources: [
    "PS:Set-CsTenantFederationConfiguration",
    "PS:New-CsEdgeAllowList",
    "PS:New-CsEdgeAllowAllKnownDomains",
    "Plan hybrid connectivity",
  ],
});
