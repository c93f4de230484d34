import { CATALOGUE } from "../onprem/catalog";
import { ALL_KNOWN_DOMAINS } from "../onprem/catalog/domain-lists";
import { isUnordered, KindRow } from "../onprem/catalog/kind";
import { isList } from "../onprem/ps-value";
import { Removal, Step, StepObject } from "../onprem/step";
import { byText } from "../values/text-order";
import { ObjectChange, ValueChange } from "./change";
import { valueChanges } from "./value-changes";

/** What differs between the objects of one step, the entries of its lists among them. */
export function objectChanges(was: Step, step: Step): ObjectChange[] {
  const before = byKey(was.objects);
  const after = byKey(step.objects);
  const changes = [
    ...step.objects.flatMap((object) => presentChange(was, step, before.get(keyOf(object)), object)),
    ...was.objects
      .filter((object) => !after.has(keyOf(object)) && !goneByOpening(step, object))
      .map((object) => absentChange(was, step, object)),
    ...removalChanges(was, step, before, after),
  ];
  return changes.sort((left, right) => byText(left.noun, right.noun) || byText(left.identity, right.identity));
}

function presentChange(was: Step, step: Step, before: StepObject | undefined, after: StepObject): ObjectChange[] {
  if (before === undefined) {
    return [objectChange(was, step, "added", after, valueChanges({}, after.properties))];
  }
  const row = CATALOGUE.get(step.kind);
  const values = valueChanges(before.properties, after.properties, unorderedOf(row));
  const told = values.filter((change) => !standsInEntries(row, after.noun, change));
  return told.length === 0 ? [] : [objectChange(was, step, "changed", after, told)];
}

/** No longer declared: taken out by a line of its own or as a foreign entry, or left where it is. */
function absentChange(was: Step, step: Step, before: StepObject): ObjectChange {
  const goes = step.undeclared === "Remove" || byKey(step.removals).has(keyOf(before));
  return objectChange(was, step, goes ? "removed" : "left", before, valueChanges(before.properties, {}));
}

/** An open tenant has no allow list. That it opens is told of the object itself, and nobody loses a partner by it. */
function goneByOpening(step: Step, { noun }: StepObject): boolean {
  const list = CATALOGUE.get(step.kind)?.members.find((member) => member.noun === noun)?.listProperty;
  return list !== undefined && step.objects.some(({ properties }) => properties[list] === ALL_KNOWN_DOMAINS);
}

/** Removals that no declaration of the other side explains. */
function removalChanges(
  was: Step,
  step: Step,
  before: ReadonlyMap<string, StepObject>,
  after: ReadonlyMap<string, StepObject>,
): ObjectChange[] {
  const known = byKey(was.removals);
  const now = byKey(step.removals);
  const fresh = step.removals.filter((entry) => !known.has(keyOf(entry)) && !before.has(keyOf(entry)));
  const over = was.removals.filter((entry) => !now.has(keyOf(entry)) && !after.has(keyOf(entry)));
  return [
    ...fresh.map((entry) => objectChange(was, step, "removed", entry, valueChanges(entry.properties, {}))),
    ...over.map((entry) => objectChange(was, step, "over", entry, [])),
  ];
}

function objectChange(
  was: Step,
  step: Step,
  action: ObjectChange["action"],
  { noun, identity }: StepObject | Removal,
  values: readonly ValueChange[],
): ObjectChange {
  const count = (of: Step): number => of.objects.filter((object) => object.noun === noun).length;
  return {
    about: "object",
    action,
    was,
    step,
    noun,
    identity,
    values,
    count: { before: count(was), after: count(step) },
    everybodyAllowed: false,
  };
}

/** A list property says once more what its entries say one by one; a change of the model (open, closed) is kept. */
function standsInEntries(row: KindRow | undefined, noun: string, { name, before, after }: ValueChange): boolean {
  const ownsLists = row?.noun === noun && row.members.some((member) => member.listProperty === name);
  return ownsLists && isList(before) && isList(after);
}

function unorderedOf(row: KindRow | undefined): ReadonlySet<string> {
  const names = Object.entries(row?.properties ?? {}).filter(([, property]) => isUnordered(property));
  return new Set(names.map(([name]) => name));
}

function byKey<T extends StepObject | Removal>(objects: readonly T[]): ReadonlyMap<string, T> {
  return new Map(objects.map((object) => [keyOf(object), object]));
}

/** PowerShell knows no case in names. */
function keyOf({ noun, identity }: StepObject | Removal): string {
  return JSON.stringify([noun, identity]).toLowerCase();
}
