import { settingsDigest } from "../onprem/settings-digest";
import { Phase } from "../onprem/phase";
import { Step } from "../onprem/step";
import { Baseline, DeployedObject, DeployedStep } from "./baseline";
import { Manifest } from "./manifest";
import { isAboutPeople } from "./receipts";
import { originalId, retiredId } from "./retired-id";
import { retirementSteps, withRemovals } from "./retirement";
import { ownerKey } from "./retirement-step";

/** What the committed baseline says of a step. */
export const STEP_STATES = ["as declared", "other settings", "not done", "no longer declared", "released"] as const;
export type StepState = (typeof STEP_STATES)[number];

export interface StepStatus {
  readonly id: string;
  /** Where a runbook has it. */
  readonly title: string;
  readonly state: StepState;
  /** What exactly is not as declared, or who takes it back; a sentence each. */
  readonly details: readonly string[];
  /** Whether a run, or a synthesis before it, has something to do. */
  readonly open: boolean;
}

/**
 * Compares a runbook with the committed baseline, by the digests that the plan and a retirement go by: no server is asked.
 * First what is declared, in execution order, then what is not any more, then what was released.
 *
 * @throws when the baseline holds a kind that this version does not know
 */
export function stepStatuses(manifest: Manifest, baseline: Baseline): StepStatus[] {
  const standing = { ...baseline, steps: baseline.steps.filter(({ state }) => state !== "undone") };
  const declared = manifest.steps.filter((step) => !isRetirement(step));
  return [
    ...declared.map((step) => declaredStatus(step, standing)),
    ...manifest.steps.filter((step) => isRetirement(step) && !holds(standing, originalId(step.id))).map(takenBack),
    ...goneStatuses(manifest, declared, standing),
    ...manifest.released.map(({ id, reason }): StepStatus => {
      return { id, title: "", state: "released", details: [reason], open: false };
    }),
  ];
}

/** The name alone does not make it one: an ordinary step may be called so. */
function isRetirement({ id, phase }: Step): boolean {
  return phase === Phase.RETIRE && originalId(id) !== id;
}

function holds(baseline: Baseline, id: string): boolean {
  return baseline.steps.some((step) => step.id === id);
}

function declaredStatus(step: Step, baseline: Baseline): StepStatus {
  const { id, title } = step;
  const of = baseline.steps.find((candidate) => candidate.id === id);
  if (of?.state !== "done") {
    const details = of === undefined ? [] : ["A run began it and did not finish."];
    return { id, title, state: "not done", details, open: true };
  }
  const details = isAboutPeople(step) ? [] : differences(step, of, baseline);
  return { id, title, state: details.length === 0 ? "as declared" : "other settings", details, open: details.length > 0 };
}

function differences(step: Step, of: DeployedStep, baseline: Baseline): string[] {
  const applied = new Map(of.objects.map((object) => [ownerKey(object), object]));
  const declared = new Set(step.objects.map(ownerKey));
  const removed = new Set(withRemovals({ ...step, removals: [] }, baseline).removals.map(ownerKey));
  return [
    ...step.objects.flatMap((object) => {
      const settings = applied.get(ownerKey(object))?.settings;
      if (settings === settingsDigest(object)) return [];
      const what = settings === undefined ? "is declared and was not applied" : "was applied with other settings";
      return [`${object.noun} ${object.identity} ${what}.`];
    }),
    ...of.objects.filter((object) => !declared.has(ownerKey(object))).map((object) => leftOver(object, removed)),
  ];
}

function leftOver(object: DeployedObject, removed: ReadonlySet<string>): string {
  const what = removed.has(ownerKey(object)) ? "the step removes it" : "the step does not remove it";
  return `${object.noun} ${object.identity} is no longer declared: ${what}.`;
}

/** A retirement whose original has left the baseline: it was run, and recorded. */
function takenBack({ id, title }: Step): StepStatus {
  return { id, title, state: "as declared", details: [`${originalId(id)} is taken back.`], open: false };
}

/** Applied, and neither declared nor released: what the next synthesis would take back, and what it lets be. */
function goneStatuses(manifest: Manifest, declared: readonly Step[], baseline: Baseline): StepStatus[] {
  const kept = new Set([...declared, ...manifest.released].map(({ id }) => id));
  const context = { moduleOf: () => ({ name: "", minimum: undefined }) };
  const needed = new Set(retirementSteps(declared, baseline, context, manifest.released).map(({ id }) => id));
  return baseline.steps
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => {
      const open = needed.has(retiredId(id));
      return { id, title: "", state: "no longer declared", details: [wayBack(id, open, manifest)], open };
    });
}

function wayBack(id: string, open: boolean, manifest: Manifest): string {
  const by = retiredId(id);
  if (!open) return "Nothing has to be taken back.";
  return manifest.steps.some((step) => step.id === by)
    ? `${by} takes it back.`
    : "The runbook does not take it back yet: synthesize again with this baseline.";
}
