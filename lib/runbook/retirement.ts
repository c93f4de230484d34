import { kindOf } from "../onprem/catalog";
import { ALL_KNOWN_DOMAINS } from "../onprem/catalog/domain-lists";
import { KindRow } from "../onprem/catalog/kind";
import { ancestors } from "../onprem/order";
import { Removal, Risk, RISK_LEVELS, Step } from "../onprem/step";
import { byText, sortedSet } from "../values/text-order";
import { Baseline, DeployedObject, DeployedStep } from "./baseline";
import { ReleasedStep } from "./release";
import { ownerKey, removalOf, removalRisk, Retirement, RetirementContext, retirementOf } from "./retirement-step";

export type { RetirementContext };

/**
 * Adds to the list steps what an earlier run put into their lists and nobody declares any more: one reviewed removal an
 * entry. An entry that was there before us is not ours to remove; the step will block on it and name it.
 */
export function withRemovals(step: Step, baseline: Baseline): Step {
  const deployed = baseline.steps.find((candidate) => candidate.id === step.id && candidate.state !== "undone");
  if (step.shape !== "list" || deployed === undefined) return step;
  const declared = new Set(step.objects.map(ownerKey));
  const removals = deployed.objects
    .filter((object) => isMember(kindOf(step.kind), object) && !isOpened(step, object))
    .filter((object) => object.createdByUs === "yes" && !declared.has(ownerKey(object)))
    .map(removalOf)
    .sort(byEntry);
  return removals.length === 0 ? step : { ...step, removals, risk: worse(step.risk, removalRisk(removals)) };
}

/**
 * Steps in 90-retire for what the baseline holds and the declaration no longer does, last applied first taken back. What is
 * declared still, under another id, is let go and not taken back; so is what was released.
 */
export function retirementSteps(
  declared: readonly Step[],
  baseline: Baseline,
  context: RetirementContext,
  released: readonly ReleasedStep[] = [],
): Step[] {
  const ids = new Set([...declared, ...released].map(({ id }) => id));
  const gone = baseline.steps.filter((step) => step.state !== "undone" && !ids.has(step.id));
  const retirements = gone.flatMap((step) => retirementOf(step, { declared, baseline, context }) ?? []);
  const applied = new Map(baseline.steps.map((step) => [step.id, step.after]));
  const undone = new Set(baseline.steps.filter(({ state }) => state === "undone").map(({ id }) => id));
  const standing = declared.filter(({ id }) => applied.has(id) && !undone.has(id));
  return retirements.map(({ step, of }) => ({
    ...step,
    after: sortedSet([...dependents(of, retirements, applied), ...replaced(of, standing, applied)]),
  }));
}

/**
 * What depended on a step is taken back before it, also where only a wait, or a step that is still declared, stood
 * between the two.
 */
function dependents(of: DeployedStep, retirements: readonly Retirement[], applied: Predecessors): string[] {
  return retirements.filter((other) => ancestors(other.of.id, applied).has(of.id)).map((other) => other.step.id);
}

/**
 * What depended on a step and is declared still stands on something else now: a renewed certificate, another provider. It
 * must have been moved there before the old support goes.
 */
function replaced(of: DeployedStep, standing: readonly Step[], applied: Predecessors): string[] {
  return standing.filter(({ id }) => ancestors(id, applied).has(of.id)).map(({ id }) => id);
}

type Predecessors = ReadonlyMap<string, readonly string[]>;

/** An open tenant has no allow list: opening replaces it whole, so no entry is taken out of it. */
function isOpened(step: Step, { noun }: DeployedObject): boolean {
  const list = kindOf(step.kind).members.find((member) => member.noun === noun)?.listProperty;
  return list !== undefined && step.objects.some(({ properties }) => properties[list] === ALL_KNOWN_DOMAINS);
}

function isMember(row: KindRow, object: DeployedObject): boolean {
  return row.members.some((member) => member.noun === object.noun);
}

function byEntry(left: Removal, right: Removal): number {
  return byText(left.noun, right.noun) || byText(left.identity, right.identity);
}

/** A removal never makes a step look milder than it is. */
function worse(left: Risk, right: Risk): Risk {
  return RISK_LEVELS.indexOf(left.level) > RISK_LEVELS.indexOf(right.level) ? left : right;
}
