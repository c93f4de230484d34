/** The lists that hold the same domains on both sides, so that one partner is one line and not two. */
export interface PartnerList {
  readonly list: "allowed" | "blocked";
  /** Where, as the end of a sentence. */
  readonly side: string;
}

const LISTS: Readonly<Record<string, PartnerList>> = {
  CsAllowedDomain: { list: "allowed", side: "on the Edge" },
  CsBlockedDomain: { list: "blocked", side: "on the Edge" },
  "CsTenantFederationConfiguration.AllowedDomains": { list: "allowed", side: "in the tenant" },
  "CsTenantFederationConfiguration.BlockedDomains": { list: "blocked", side: "in the tenant" },
};

export function partnerList(noun: string): PartnerList | undefined {
  return Object.hasOwn(LISTS, noun) ? LISTS[noun] : undefined;
}
