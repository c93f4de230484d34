import { CATALOGUE, kindOf } from "../onprem/catalog";
import { KindRow } from "../onprem/catalog/kind";
import { Phase } from "../onprem/phase";
import { Shell } from "../onprem/shell";
import { Bag, ModuleNeed, PsValue, Removal, Step } from "../onprem/step";
import { byText, sortedSet } from "../values/text-order";
import { Baseline, CapturedValue, DeployedObject, DeployedStep } from "./baseline";
import { retiredId } from "./retired-id";
import { handWords } from "./retirement-words";

const VERIFY: string = Phase.VERIFY;

/** What retirement needs of the deployment besides the baseline. */
export interface RetirementContext {
  /** Module that owns the cmdlets of a shell. */
  readonly moduleOf: (shell: Shell) => ModuleNeed;
}

/** A step that takes back another. */
export interface Retirement {
  readonly of: DeployedStep;
  readonly step: Step;
}

export interface Surroundings {
  readonly declared: readonly Step[];
  readonly baseline: Baseline;
  readonly context: RetirementContext;
}

/** How a step is taken back; undefined when there is nothing to take back, or its subject is declared under another id. */
export function retirementOf(of: DeployedStep, around: Surroundings): Retirement | undefined {
  const step = retirementStep(of, around);
  return step === undefined ? undefined : { of, step };
}

function retirementStep(of: DeployedStep, around: Surroundings): Step | undefined {
  const row = rowOf(of);
  if (row.shape === "operation" || onlyLooked(of, around.declared)) return undefined;
  const base = retirementBase(of, row, around.context);
  if (row.shape === "list" && row.noun === "") return listRetirement(base, of, around.declared);
  const own = of.objects.find((object) => object.noun === row.noun && row.noun !== "");
  if (own === undefined || row.shape === "list") return byHand(base, of, undefined, siblingOf(of, around.declared));
  const elsewhere = declaredElsewhere(own, row.shell, around.declared);
  if (row.shape === "entity" && own.createdByUs === "yes" && row.createdByHand !== true) {
    if (elsewhere !== undefined) return undefined;
    const adopter = adopterOf(own, row, around);
    return adopter === undefined ? removal(base, row, own) : byHand(base, of, adopter);
  }
  // One verb made the state; which call unmakes it depends on what people have done since.
  if (row.shape === "transition") return elsewhere === undefined ? byHand(base, of) : undefined;
  const captured = own.before.filter(({ name }) => name in row.properties && elsewhere?.has(name) !== true);
  if (captured.length === 0 && elsewhere !== undefined) return undefined;
  if (captured.some(({ name, value }) => value === true && row.properties[name]?.exclusive === true)) return byHand(base, of);
  const values = writableBag(captured);
  // Which of the kinds that share this name wrote it, the baseline does not say.
  if (row.key !== kindKey(of)) return byHand(base, of);
  // Half of what was there is no restoration: somebody has to look.
  return values === undefined || captured.length === 0 ? byHand(base, of) : restoration(base, row, own, values);
}

/** Kinds that share a noun may share its name in ids; reading and removing are the same for them. */
function rowOf(of: DeployedStep): KindRow {
  const key = kindKey(of);
  return CATALOGUE.get(key) ?? [...CATALOGUE.values()].find(({ noun }) => noun === key) ?? kindOf(key);
}

function kindKey(deployed: DeployedStep): string {
  if (deployed.shape === "manual") return "manual";
  const [kind = "", subject = ""] = deployed.id.split("/");
  return kind === "domain-lists" ? `${kind}-${subject}` : kind;
}

/** Names of the properties that other steps declare of this very object; undefined when no step declares it. */
function declaredElsewhere(
  own: DeployedObject,
  shell: Shell,
  declared: readonly Step[],
): ReadonlySet<string> | undefined {
  const objects = declared.filter((step) => step.shell === shell).flatMap((step) => step.objects);
  const same = objects.filter((object) => ownerKey(object) === ownerKey(own));
  return same.length === 0 ? undefined : new Set(same.flatMap((object) => Object.keys(object.properties)));
}

/**
 * A declared object that may have adopted this one: a run finds an object by the value that no two may share and keeps it
 * under its old identity. Removing that identity would remove what is declared.
 */
function adopterOf(own: DeployedObject, row: KindRow, { declared, baseline }: Surroundings): string | undefined {
  if (row.uniqueBy === undefined) return undefined;
  const adopter = declared.find((step) => {
    if (step.kind !== row.key) return false;
    const known = baseline.steps.find((candidate) => candidate.id === step.id && candidate.state !== "undone");
    return known === undefined || known.objects.some((object) => sameText(object.foundAs, own.foundAs ?? own.identity));
  });
  return adopter?.identity;
}

