/** Invented SIP domains, all of one length; the first is the default one. */
export function sipDomainNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `people-${String(index).padStart(4, "0")}.example`);
}

/** Invented Front End pools, all of one length. */
export function poolNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `pool-${String(index).padStart(4, "0")}.contoso.local`);
}

/** How many different SIP domains of the bench a text names. */
export function sipDomainsIn(text: string): number {
  return new Set(text.match(/people-\d{4}\.example/g)).size;
}

/** How many different pools of the bench a text names. */
export function poolsIn(text: string): number {
  return new Set(text.match(/pool-\d{4}\.contoso\.local/g)).size;
}
