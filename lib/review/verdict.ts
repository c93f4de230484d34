import { shortDigest } from "../values/sha256";
import { counted } from "../values/counted";
import { sortedSet } from "../values/text-order";
import { Acceptance } from "./acceptance";
import { ScriptChange } from "./change";
import { Review } from "./diff";
import { ReviewItem } from "./review-item";
import { shortList } from "./value-changes";

/** What a reviewer must know before reading on: how bad, how many people must act, whether there is a way back. */
export function verdictParts(review: Review): string[] {
  const { risk, openRisk, actors, pointsOfNoReturn } = review;
  return [
    `${risk.toUpperCase()} risk`,
    ...(risk === openRisk ? [] : [openRisk === "info" ? "accepted" : `${openRisk.toUpperCase()} is not accepted`]),
    actors.length === 0 ? "nobody must act" : `${counted(actors.length, "person", "people")} must act`,
    pointsOfNoReturn === 0
      ? "no point of no return"
      : counted(pointsOfNoReturn, "point of no return", "points of no return"),
  ];
}

/** How often people sit down and hand over, before and after. */
export function sessionsText({ sessions }: Review): string {
  const [before, after] = [sessions.before.length, sessions.after.length];
  const handOvers = (of: number): number => Math.max(0, of - 1);
  if (before === after) return `Sessions: ${after}, hand-overs: ${handOvers(after)}, as before.`;
  return `Sessions: ${before} -> ${after}, hand-overs: ${handOvers(before)} -> ${handOvers(after)}.`;
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
  const facts: (readonly [string, string])[] = [
    ["Why", item.risk.reason],
    ["Rule", shortList([...new Set(item.risks.map(({ rule, subjects }) => `${rule} (${shortList(subjects, 3)})`))])],
    ["Accepted", acceptancesOf(item).map(acceptanceText).join("; ")],
    ["Who", item.doers.length === 0 ? "nobody" : sortedSet(item.doers.map(doerText)).join("; ")],
    ["People", item.people],
    ["Undo", `${item.undo.possible}: ${item.undo.how}`],
    ["When", item.window],
    ["Waits", item.waits.join("; ")],
    ["Check", item.checks.join("; ")],
    ["Approval", item.approvals.join("; ")],
    ["Needs", item.modules.join(", ")],
    ["Not confirmed by any document", item.unverified.join("; ")],
    ["Steps", item.steps.join(", ")],
  ];
  return facts.filter(([, text]) => text !== "");
}

function doerText({ actor, shell, host, role }: ReviewItem["doers"][number]): string {
  const where = host === "" ? shell : `${shell} on ${host}`;
  return `${actor} (${role === "" ? where : `${where}, as ${role}`})`;
}

/** Who answers for the risks of an item. */
export function acceptancesOf({ risks }: ReviewItem): Acceptance[] {
  return [...new Set(risks.flatMap(({ accepted }) => accepted))];
}

function acceptanceText({ rule, subject, who, reason, until }: Acceptance): string {
  return `${rule} for ${subject} by ${who} until ${until}: ${reason}`;
}

/** The level, and whether somebody answers for all of it. */
export function levelText({ risk, risks }: ReviewItem): string {
  const isAccepted = risks.every(({ level, accepted }) => level === "info" || accepted.length > 0);
  return `${risk.level.toUpperCase()}${isAccepted && risk.level !== "info" ? " (accepted)" : ""}`;
}

/** What it means for people, where that is grave: the names of properties say it to those who know them only. */
export function graveReason({ risk }: ReviewItem): string | undefined {
  return risk.level === "high" || risk.level === "critical" ? risk.reason : undefined;
}

/** When it may run, and what has to pass before it shows its effect. */
export function whenText({ window, waits }: ReviewItem): string {
  return [window, ...waits].join("; ");
}

/** "3 scripts differ, +12 -4", or nothing to say. */
export function scriptsText(scripts: readonly ScriptChange[]): string {
  const sum = (of: (script: ScriptChange) => number): number =>
    scripts.reduce((total, script) => total + of(script), 0);
  const lines = `+${sum(({ added }) => added)} -${sum(({ removed }) => removed)} lines`;
  return `${counted(scripts.length, "file of the runbook differs", "files of the runbook differ")}, ${lines}`;
}

/** How many lines of details one change shows; the rest is counted. */
const SHOWN = 40;

export function shownDetails({ details }: ReviewItem): string[] {
  const rest = details.length - SHOWN;
  return rest > 0 ? [...details.slice(0, SHOWN), `and ${rest} more, see manifest.json`] : [...details];
}

export function actorsOf(item: ReviewItem): string {
  return item.doers.length === 0 ? "nobody" : sortedSet(item.doers.map((doer) => doer.actor)).join(", ");
}
