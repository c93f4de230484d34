import { isRecord } from "../../runbook/json-shape";
import { Attributes, isSame, own } from "./shown-value";

const INPUT: ReadonlySet<string> = new Set(["noun", "identity", "settings", "script", "run"]);

/** What Terraform itself adds to a terraform_data. */
const COMPUTED: ReadonlySet<string> = new Set(["id", "output", "triggers_replace"]);

/**
 * Whether this is the mirror of an object that a PowerShell step owns. It does nothing and is told with its step, so
 * nothing may pass for one that could do something: a provisioner, a trigger, an attribute that is not ours.
 */
export function isMirror(type: string, name: string, attributes: Attributes): boolean {
  if (type !== "terraform_data" || !name.startsWith("declared_")) return false;
  const input = own(attributes, "input");
  const others = Object.keys(attributes).filter((key) => key !== "input");
  return (
    others.every((key) => COMPUTED.has(key)) &&
    (own(attributes, "triggers_replace") ?? null) === null &&
    isRecord(input) &&
    typeof own(input, "script") === "string" &&
    Object.keys(input).every((key) => INPUT.has(key))
  );
}

/** What happens to the mirrors, in numbers. */
export interface MirrorCount {
  added: number;
  changed: number;
  removed: number;
  renamed: number;
  /** Nothing differs but what the state says of the last run. */
  run: number;
}

export function noMirrors(): MirrorCount {
  return { added: 0, changed: 0, removed: 0, renamed: 0, run: 0 };
}

/** Counts a mirror that stands on both sides. */
export function countKept(count: MirrorCount, before: Attributes, after: Attributes): void {
  const [left, right] = [own(before, "input"), own(after, "input")];
  if (isSame(left, right)) return;
  if (isSame(withoutRun(left), withoutRun(right))) count.run += 1;
  else count.changed += 1;
}

export function mirrorNoise(count: MirrorCount): string[] {
  const { run, ...counted } = count;
  const told = Object.entries(counted).filter(([, number]) => number > 0);
  const total = told.reduce((sum, [, number]) => sum + number, 0);
  const objects = `declared object${total === 1 ? "" : "s"} of PowerShell steps`;
  const kinds = told.map(([kind, number]) => `${number} ${kind}`).join(", ");
  return [
    ...(total === 0 ? [] : [`${total} ${objects}: ${kinds}; told with their steps`]),
    ...(run === 0
      ? []
      : [`known noise: ${run} run mark${run === 1 ? "" : "s"} updated (input.run says what was done)`]),
  ];
}

function withoutRun(input: unknown): unknown {
  return isRecord(input) ? { ...input, run: null } : input;
}
