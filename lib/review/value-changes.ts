import { Bag, isList, isParameter, parameterWords, PsValue } from "../onprem/ps-value";
import { byText, sortedSet } from "../values/text-order";
import { ValueChange } from "./change";

/** What differs between two bags, by name. Properties in `unordered` are compared without regard to their order. */
export function valueChanges(before: Bag, after: Bag, unordered: ReadonlySet<string> = new Set()): ValueChange[] {
  return sortedSet([...Object.keys(before), ...Object.keys(after)])
    .map((name) => ({ name, before: own(before, name), after: own(after, name) }))
    .filter((change) => !isSame(change.before, change.after, unordered.has(change.name)));
}

/** A bag may hold a name that every JavaScript object answers to. */
function own(bag: Bag, name: string): PsValue | undefined {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

function isSame(left: PsValue | undefined, right: PsValue | undefined, unordered: boolean): boolean {
  return JSON.stringify(canonical(left, unordered)) === JSON.stringify(canonical(right, unordered));
}

function canonical(value: PsValue | undefined, unordered: boolean): PsValue | undefined {
  return unordered && isList(value) ? [...value].sort(byText) : value;
}

/** How many entries of a list one line shows. */
const SHOWN = 10;

export function valueText(value: PsValue | undefined, missing: string): string {
  if (value === undefined) return missing;
  if (isParameter(value)) return parameterWords(value);
  return isList(value) ? `[${shortList(value)}]` : String(value);
}

/** Names in a line; what does not fit is counted, never dropped without a word. */
export function shortList(names: readonly string[], shown = SHOWN): string {
  const rest = names.length - shown;
  return rest > 0 ? `${names.slice(0, shown).join(", ")} and ${rest} more` : names.join(", ");
}

export function changeText({ name, before, after }: ValueChange): string {
  return `${name}: ${valueText(before, "(not declared)")} -> ${valueText(after, "(no longer enforced: stays as it is)")}`;
}

/** A change line by line: of a list, only the entries that come and go. */
export function changeLines(change: ValueChange): string[] {
  const { name, before, after } = change;
  if (!isList(before) || !isList(after)) return [changeText(change)];
  const [old, current] = [new Set(before), new Set(after)];
  const gone = before.filter((entry) => !current.has(entry)).map((entry) => `${name}: - ${entry}`);
  const come = after.filter((entry) => !old.has(entry)).map((entry) => `${name}: + ${entry}`);
  return gone.length + come.length === 0 ? [`${name}: in another order`] : [...gone, ...come];
}
