import { byText, sortedSet } from "../../values/text-order";
import { ResourceChange, ValueChange } from "../change";
import { TerraformPart } from "../diff";
import { shortList } from "../value-changes";
import { Configuration, configuration, Declared, Quiet, QUIET } from "./configuration";
import { forcedBy, isIgnored } from "./forced-replacement";
import { countKept, isMirror, MirrorCount, mirrorNoise, noMirrors } from "./mirrors";
import { letGo, takenOver, Untold } from "./ownership";
import { likelyRenames, movedResources, renamedReferences } from "./renames";
import { attributeChanges, isSame, SENSITIVE } from "./shown-value";
import { readSource, SourceText } from "./source-text";

const NOTHING: Configuration = {
  resources: new Map(),
  moves: [],
  released: new Set(),
  imported: new Map(),
  settings: new Map(),
  quiet: { data: new Map(), check: new Map(), output: new Map() },
};

/**
 * What two syntheses say differently of the cloud half. A side that is undefined declares nothing.
 *
 * @throws when a text is not the cdk.tf.json of a stack
 */
export function synthesisChanges(before: SourceText | undefined, after: SourceText | undefined): TerraformPart {
  const [left, right] = [read(before), read(after)];
  const mirrors = noMirrors();
  const pairs = pairsOf(left, right).filter((pair) => !isCounted(pair, mirrors));
  const hints = renameNotes(pairs);
  const resources = pairs.flatMap((pair) => resourceChanges(pair, left, right, hints));
  // A stack that comes or goes as a whole brings its backend and its providers: they change nothing.
  const settings = before === undefined || after === undefined ? [] : settingChanges(left, right);
  return {
    from: "synthesis",
    changes: [...resources, ...settings].sort((a, b) => byText(a.address, b.address)),
    noise: [...mirrorNoise(mirrors), ...QUIET.flatMap((kind) => quietNoise(kind, left, right))],
  };
}

function read(source: SourceText | undefined): Configuration {
  if (source === undefined) return NOTHING;
  const move = "run cdktf synth again and name its output";
  return readSource(source, "the Terraform of a stack, cdk.tf.json", move, configuration);
}

/** One resource on both sides, under the address that it has now. */
interface Pair {
  readonly address: string;
  readonly before: Declared | undefined;
  readonly after: Declared | undefined;
}

function pairsOf(left: Configuration, right: Configuration): Pair[] {
  const moved = movedResources(left, right);
  const origins = new Set(moved.values());
  const names = new Map([...moved].map(([to, from]) => [from, to]));
  const was = (address: string): Declared | undefined => {
    const declared = left.resources.get(moved.get(address) ?? address);
    return declared === undefined ? undefined : renamedReferences(declared, names);
  };
  const addresses = sortedSet([...left.resources.keys(), ...right.resources.keys()]);
  return addresses
    .filter((address) => !origins.has(address))
    .map((address) => ({ address, before: was(address), after: right.resources.get(address) }));
}

/** Mirrors are counted. What is a mirror on one side alone is looked at like everything else. */
function isCounted({ before, after }: Pair, count: MirrorCount): boolean {
  const sides = [before, after].filter((side) => side !== undefined);
  if (!sides.every(({ type, name, attributes }) => isMirror(type, name, attributes))) return false;
  if (before === undefined) count.added += 1;
  else if (after === undefined) count.removed += 1;
  else {
    if (before.address !== after.address) count.renamed += 1;
    countKept(count, before.attributes, after.attributes);
  }
  return true;
}

function renameNotes(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const gone = pairs.filter((pair) => pair.after === undefined).flatMap(({ before }) => before ?? []);
  const come = pairs.filter((pair) => pair.before === undefined).flatMap(({ after }) => after ?? []);
  return new Map(
    likelyRenames(gone, come).flatMap(({ from, to }) => {
      const way = `a moved block from ${from} to ${to} would keep it and its id`;
      return [
        [from, `${to} is created with the same declaration: ${way}`],
        [to, `${from} is destroyed and declared the same: ${way}`],
      ];
    }),
  );
}

