import { Shell, shellFacts } from "../onprem/shell";
import { originalId } from "../runbook/retired-id";
import { sortedSet } from "../values/text-order";
import { ObjectChange, OrderChange, StepChange, WaitChange } from "./change";
import { partnerList } from "./partner-lists";
import { changeText, shortList, valueText } from "./value-changes";

/** How a change begins in a list: it adds, changes or takes away. */
export type Sign = "+" | "~" | "-";

export function stepSign({ action }: StepChange): Sign {
  return action === "added" ? "+" : action === "retired" || action === "left" || action === "released" ? "-" : "~";
}

export function objectSign({ action }: ObjectChange): Sign {
  return action === "added" ? "+" : action === "removed" || action === "left" ? "-" : "~";
}

/** What changes, in one sentence. */
export function stepSentence({ action, step, values }: StepChange): string {
  switch (action) {
    case "added":
      return `New: ${step.title}`;
    case "retired":
      return `Taken back: ${step.title}`;
    case "left":
      return step.shape === "operation"
        ? `No longer done: ${step.title}`
        : `${step.id} is no longer declared, and nothing takes back what it set.`;
    case "released":
      return `${originalId(step.id)} is released: left as it is, not taken back.`;
    case "over":
      return `${step.id} has left the plan: it is done, or was given up.`;
    case "changed":
      return `${step.id} changes: ${shortList(
        values.map((value) => value.name),
        5,
      )}.`;
    case "worded":
      return `Only what people read of ${step.id} changes.`;
  }
}

/** @param changes the same change of several objects, on one side or on both */
export function objectSentence(changes: readonly ObjectChange[]): string {
  const first = changes[0];
  if (first === undefined) return "";
  const names = shortList(sortedSet(changes.map((change) => change.identity)));
  const { action } = first;
  if (action === "changed") {
    const values = sortedSet(changes.flatMap((change) => change.values.map(changeText)));
    return `${subject(changes)}${where(changes)}: ${shortList(values, 3)}.`;
  }
  const many = new Set(changes.map((change) => change.identity)).size > 1;
  const verb = VERBS[action][many ? 1 : 0];
  return many
    ? `${subject(changes)} ${verb}${where(changes)}: ${names}.`
    : `${subject(changes)} ${verb}${where(changes)}.`;
}

const VERBS: Readonly<Record<Exclude<ObjectChange["action"], "changed">, readonly [string, string]>> = {
  added: ["is added", "are added"],
  removed: ["is removed", "are removed"],
  left: ["is no longer declared, and nothing removes it", "are no longer declared, and nothing removes them"],
  over: ["is no longer on the list of removals", "are no longer on the list of removals"],
};

/** "Partner fabrikam.com", "3 blocked domains", "CsHostingProvider Office365". */
function subject(changes: readonly ObjectChange[]): string {
  const identities = sortedSet(changes.map((change) => change.identity));
  const noun = changes[0]?.noun ?? "";
  const list = partnerList(noun)?.list;
  const [one, many] =
    list === "allowed" ? ["Allowed partner", "allowed partners"] : ["Blocked domain", "blocked domains"];
  if (list === undefined)
    return `${noun} ${identities.length === 1 ? (identities[0] ?? "") : `(${identities.length})`}`;
  return identities.length === 1 ? `${one} ${identities[0] ?? ""}` : `${identities.length} ${many}`;
}

function where(changes: readonly ObjectChange[]): string {
  const sides = sortedSet(changes.flatMap((change) => partnerList(change.noun)?.side ?? []));
  return sides.length === 0 ? "" : `, ${sides.reverse().join(" and ")}`;
}

export function waitSentence(changes: readonly WaitChange[]): string {
  const [first] = changes;
  if (first === undefined || changes.length > 1) return `${changes.length} steps wait for other steps than before.`;
  return `${first.step.id} waits for other steps than before.`;
}

export function waitDetails({ step, gained, lost }: WaitChange): string[] {
  return [
    ...gained.map((id) => `${step.id} now waits for ${id}`),
    ...lost.map((id) => `${step.id} no longer waits for ${id}`),
  ];
}

export function orderSentence({ before, after }: OrderChange): string {
  const count = (sessions: OrderChange["before"]): number => Math.max(0, sessions.length - 1);
  if (count(before) !== count(after)) return `Hand-overs between people: ${count(before)} -> ${count(after)}.`;
  return seats(before).join() === seats(after).join()
    ? "Steps run in another order."
    : "People are called in another order.";
}

export function orderDetails({ before, after }: OrderChange): string[] {
  const line = (sessions: OrderChange["before"]): string => seats(sessions).join(" -> ");
  const steps = (sessions: OrderChange["before"]): string =>
    shortList(
      sessions.flatMap((session) => session.steps),
      30,
    );
  if (line(before) !== line(after)) return [`Sessions before: ${line(before)}`, `Sessions after: ${line(after)}`];
  return [`Steps before: ${steps(before)}`, `Steps after: ${steps(after)}`];
}

function seats(sessions: OrderChange["before"]): string[] {
  return sessions.map(({ shell, host }) => `${actorOf(shell)} (${shell}, ${host})`);
}

export function actorOf(shell: string): string {
  const known = Object.values(Shell).find((candidate: string) => candidate === shell);
  return known === undefined ? shell : shellFacts(known).actor;
}

/** The values of an object that comes or goes, in one line. */
export function objectDetails({ action, noun, identity, values }: ObjectChange): string[] {
  if (values.length === 0) return [];
  if (action === "changed") return values.map((value) => `${noun} ${identity}: ${changeText(value)}`);
  const texts = values.map(({ name, before, after }) => `${name} ${valueText(after ?? before, "")}`);
  return [`${noun} ${identity}: ${texts.join(", ")}`];
}
