import { readFileSync } from "node:fs";
import * as errors from "../errors";
import { Acceptance, parseAcceptances } from "../review/acceptance";
import { Review } from "../review/diff";
import { RISK_RULES } from "../review/risks";
import { Terminal } from "./terminal";

/** The acceptances that count on a day. Expired ones are named on the side of the notes: they rot otherwise. */
export function acceptedRisks(path: string | undefined, today: string, terminal: Terminal): readonly Acceptance[] {
  if (path === undefined) return [];
  const rules = RISK_RULES.map(({ id }) => id);
  const { valid, expired } = parseAcceptances(path, contentOf(path), today, rules);
  for (const { rule, subject, until } of expired) {
    terminal.note(`${path}: ${rule} for ${subject} was accepted until ${until} and counts no more.\n`);
  }
  return valid;
}

/** Acceptances that accept nothing here. They may belong to another pull request, so they are named and no failure. */
export function noteIdle(reviews: readonly Review[], acceptances: readonly Acceptance[], terminal: Terminal): void {
  const used = new Set(
    reviews.flatMap(({ items }) => items.flatMap(({ risks }) => risks.flatMap(({ accepted }) => accepted))),
  );
  for (const acceptance of acceptances.filter((one) => !used.has(one))) {
    terminal.note(`${acceptance.rule} is accepted for ${acceptance.subject}: no change here carries that risk.\n`);
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.notReadable("a file of accepted risks", path, reason, "name the file, or leave the option out");
  }
}
