/** More names than these make a sentence unreadable; lists may hold thousands. */
const LONGEST = 5;

/** Names as they stand in a sentence: `a, b`, or `a, b, c, d, e and 12 more`. */
export function nameList(names: readonly string[]): string {
  const more = names.length - LONGEST;
  return more <= 0 ? names.join(", ") : `${names.slice(0, LONGEST).join(", ")} and ${more} more`;
}
