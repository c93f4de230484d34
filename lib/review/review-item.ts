import { Risk, Step, Undo } from "../onprem/step";
import { byText } from "../values/text-order";
import { Acceptance } from "./acceptance";
import { Change, ObjectChange, PartChange, ResourceChange, StepChange, WaitChange } from "./change";
import { partItem, resourceItem } from "./cloud-items";
import { ItemRisk, itemRisks, joinedRisk } from "./item-risk";
import { partnerList } from "./partner-lists";
import { worst } from "./risks/risk-rank";
import { risksOf } from "./risks";
import {
  objectDetails,
  objectSentence,
  objectSign,
  orderDetails,
  orderSentence,
  stepSentence,
  stepSign,
  waitDetails,
  waitSentence,
} from "./sentence";
import { namesOf, NOBODY_ACTS, stepFacts, worstUndo } from "./step-facts";
import { ToldItem } from "./told-item";
import { changeLines, shortList, valueText } from "./value-changes";

/** One change as a reviewer reads it. */
export interface ReviewItem extends ToldItem {
  /** The worst, with every reason for it. */
  readonly risk: Risk;
  /** Everything that the rules say, the worst first. */
  readonly risks: readonly ItemRisk[];
}

/** Changes as a reviewer reads them: what one line of main.ts changed on two sides is one item. */
export function reviewItems(changes: readonly Change[], acceptances: readonly Acceptance[]): ReviewItem[] {
  const steps = changes.filter((change) => change.about === "step");
  const worded = steps.filter((change) => change.action === "worded");
  const waits = changes.filter((change) => change.about === "wait");
  const objects = grouped(changes.filter((change) => change.about === "object"));
  const judged = (of: readonly Change[], item: ToldItem): ReviewItem => {
    return { ...item, risk: joinedRisk(of), risks: itemRisks(of, acceptances) };
  };
  return [
    ...steps.filter(({ action }) => action !== "worded").map((change) => judged([change], stepItem(change))),
    ...objects.map((of) => judged(of, objectItem(of))),
    ...(worded.length === 0 ? [] : [judged(worded, wordedItem(worded))]),
    ...(waits.length === 0 ? [] : [judged(waits, waitItem(waits))]),
    ...changes.filter(isPlain).map((change) => judged([change], plainItem(change))),
  ];
}

type PlainChange = PartChange | ResourceChange | Extract<Change, { about: "order" }>;

function isPlain(change: Change): change is PlainChange {
  return change.about === "order" || change.about === "part" || change.about === "resource";
}

function plainItem(change: PlainChange): ToldItem {
  if (change.about === "part") return partItem(change);
  if (change.about === "resource") return resourceItem(change);
  return { ...NOBODY_ACTS, sign: "~", what: orderSentence(change), details: orderDetails(change) };
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
    const levels = sides.map((side) => worst(risksOf(side)).level);
    return JSON.stringify([first.action, levels.sort(byText), sides.map((side) => side.noun).sort(byText)]);
  });
  return groups.map((group) => group.flat());
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const AGAIN: Undo = { possible: "yes", how: "declare it again and apply" };

/** The receipt of a signature keeps the script that was read. */
const SIGNED_ANEW = "A signature of an earlier run covers the earlier words: a person is asked again.";

function stepItem(change: StepChange): ToldItem {
  const { action, step, was, values } = change;
  const told = { sign: stepSign(change), what: stepSentence(change), steps: [step.id] };
  const details = action === "added" || action === "retired" ? contents(step) : values.flatMap(changeLines);
  if (action === "left" || action === "released" || action === "over") return { ...NOBODY_ACTS, ...told, details };
  const signed = action === "changed" && step.shape === "manual" ? [SIGNED_ANEW] : [];
  return { ...stepFacts([step], was), ...told, details: [...details, ...signed], resources: [], undo: step.undo };
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

function objectItem(changes: readonly ObjectChange[]): ToldItem {
  const [first] = changes;
  const steps = uniqueSteps(changes.map((change) => change.step));
  const told = {
    sign: first === undefined ? ("~" as const) : objectSign(first),
    what: objectSentence(changes),
    details: changes.flatMap(objectDetails),
    steps: steps.map((step) => step.id),
  };
  if (first?.action === "over") return { ...NOBODY_ACTS, ...namesOf(changes), ...told };
  const isGone = first?.action === "removed" || first?.action === "left";
  return {
    ...stepFacts(steps, undefined),
    ...namesOf(changes),
    ...told,
    resources: [],
    undo: isGone ? AGAIN : worstUndo(steps),
  };
}

function wordedItem(changes: readonly StepChange[]): ToldItem {
  const [first] = changes;
  const ids = changes.map((change) => change.step.id);
  const what =
    first !== undefined && changes.length === 1
      ? stepSentence(first)
      : `Only what people read of ${changes.length} steps changes: ${shortList(ids, 3)}.`;
  const details = changes.flatMap(({ step, values }) =>
    values.flatMap(changeLines).map((line) => `${step.id}: ${line}`),
  );
  return { ...NOBODY_ACTS, sign: "~", what, details, steps: ids };
}

function waitItem(changes: readonly WaitChange[]): ToldItem {
  const told = { what: waitSentence(changes), details: changes.flatMap(waitDetails) };
  return { ...NOBODY_ACTS, ...told, sign: "~", steps: changes.map((change) => change.step.id) };
}

function uniqueSteps(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map((step) => [step.id, step])).values()];
}
