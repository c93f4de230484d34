/** Ordinal order of two texts: the same on every machine, whatever its locale. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A sorted copy without duplicates. */
export function sortedSet(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(byText);
}
