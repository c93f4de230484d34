import { isRecord } from "../../runbook/json-shape";
import { ValueChange } from "../change";
import { Attributes, canonicalText, isSame, own, SENSITIVE, shownValue } from "./shown-value";
import { PlannedChange } from "./plan";

export const UNKNOWN = "(known after apply)";

/** What a planned change does to the attributes, those first that `first` names, those last that nobody knows yet. */
export function plannedValues(change: PlannedChange, first: readonly string[]): ValueChange[] {
  const { before, after, beforeSensitive, afterSensitive, afterUnknown } = change;
  const names = [before, after, isRecord(afterUnknown) ? afterUnknown : {}].flatMap((side) => Object.keys(side ?? {}));
  const values = [...new Set(names)].sort().flatMap((name): ValueChange[] => {
    const shownBefore = masked(own(before ?? {}, name), marks(beforeSensitive, name), SENSITIVE);
    const unknown = marks(afterUnknown, name);
    const known = masked(own(after ?? {}, name), marks(afterSensitive, name), SENSITIVE);
    const shownAfter = masked(known, unknown, UNKNOWN);
    if (isKept(change, name, unknown)) return [];
    const value = { name, before: shownValue(name, shownBefore), after: shownValue(name, shownAfter) };
    return isTold(value, change) ? [value] : [];
  });
  return values.sort((left, right) => weight(left, first) - weight(right, first));
}

/** Compared is what is really there: two secrets look alike. */
function isKept({ before, after }: PlannedChange, name: string, unknown: unknown): boolean {
  return !isMarked(unknown) && isSame(own(before ?? {}, name), own(after ?? {}, name));
}

/** Of what comes or goes as a whole, what holds nothing or is decided by the cloud says nothing. */
function isTold({ before, after }: ValueChange, change: PlannedChange): boolean {
  if (change.before !== null && change.after !== null) return before !== undefined || after !== undefined;
  return ![before, after].some((value) => value === UNKNOWN || value === "[]" || value === "{}");
}

function weight({ name, after }: ValueChange, first: readonly string[]): number {
  if (first.includes(name)) return 0;
  return after === UNKNOWN ? 2 : 1;
}

/** Marks are true, or have the shape of the value down to what is marked. */
function marks(mark: unknown, name: string): unknown {
  return isRecord(mark) ? own(mark, name) : mark;
}

function isMarked(mark: unknown): boolean {
  return canonicalText(mark ?? null).includes("true");
}

/** The value with a word in the place of everything that is marked. */
function masked(value: unknown, mark: unknown, word: string): unknown {
  if (mark === true) return value === undefined && word === SENSITIVE ? undefined : word;
  if (!isMarked(mark)) return value;
  if (Array.isArray(mark)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(list.length, mark.length) }, (_, at) => masked(list[at], mark[at], word));
  }
  const attributes: Attributes = isRecord(value) ? value : {};
  const names = [...new Set([...Object.keys(attributes), ...Object.keys(mark as Attributes)])];
  return Object.fromEntries(names.map((name) => [name, masked(own(attributes, name), marks(mark, name), word)]));
}
