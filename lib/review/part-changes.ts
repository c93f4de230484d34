import { LandscapePart } from "../model/landscape";
import { Manifest } from "../runbook/manifest";
import { PartChange } from "./change";
import { valueChanges } from "./value-changes";

/** Servers, sites and the tenant that came, went or are declared otherwise. */
export function partChanges(before: Manifest, after: Manifest): PartChange[] {
  const earlier = byName(before.landscape);
  const now = byName(after.landscape);
  const present = after.landscape.flatMap((part): PartChange[] => {
    const was = earlier.get(keyOf(part));
    const values = valueChanges(was?.facts ?? {}, part.facts);
    if (was === undefined) return [{ about: "part", action: "added", part, values }];
    return values.length === 0 ? [] : [{ about: "part", action: "changed", part, values }];
  });
  const gone = before.landscape.filter((part) => !now.has(keyOf(part)));
  return [
    ...present,
    ...gone.map(
      (part): PartChange => ({ about: "part", action: "removed", part, values: valueChanges(part.facts, {}) }),
    ),
  ];
}

function byName(parts: readonly LandscapePart[]): ReadonlyMap<string, LandscapePart> {
  return new Map(parts.map((part) => [keyOf(part), part]));
}

function keyOf({ kind, name }: LandscapePart): string {
  return JSON.stringify([kind, name]);
}
