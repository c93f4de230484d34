import { shortDigest } from "../values/sha256";
import { Review } from "./diff";
import { ReviewItem } from "./review-item";

/** What a reviewer must know before reading on: how bad, how many people must act, whether there is a way back. */
export function verdictParts(review: Review): string[] {
  return [
    `${review.risk.toUpperCase()} risk`,
    review.actors.length === 0 ? "nobody must act" : `${counted(review.actors.length, "person", "people")} must act`,
    review.pointsOfNoReturn === 0
      ? "no point of no return"
      : counted(review.pointsOfNoReturn, "point of no return", "points of no return"),
  ];
}

/** One line, also when the scripts differ although nothing declared does: approval is bound to the digest. */
export function noChanges({ digest }: Review): string {
  if (digest.before === digest.after) return "No changes.";
  return (
    `No changes. The scripts differ all the same, digest ${digestText(digest.before)} -> ${digestText(digest.after)}: ` +
    `another version of the library wrote them.`
  );
}

export function digestText(digest: string): string {
  return digest === "" ? "none" : shortDigest(digest);
}

/** Everything that is said of a change below its sentence; empty facts are left out. */
export function factsOf(item: ReviewItem): (readonly [string, string])[] {
  const doers = item.doers.map(({ actor, shell, host, role }) => `${actor} (${shell} on ${host}, as ${role})`);
  const facts: (readonly [string, string])[] = [
    ["Why", item.risk.reason],
    ["Who", doers.length === 0 ? "nobody" : doers.join("; ")],
    ["People", item.people],
    ["Undo", `${item.undo.possible}: ${item.undo.how}`],
    ["Outage", item.outages.join("; ")],
    ["Waits", item.waits.join("; ")],
    ["Check", item.checks.join("; ")],
    ["Approval", item.approvals.join("; ")],
    ["Not confirmed by any document", item.unverified.join("; ")],
    ["Steps", item.steps.join(", ")],
  ];
  return facts.filter(([, text]) => text !== "");
}

/** How many lines of details one change shows; the rest is counted. */
const SHOWN = 40;

export function shownDetails({ details }: ReviewItem): string[] {
  const rest = details.length - SHOWN;
  return rest > 0 ? [...details.slice(0, SHOWN), `and ${rest} more, see manifest.json`] : [...details];
}

export function actorsOf(item: ReviewItem): string {
  return item.doers.length === 0 ? "nobody" : [...new Set(item.doers.map((doer) => doer.actor))].join(", ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
