import { ancestors } from "../onprem/order";
import { Step } from "../onprem/step";
import { Manifest, SessionEntry } from "../runbook/manifest";
import { byText } from "../values/text-order";
import { OrderChange, WaitChange } from "./change";

/**
 * Steps of both sides that wait for other steps than before. What is compared is what a step waits for in the end: a step
 * put in between changes nothing, and a change is told once, at the step where it begins.
 */
export function waitChanges(before: Manifest, after: Manifest): WaitChange[] {
  const common = commonIds(before, after);
  const earlier = waitsOf(before, common);
  const now = waitsOf(after, common);
  const gained = beginnings(after, now, earlier);
  const lost = beginnings(before, earlier, now);
  return after.steps.flatMap((step): WaitChange[] => {
    const change = { gained: gained.get(step.id) ?? [], lost: lost.get(step.id) ?? [] };
    return change.gained.length + change.lost.length === 0 ? [] : [{ about: "wait", step, ...change }];
  });
}

type Waits = ReadonlyMap<string, ReadonlySet<string>>;

/** Everything that a step of both sides waits for, among the steps of both sides. */
function waitsOf({ steps }: Manifest, common: ReadonlySet<string>): Waits {
  const after = new Map(steps.map((step) => [step.id, step.after]));
  const shared = steps.filter((step) => common.has(step.id));
  return new Map(
    shared.map((step) => [step.id, new Set([...ancestors(step.id, after)].filter((id) => common.has(id)))]),
  );
}

/** By step, what it waits for here and not there, without what it only inherits from a step that has the same change. */
function beginnings({ steps }: Manifest, here: Waits, there: Waits): Map<string, string[]> {
  const extra = (id: string): string[] =>
    [...(here.get(id) ?? [])].filter((other) => there.get(id)?.has(other) === false);
  return new Map(
    steps.map((step) => {
      const own = extra(step.id);
      const inherited = new Set([...(here.get(step.id) ?? [])].flatMap(extra));
      const implied = new Set(own.flatMap((id) => [...(here.get(id) ?? [])]));
      return [step.id, own.filter((id) => !inherited.has(id) && !implied.has(id)).sort(byText)];
    }),
  );
}

/** Sessions whose people, or whose common steps, come in another order. */
export function orderChanges(before: Manifest, after: Manifest): OrderChange[] {
  if (before.steps.length === 0 || after.steps.length === 0) return [];
  const common = commonIds(before, after);
  const told = (manifest: Manifest): string => {
    const steps = manifest.steps.map((step) => step.id).filter((id) => common.has(id));
    return JSON.stringify([manifest.sessions.map(seat), steps]);
  };
  if (told(before) === told(after)) return [];
  return [{ about: "order", before: before.sessions, after: after.sessions }];
}

function seat({ shell, host }: SessionEntry): string {
  return `${shell} on ${host}`;
}

function commonIds(before: Manifest, after: Manifest): ReadonlySet<string> {
  const ids = new Set(before.steps.map((step: Step) => step.id));
  return new Set(after.steps.map((step) => step.id).filter((id) => ids.has(id)));
}