function resourceChanges(
  { address, before, after }: Pair,
  left: Configuration,
  right: Configuration,
  hints: ReadonlyMap<string, string>,
): ResourceChange[] {
  const type = (after ?? before)?.type ?? "";
  const hint = hints.get(address);
  const values = attributeChanges(before?.attributes ?? {}, after?.attributes ?? {});
  const change = { about: "resource" as const, address, type, values, notes: hint === undefined ? [] : [hint] };
  if (before === undefined) {
    const id = left.imported.has(address) ? undefined : right.imported.get(address);
    return [id === undefined ? { ...change, action: "added" } : takenOver(change, id)];
  }
  if (after === undefined) return [right.released.has(address) ? letGo(change) : { ...change, action: "removed" }];
  const isMoved = before.address !== after.address;
  const move = { ...change, action: "moved" as const, movedFrom: before.address, values: [] };
  return [...(isMoved ? [move] : []), ...(values.length === 0 ? [] : [changedResource(change, before, after)])];
}

function changedResource(change: Untold, before: Declared, after: Declared): ResourceChange {
  const forced = forcedBy(change.type, change.values, before.attributes, after.attributes);
  const ignored = change.values.filter(({ name }) => isIgnored(name, after.attributes)).map(({ name }) => name);
  const notes = [
    ...change.notes,
    ...(forced.length === 0 ? [] : [`a new one is forced by: ${shortList(forced)}`]),
    ...(ignored.length === 0 ? [] : [`lifecycle.ignore_changes leaves alone: ${shortList(ignored)}`]),
  ];
  return { ...change, action: forced.length === 0 ? "changed" : "replaced", notes };
}

/** Always `changed`: nothing in the cloud is created or destroyed by it. */
function settingChanges(left: Configuration, right: Configuration): ResourceChange[] {
  return sortedSet([...left.settings.keys(), ...right.settings.keys()]).flatMap((address): ResourceChange[] => {
    const [before, after] = [left.settings.get(address), right.settings.get(address)];
    const open = attributeChanges(before?.attributes ?? {}, after?.attributes ?? {});
    const isSecret = before?.isSecret === true || after?.isSecret === true;
    const values = isSecret ? open.map(hidden) : open;
    const type = (after ?? before)?.type ?? "";
    const isKept = before !== undefined && after !== undefined;
    if (values.length === 0 && isKept) return [];
    const notes = type === "backend" ? [MOVE_STATE] : [];
    return [{ about: "resource", action: "changed", address, type, values, notes }];
  });
}

function hidden({ name, before, after }: ValueChange): ValueChange {
  const word = (value: ValueChange["before"]): string | undefined => (value === undefined ? undefined : SENSITIVE);
  return { name, before: word(before), after: word(after) };
}

const MOVE_STATE = "run terraform init -migrate-state: with an empty state everything is created a second time";

const QUIET_WORDS: Readonly<Record<Quiet, readonly [string, string]>> = {
  data: ["data sources", "they only read"],
  check: ["checks", "they only warn"],
  output: ["outputs", "nothing is done by them"],
};

function quietNoise(kind: Quiet, left: Configuration, right: Configuration): string[] {
  const [before, after] = [left.quiet[kind], right.quiet[kind]];
  const told = sortedSet([...before.keys(), ...after.keys()]).flatMap((name) => {
    if (!after.has(name)) return [`${name} removed`];
    if (!before.has(name)) return [`${name} added`];
    return isSame(before.get(name), after.get(name)) ? [] : [`${name} changed`];
  });
  const [noun, meaning] = QUIET_WORDS[kind];
  return told.length === 0 ? [] : [`${noun}: ${shortList(told, 5)}; ${meaning}`];
}
