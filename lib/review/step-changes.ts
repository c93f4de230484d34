import { Phase } from "../onprem/phase";
import { Bag, Step, UsersAffected } from "../onprem/step";
import { Manifest } from "../runbook/manifest";
import { originalId, retiredId } from "../runbook/retired-id";
import { StepChange } from "./change";
import { valueChanges } from "./value-changes";

/** Steps that came, went or were taken back. */
export function stepSetChanges(before: Manifest, after: Manifest): StepChange[] {
  const earlier = byId(before);
  const now = byId(after);
  const came = after.steps.filter((step) => !earlier.has(step.id));
  const went = before.steps.filter((step) => !now.has(step.id));
  return [
    ...came.map((step) => cameChange(step, before)),
    ...went.filter((step) => !isTold(step, before, now)).map((step) => wentChange(step, after)),
  ];
}

function cameChange(step: Step, before: Manifest): StepChange {
  if (step.phase !== Phase.RETIRE) return { about: "step", action: "added", step, was: undefined, values: [] };
  const was = before.steps.find((candidate) => retiredId(candidate.id) === step.id);
  return { about: "step", action: "retired", step, was, values: [] };
}

function wentChange(step: Step, { released }: Manifest): StepChange {
  const release = released.find(({ id }) => id === originalId(step.id));
  if (release !== undefined) {
    return { about: "step", action: "released", step, was: step, reason: release.reason, values: [] };
  }
  return { about: "step", action: step.phase === Phase.RETIRE ? "over" : "left", step, was: step, values: [] };
}

/** A step that went because it is taken back, and a retirement that went because its step is declared again. */
function isTold(step: Step, before: Manifest, now: ReadonlyMap<string, Step>): boolean {
  if (now.has(retiredId(step.id))) return true;
  const earlier = byId(before);
  return [...now.keys()].some((id) => retiredId(id) === step.id && !earlier.has(id));
}

/** What a step of both sides does differently, or says differently. */
export function stepFieldChanges(was: Step, step: Step, objectsDiffer: boolean): StepChange[] {
  const effects = valueChanges(effectsOf(was), effectsOf(step));
  // Title and risk follow the objects: they were told with them.
  const worded = valueChanges(wordingOf(was), wordingOf(step)).filter(
    ({ name }) => !objectsDiffer || (name !== "title" && name !== "risk"),
  );
  const change = (action: StepChange["action"], values: StepChange["values"]): StepChange[] =>
    values.length === 0 ? [] : [{ about: "step", action, step, was, values }];
  return [...change("changed", effects), ...change("worded", worded)];
}

/** What decides who does what where. */
function effectsOf(step: Step): Bag {
  const { kind, shape, phase, shell, host, module, role, identity, undeclared, words } = step;
  const what = { kind, shape, identity, undeclared, removes: step.retire };
  return { ...what, phase, shell, host, module, role, words };
}

/** What people read before they do it. `source` is for the reader of main.ts and no difference at all. */
function wordingOf(step: Step): Bag {
  const { title, mirror, outage, waits, approval, verification, unverified, risk, undo, users, needs } = step;
  const modules = needs.modules.map(({ name, minimum }) => `${name} ${minimum ?? ""}`.trim());
  return {
    ...{ title, mirror, outage, waits, approval, verification, unverified, modules, roles: needs.roles },
    risk: `${risk.level}: ${risk.reason}`,
    undo: `${undo.possible}: ${undo.how}`,
    people: peopleText(users),
  };
}

/** People as declared: "not declared" is not zero. */
export function peopleText({ total, byHome, byPool, voice }: UsersAffected): string {
  if (total === undefined) return "not declared";
  const parts = [...counts(byHome), ...counts(byPool), ...(voice === undefined ? [] : [`with voice ${voice}`])];
  return parts.length === 0 || total === 0 ? String(total) : `${total} (${parts.join(", ")})`;
}

function counts(of: Readonly<Record<string, number>>): string[] {
  return Object.entries(of).map(([name, count]) => `${name} ${count}`);
}

function byId({ steps }: Manifest): ReadonlyMap<string, Step> {
  return new Map(steps.map((step) => [step.id, step]));
}