function retirementBase(deployed: DeployedStep, row: KindRow, context: RetirementContext): Step {
  const module = context.moduleOf(row.shell);
  return {
    id: retiredId(deployed.id),
    kind: row.key,
    shape: row.shape,
    title: "",
    source: "",
    phase: Phase.RETIRE,
    shell: row.shell,
    host: deployed.host,
    module: module.name,
    role: row.role,
    retire: false,
    identity: "",
    objects: [],
    removals: [],
    undeclared: "Keep",
    mirror: "entries",
    words: [],
    after: [],
    risk: { level: "high", reason: "it takes back what people may be using" },
    undo: { possible: "yes", how: "declare it again and apply" },
    users: { total: undefined, byHome: {}, byPool: {}, voice: undefined },
    needs: { modules: module.name === "" ? [] : [module], roles: [row.role] },
    outage: "",
    waits: "",
    approval: "a change record that names what is taken back",
    verification: "the controller reads it back",
    unverified: [],
  };
}

function removal(base: Step, row: KindRow, own: DeployedObject): Step {
  const identity = own.foundAs ?? own.identity;
  return {
    ...base,
    retire: true,
    identity,
    objects: [{ noun: own.noun, identity, properties: {} }],
    title: `${row.noun} ${identity}, created by this runbook and no longer declared, is removed.`,
    verification: `Get-${row.noun} no longer lists it`,
  };
}

function restoration(base: Step, row: KindRow, own: DeployedObject, values: Bag): Step {
  // A site is found as Site:HQ, but written to by its bare name.
  const identity = row.createdByHand === true ? own.identity : (own.foundAs ?? own.identity);
  return {
    ...base,
    identity,
    objects: [{ noun: own.noun, identity, properties: values }],
    title: `${row.noun} ${identity}, no longer declared, gets back the values it had before.`,
    verification: `Get-${row.noun} shows the earlier values`,
  };
}

/** Also a list that holds nothing of ours yields a step: whoever removed the construct reads that nothing is removed. */
function listRetirement(base: Step, of: DeployedStep, declared: readonly Step[]): Step | undefined {
  const still = new Set(declared.flatMap((step) => step.objects).map(ownerKey));
  const ours = of.objects.filter((object) => object.createdByUs === "yes");
  const removals = ours.filter((object) => !still.has(ownerKey(object))).map(removalOf);
  if (of.objects.length > 0 && of.objects.every((object) => still.has(ownerKey(object)))) return undefined;
  if (removals.length === 0) {
    return {
      ...base,
      title: `${of.id} is no longer declared; nothing in its lists came from this runbook, so nothing is removed.`,
      risk: { level: "low", reason: "nothing is written" },
    };
  }
  const entries = removals.length === 1 ? "The entry that" : `The ${removals.length} entries that`;
  const title = `${entries} this runbook added, no longer declared, ${removals.length === 1 ? "is" : "are"} removed.`;
  return { ...base, removals, title, risk: removalRisk(removals) };
}

function byHand(base: Step, of: DeployedStep, adopter?: string, sibling?: Step): Step {
  const role = sibling?.role ?? base.role;
  return {
    ...base,
    role,
    kind: "manual",
    shape: "manual",
    shell: Shell.BY_HAND,
    module: "",
    needs: { modules: [], roles: [role] },
    title: `${of.id} is no longer declared and is taken back by hand.`,
    words: handWords(of, adopter, sibling?.undo.how),
    verification: "the person who signs off has looked",
  };
}

/** A person looked whether all is well, or would look again now: nothing stays of that. */
function onlyLooked(of: DeployedStep, declared: readonly Step[]): boolean {
  if (of.shape !== "manual") return false;
  return of.phase === VERIFY || siblingOf(of, declared)?.risk.level === "info";
}

/** The step that asks the same of a person today, about another subject. */
function siblingOf({ id }: DeployedStep, declared: readonly Step[]): Step | undefined {
  const [name] = id.split("/");
  return declared.find((step) => step.shape === "manual" && step.id.split("/")[0] === name);
}

export function removalOf(object: DeployedObject): Removal {
  return { noun: object.noun, identity: object.identity, properties: writableBag(object.before) ?? {} };
}

export function removalRisk(removals: readonly Removal[]): Step["risk"] {
  const names = sortedSet(removals.map((entry) => entry.identity));
  const others = names.length > 3 ? " and others" : "";
  return { level: "high", reason: `it removes ${names.slice(0, 3).join(", ")}${others} from a list` };
}

/** One object of the servers, whatever the case of its name. */
export function ownerKey(object: { readonly noun: string; readonly identity: string }): string {
  return JSON.stringify([object.noun, object.identity]).toLowerCase();
}

/** What was captured, as values that a script can write back; undefined when one of them is none. */
function writableBag(captured: readonly CapturedValue[]): Bag | undefined {
  const entries = captured
    .map(({ name, value }): [string, unknown] => [name, value])
    .filter((entry): entry is [string, PsValue] => isWritable(entry[1]))
    .sort(([left], [right]) => byText(left, right));
  return entries.length < captured.length ? undefined : Object.fromEntries(entries);
}

function isWritable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "string" || typeof value === "boolean" || Number.isSafeInteger(value);
}

function sameText(left: string | null, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}
