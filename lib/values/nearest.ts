import { byText } from "./text-order";

/** How many names a suggestion holds. */
const SHOWN = 3;

/**
 * Names that somebody may have meant: those that hold what was typed, then those that differ in a few letters. The case
 * does not count.
 *
 * @returns at most three, best first; none when nothing is near
 */
export function nearest(typed: string, known: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  if (wanted === "") return [];
  const near = known
    .map((name) => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= tolerated(wanted))
    .sort((left, right) => left.distance - right.distance || byText(left.name, right.name));
  return near.slice(0, SHOWN).map(({ name }) => name);
}

/** A third of what was typed, but never so much that any short code is near any other. */
function tolerated(wanted: string): number {
  return Math.min(6, Math.max(1, Math.floor(wanted.length / 3)));
}

/** Less than one where the name holds what was typed. */
function distanceTo(wanted: string, name: string): number {
  if (wanted.length > 2 && name.includes(wanted)) return 1 - wanted.length / (name.length + 1);
  return edits(wanted, name);
}

/** Letters to put in, take out or change (Levenshtein). */
function edits(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
