/** Domains of invented partners, all of one length. */
export function partners(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `partner-${String(index).padStart(5, "0")}.example`);
}

/** How many different partners a text names. */
export function partnersIn(text: string): number {
  return new Set(text.match(/partner-\d{5}\.example/g)).size;
}

/** `contoso`, `contoso-2`, `contoso-3` ... */
export function stackNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? "contoso" : `contoso-${index + 1}`));
}
