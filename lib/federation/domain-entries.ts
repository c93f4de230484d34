import * as errors from "../errors";
import { ListMirror, LONGEST_MIRRORED_LIST } from "../onprem/list-options";
import { parseFqdn } from "../values/fqdn";
import { byText } from "../values/text-order";
import { BlockedDomain } from "./blocked-domain";
import { DirectPartner } from "./direct-partner";
import { Partner, PartnerOptions } from "./partner";

/** An entry of the Edge's allow list. */
export interface AllowedEntry {
  readonly domain: string;
  /** The partner's Access Edge for direct federation; undefined when found by DNS. */
  readonly proxyFqdn: string | undefined;
  readonly options: PartnerOptions;
}

/** An entry of the Edge's block list. */
export interface BlockedEntry {
  readonly domain: string;
  readonly comment: string | undefined;
}

/** The three doors to the allow list. */
export interface AllowedDoors {
  readonly allowed?: readonly string[];
  readonly partners?: readonly Partner[];
  readonly direct?: readonly DirectPartner[];
}

/** The two doors to the block list. */
export interface BlockedDoors {
  readonly blocked?: readonly string[];
  readonly blockedDomains?: readonly BlockedDomain[];
}

/** Documented limit of the tenant's lists (Set-CsTenantFederationConfiguration). */
const TENANT_LIMIT = 4000;

/** @throws when a list is empty, or a domain is none or stands twice */
export function allowedEntries({ allowed, partners, direct }: AllowedDoors): AllowedEntry[] {
  const found = given("allowed", allowed).map((name) => ({ domain: parseFqdn("allowed", name), options: {} }));
  const noted = given("partners", partners);
  const entries = [...found, ...noted].map(({ domain, options }) => ({ domain, proxyFqdn: undefined, options }));
  const fixed = given("direct", direct).map(({ domain, proxyFqdn, options }) => ({ domain, proxyFqdn, options }));
  return eachOnce("allowed", [...entries, ...fixed]);
}

/** @throws when a list is empty, or a domain is none or stands twice */
export function blockedEntries({ blocked, blockedDomains }: BlockedDoors): BlockedEntry[] {
  const bare = given("blocked", blocked).map((name) => ({ domain: parseFqdn("blocked", name), comment: undefined }));
  const noted = given("blockedDomains", blockedDomains).map(({ domain, comment }) => ({ domain, comment }));
  return eachOnce("blocked", [...bare, ...noted]);
}

/** @throws when a domain is allowed and blocked: the server refuses that (New-CsAllowedDomain) */
export function refuseBothLists(allowed: readonly AllowedEntry[], blocked: readonly BlockedEntry[]): void {
  const names = new Set(allowed.map(({ domain }) => domain));
  const both = blocked.find(({ domain }) => names.has(domain));
  if (both !== undefined) throw errors.allowedAndBlocked(both.domain);
}

/** @throws when the tenant does not hold so many */
export function refuseBeyondTenant(field: string, count: number): void {
  if (count > TENANT_LIMIT) throw errors.tooManyDomains(field, count, TENANT_LIMIT);
}

/** @throws when so many would be mirrored one by one */
export function refuseLongMirror(field: string, count: number, mirror: ListMirror): void {
  if (count > LONGEST_MIRRORED_LIST && mirror === ListMirror.ENTRIES) {
    throw errors.listNeedsSummary(field, count, LONGEST_MIRRORED_LIST);
  }
}

function given<T>(field: string, list: readonly T[] | undefined): readonly T[] {
  if (list?.length === 0) throw errors.emptyList(field);
  return list ?? [];
}

function eachOnce<T extends { readonly domain: string }>(field: string, entries: readonly T[]): T[] {
  const sorted = [...entries].sort((left, right) => byText(left.domain, right.domain));
  sorted.forEach((entry, index) => {
    if (sorted[index + 1]?.domain === entry.domain) throw errors.twiceInList(field, entry.domain);
  });
  return sorted;
}
