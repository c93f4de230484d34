import { Risk, Step, Undo } from "../onprem/step";
import { byText, sortedSet } from "../values/text-order";
import { Change, ObjectChange, OrderChange, StepChange, WaitChange } from "./change";
import { partnerList } from "./partner-lists";
import { rank, riskOf, worst } from "./risk";
import {
  objectDetails,
  objectSentence,
  objectSign,
  orderDetails,
  orderSentence,
  Sign,
  stepSentence,
  stepSign,
  waitDetails,
  waitSentence,
} from "./sentence";
import { StepFacts, stepFacts, worstUndo } from "./step-facts";
import { changeLines, shortList, valueText } from "./value-changes";

/** One change as a reviewer reads it. */
export interface ReviewItem extends StepFacts {
  readonly sign: Sign;
  readonly risk: Risk;
  readonly what: string;
  /** Values, entries and predecessors, a line each. */
  readonly details: readonly string[];
  readonly steps: readonly string[];
  readonly undo: Undo;
}

/** Changes as a reviewer reads them: what one line of main.ts changed on two sides is one item. */
export function reviewItems(changes: readonly Change[]): ReviewItem[] {
  const steps = changes.filter((change) => change.about === "step");
  const worded = steps.filter((change) => change.action === "worded");
  const waits = changes.filter((change) => change.about === "wait");
  return [
    ...steps.filter((change) => change.action !== "worded").map(stepItem),
    ...grouped(changes.filter((change) => change.about === "object")).map(objectItem),
    ...(worded.length === 0 ? [] : [wordedItem(worded)]),
    ...(waits.length === 0 ? [] : [waitItem(waits)]),
    ...changes.filter((change) => change.about === "order").map(orderItem),
  ];
}

/** First both sides of one entry meet, then the entries to which the same happens. */
function grouped(changes: readonly ObjectChange[]): ObjectChange[][] {
  const entries = groupBy(changes, (change) => {
    const { action, noun, identity, step } = change;
    const list = partnerList(noun)?.list;
    return JSON.stringify([action, list ?? [noun, step.id], identity.toLowerCase()]);
  });
  const groups = groupBy(entries, (sides) => {
    const [first] = sides;
    const isEntry = first !== undefined && partnerList(first.noun) !== undefined;
    // A changed entry is told with its values, and what is no list is told by itself.
    if (!isEntry || first.action === "changed")
      return JSON.stringify(sides.map(({ noun, identity }) => [noun, identity]));
    const { level } = worst(sides.map(riskOf));
    return JSON.stringify([first.action, level, sides.map((side) => side.noun).sort(byText)]);
  });
  return groups.map((group) => group.flat());
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

const AGAIN: Undo = { possible: "yes", how: "declare it again and apply" };
const NOTHING_DONE: Undo = { possible: "yes", how: "nothing was done" };

/** The receipt of a signature keeps the script that was read. */
const SIGNED_ANEW = "A signature of an earlier run covers the earlier words: a person is asked again.";

/** What no step does: people read it, nobody acts. */
const TOLD_ONLY = {
  doers: [],
  people: "0",
  undo: NOTHING_DONE,
  outages: [],
  waits: [],
  checks: [],
  approvals: [],
  unverified: [],
};

function stepItem(change: StepChange): ReviewItem {
  const { action, step, was, values } = change;
  const told = { sign: stepSign(change), risk: riskOf(change), what: stepSentence(change), steps: [step.id] };
  const details = action === "added" || action === "retired" ? contents(step) : values.flatMap(changeLines);
  if (action === "left" || action === "released" || action === "over") return { ...TOLD_ONLY, ...told, details };
  const signed = action === "changed" && step.shape === "manual" ? [SIGNED_ANEW] : [];
  return { ...stepFacts([step], was), ...told, details: [...details, ...signed], undo: step.undo };
}

/** What a step that comes holds, as far as a reviewer has to see it without opening the script. */
function contents(step: Step): string[] {
  const removals = step.removals.map(({ noun, identity }) => `${noun} ${identity} is removed`);
  const objects = step.objects.map(({ noun, identity, properties }) => {
    const values = Object.entries(properties).map(([name, value]) => `${name} ${valueText(value, "")}`);
    return `${noun} ${identity}${values.length === 0 ? "" : `: ${values.join(", ")}`}`;
  });
  return [...removals, ...objects, ...step.words];
}

function objectItem(changes: readonly ObjectChange[]): ReviewItem {
  const [first] = changes;
  const steps = uniqueSteps(changes.map((change) => change.step));
  const told = {
    sign: first === undefined ? ("~" as const) : objectSign(first),
    risk: joined(changes.map(riskOf)),
    what: objectSentence(changes),
    details: changes.flatMap(objectDetails),
    steps: steps.map((step) => step.id),
  };
  if (first?.action === "over") return { ...TOLD_ONLY, ...told };
  const isGone = first?.action === "removed" || first?.action === "left";
  return { ...stepFacts(steps, undefined), ...told, undo: isGone ? AGAIN : worstUndo(steps) };
}

function wordedItem(changes: readonly StepChange[]): ReviewItem {
  const [first] = changes;
  const what =
    first !== undefined && changes.length === 1
      ? stepSentence(first)
      : `Only what people read of ${changes.length} steps changes: ${shortList(
          changes.map((change) => change.step.id),
          3,
        )}.`;
  return {
    ...TOLD_ONLY,
    sign: "~",
    risk: worst(changes.map(riskOf)),
    what,
    details: changes.flatMap(({ step, values }) => values.flatMap(changeLines).map((line) => `${step.id}: ${line}`)),
    steps: changes.map((change) => change.step.id),
  };
}

function waitItem(changes: readonly WaitChange[]): ReviewItem {
  const told = { risk: worst(changes.map(riskOf)), what: waitSentence(changes), details: changes.flatMap(waitDetails) };
  return { ...TOLD_ONLY, ...told, sign: "~", steps: changes.map((change) => change.step.id) };
}

function orderItem(change: OrderChange): ReviewItem {
  return {
    ...TOLD_ONLY,
    sign: "~",
    risk: riskOf(change),
    what: orderSentence(change),
    details: orderDetails(change),
    steps: [],
  };
}

function joined(risks: readonly Risk[]): Risk {
  const { level } = worst(risks);
  const reasons = risks.filter((risk) => rank(risk.level) === rank(level)).map((risk) => risk.reason);
  return { level, reason: sortedSet(reasons).join("; ") };
}

function uniqueSteps(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map((step) => [step.id, step])).values()];
}
