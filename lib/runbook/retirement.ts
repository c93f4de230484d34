import { kindOf } from "../onprem/catalog";
import { KindRow } from "../onprem/catalog/kind";
import { ancestors } from "../onprem/order";
import { Phase } from "../onprem/phase";
import { Shell } from "../onprem/shell";
import { Bag, PsValue, Removal, Step } from "../onprem/step";
import { byText, sortedSet } from "../values/text-order";
import { Baseline, CapturedValue, DeployedObject, DeployedStep } from "./baseline";

/** What retirement needs of the deployment besides the baseline. */
export interface RetirementContext {
  /** Module that owns the cmdlets of a shell. */
  readonly moduleOf: (shell: Shell) => { readonly name: string; readonly minimum: string | undefined };
}

/**
 * Adds to the list steps what an earlier run put into their lists and nobody declares any more: one reviewed removal an
 * entry. An entry that was there before us is not ours to remove; the step will block on it and name it.
 */
export function withRemovals(step: Step, baseline: Baseline): Step {
  const deployed = baseline.steps.find((candidate) => candidate.id === step.id);
  if (step.shape !== "list" || deployed === undefined) return step;
  const declared = new Set(step.objects.map((object) => `${object.noun} ${object.identity}`));
  const removals = deployed.objects
    .filter((object) => isMember(kindOf(step.kind), object))
    .filter((object) => object.createdByUs === "yes" && !declared.has(`${object.noun} ${object.identity}`))
    .map(removalOf)
    .sort((left, right) => byText(left.noun, right.noun) || byText(left.identity, right.identity));
  return removals.length === 0 ? step : { ...step, removals, risk: removalRisk(removals) };
}

/** Steps in 90-retire for what the baseline holds and the declaration no longer does, last applied first taken back. */
export function retirementSteps(declared: readonly Step[], baseline: Baseline, context: RetirementContext): Step[] {
  const ids = new Set(declared.map((step) => step.id));
  const gone = baseline.steps.filter((step) => step.state !== "undone" && !ids.has(step.id));
  const steps = gone.map((step) => retirementOf(step, context)).filter((step) => step !== undefined);
  const retired = new Set(steps.map((step) => step.id));
  // What depended on a step is taken back before it, also where only a wait stood between the two.
  const after = new Map(gone.map((step) => [step.id, step.after]));
  return steps.map((step) => {
    const dependents = gone.filter((other) => ancestors(other.id, after).has(originalId(step.id)));
    return {
      ...step,
      after: sortedSet(dependents.map((other) => retiredId(other.id)).filter((id) => retired.has(id))),
    };
  });
}

const SUFFIX = "retire";

/** `CsHostingProvider/Office365/retire`, or with a part of its own `.../shared-sip-address-space-retire`. */
export function retiredId(id: string): string {
  return id.split("/").length > 2 ? `${id}-${SUFFIX}` : `${id}/${SUFFIX}`;
}

/** The id of the step that a retirement takes back; the id itself when it is none. */
export function originalId(id: string): string {
  return id.replace(/[/-]retire$/, "");
}

function retirementOf(deployed: DeployedStep, context: RetirementContext): Step | undefined {
  const row = kindOf(kindKey(deployed));
  if (row.shape === "operation") return undefined;
  const base = retirementBase(deployed, row, context);
  const own = deployed.objects.find((object) => object.noun === row.noun);
  if (row.shape === "list" && row.noun === "") return listRetirement(base, deployed);
  if (row.shape === "entity" && own?.createdByUs === "yes") return removal(base, row, own);
  const captured = own === undefined ? {} : capturedBag(row, own.before);
  const restorable = own !== undefined && Object.keys(captured).length > 0 && row.shape !== "list";
  return restorable ? restoration(base, row, own, captured) : byHand(base, deployed);
}

function kindKey(deployed: DeployedStep): string {
  if (deployed.shape === "manual") return "manual";
  const [kind = "", subject = ""] = deployed.id.split("/");
  return kind === "domain-lists" ? `${kind}-${subject}` : kind;
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
    retire: true,
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
    identity,
    objects: [{ noun: own.noun, identity, properties: {} }],
    title: `${row.noun} ${identity}, created by this runbook and no longer declared, is removed.`,
    verification: `Get-${row.noun} no longer lists it`,
  };
}

function restoration(base: Step, row: KindRow, own: DeployedObject, captured: Bag): Step {
  const identity = own.foundAs ?? own.identity;
  return {
    ...base,
    retire: false,
    identity,
    objects: [{ noun: own.noun, identity, properties: captured }],
    title: `${row.noun} ${identity}, no longer declared, gets back the values it had before.`,
    verification: `Get-${row.noun} shows the earlier values`,
  };
}

function listRetirement(base: Step, deployed: DeployedStep): Step {
  const removals = deployed.objects.filter((object) => object.createdByUs === "yes").map(removalOf);
  return {
    ...base,
    retire: false,
    removals,
    title: `The ${removals.length} entries that this runbook added, no longer declared, are removed.`,
    risk: removalRisk(removals),
  };
}

function byHand(base: Step, deployed: DeployedStep): Step {
  return {
    ...base,
    kind: "manual",
    shape: "manual",
    shell: Shell.BY_HAND,
    module: "",
    retire: false,
    needs: { modules: [], roles: [base.role] },
    title: `${deployed.id} is no longer declared and is taken back by hand.`,
    words: [
      `${deployed.id} was applied on ${deployed.host} and is no longer declared.`,
      "What it held before stands in the baseline and in the receipts; decide what has to be taken back, and do it.",
    ],
    verification: "the person who signs off has looked",
  };
}

function isMember(row: KindRow, object: DeployedObject): boolean {
  return row.members.some((member) => member.noun === object.noun);
}

function removalOf(object: DeployedObject): Removal {
  return { noun: object.noun, identity: object.identity, properties: scalarBag(object.before) };
}

function removalRisk(removals: readonly Removal[]): Step["risk"] {
  const names = removals.map((entry) => entry.identity);
  const shown = sortedSet(names).slice(0, 3).join(", ");
  return { level: "high", reason: `it removes ${shown}${new Set(names).size > 3 ? " and others" : ""} from a list` };
}

/** Of what was captured, the values that a script can write back as they are. */
function capturedBag(row: KindRow, before: readonly CapturedValue[]): Bag {
  const bag = scalarBag(before);
  return Object.fromEntries(Object.entries(bag).filter(([name]) => name in row.properties));
}

function scalarBag(before: readonly CapturedValue[]): Bag {
  const entries = before
    .map(({ name, value }): [string, unknown] => [name, value])
    .filter((entry): entry is [string, PsValue] => isScalar(entry[1]))
    .sort(([left], [right]) => byText(left, right));
  return Object.fromEntries(entries);
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || Number.isSafeInteger(value);
}
