/**
 * The versions that "Plan hybrid connectivity" lists for hybrid with Teams: each alone, or any two of them beside each
 * other (2013 + 2015, 2013 + 2019, 2015 + 2019). Lync Server 2010 is named there as not supported.
 */
export const LISTED_VERSIONS: readonly string[] = [
  "Lync Server 2013",
  "Skype for Business Server 2015",
  "Skype for Business Server 2019",
];

/** A version that exists, and that no document lists. */
export const SUBSCRIPTION_EDITION = "Skype for Business Server Subscription Edition";

export function isListed(version: string): boolean {
  return LISTED_VERSIONS.includes(version);
}
