import { basename } from "node:path";
import * as errors from "../errors";
import { CATALOGUE } from "../onprem/catalog";
import { Phase } from "../onprem/phase";
import { byText, sortedSet } from "../values/text-order";
import { Baseline, CAPTURED_VALUES, CapturedValue, DeployedObject, DeployedStep, STEP_ID } from "./baseline";
import { listOf, nullable, oneOf, only, parseJson, Reader, refuseTwice, text, textLike } from "./json-shape";
import { originalId } from "./retired-id";

const RETIRE: string = Phase.RETIRE;

/** What a run says of one object. */
export interface ReceiptObject {
  readonly noun: string;
  readonly identity: string;
  /** Null for an entry that nobody declared and that the step took out: undo needs it, the baseline does not. */
  readonly settings: string | null;
  readonly createdByUs: DeployedObject["createdByUs"];
  readonly foundAs: string | null;
  readonly before: readonly CapturedValue[];
}

/** What a run says of one step. Who ran it, where and with which note stays in the state folder. */
export interface Receipt {
  readonly id: string;
  readonly state: DeployedStep["state"];
  readonly phase: string;
  readonly shell: string;
  readonly host: string;
  readonly shape: string;
  readonly after: readonly string[];
  readonly digest: string;
  readonly objects: readonly ReceiptObject[];
  /** UTC, in a form that sorts as text; null while it runs. */
  readonly finished: string | null;
}

/** `<stack>.handover.json`: every receipt that a state folder knows. */
export interface Handover {
  readonly stack: string;
  readonly receipts: readonly Receipt[];
}

const DIGEST = textLike(/^[0-9a-f]{64}$/, "a SHA-256");
// The stack becomes a file name: it must not lead anywhere else.
const STACK = textLike(/^(?!\.{1,2}$)[^/\\:\0]+$/, "the name of a stack");

const OBJECT: Reader<ReceiptObject> = only({
  noun: text,
  identity: text,
  settings: nullable(text),
  createdByUs: oneOf("no", "intended", "yes"),
  foundAs: nullable(text),
  before: CAPTURED_VALUES,
});

const RECEIPT: Reader<Receipt> = only({
  id: STEP_ID,
  state: oneOf("done", "undone", "started"),
  phase: text,
  shell: text,
  host: text,
  shape: text,
  after: listOf(STEP_ID),
  digest: DIGEST,
  objects: listOf(OBJECT),
  finished: nullable(text),
});

const HANDOVER: Reader<Handover & { readonly schema: 1 }> = only({
  schema: oneOf(1),
  stack: STACK,
  receipts: listOf(RECEIPT),
});

/** @throws when the text is no hand-over file of this version */
export function parseHandover(path: string, source: string): Handover {
  try {
    const { stack, receipts } = parseJson(source, HANDOVER);
    refuseTwice(
      receipts.map((receipt) => receipt.id),
      "receipts",
    );
    return { stack, receipts };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.notReadable(
      "a hand-over file",
      path,
      reason,
      "copy it from the state folder again; nothing was written",
    );
  }
}

/** @throws when the baseline file is named after another stack: its steps would be taken for this one's */
export function refuseOtherStack(baselinePath: string, stack: string): void {
  const owner = basename(baselinePath).replace(/\.json$/i, "");
  if (owner === stack) return;
  const move = `name the baseline of that stack, such as --baseline deployed/${stack}.json; nothing was written`;
  throw errors.notReadable(`the baseline of the stack "${stack}"`, baselinePath, `it belongs to "${owner}"`, move);
}

/**
 * The baseline after what the receipts say: a step that is done is in it, one that was undone or retired is not. Adding a
 * hand-over twice changes nothing the second time.
 */
export function addReceipts(baseline: Baseline, handover: Handover): Baseline {
  const steps = new Map(baseline.steps.map((step) => [step.id, step]));
  const receipts = new Map(handover.receipts.map((receipt) => [receipt.id, receipt]));
  for (const receipt of handover.receipts.filter((candidate) => retiredBy(candidate) === undefined)) {
    if (receipt.state === "done") steps.set(receipt.id, deployed(receipt, steps.get(receipt.id)));
    if (receipt.state === "undone") steps.delete(receipt.id);
  }
  for (const receipt of handover.receipts) {
    const original = retiredBy(receipt);
    if (original === undefined || receipt.state !== "done") continue;
    // A state folder keeps the receipts of both. Declared again and applied later, the step stands.
    if (!isLater(receipts.get(original), receipt)) steps.delete(original);
  }
  return { schema: 1, steps: [...steps.values()].sort((left, right) => byText(left.id, right.id)) };
}

/** The step that this receipt took back; undefined for a receipt of an ordinary step. */
function retiredBy(receipt: Receipt): string | undefined {
  const original = originalId(receipt.id);
  return receipt.phase === RETIRE && original !== receipt.id ? original : undefined;
}

function isLater(original: Receipt | undefined, retirement: Receipt): boolean {
  return original?.state === "done" && byText(original.finished ?? "", retirement.finished ?? "") > 0;
}

function deployed(receipt: Receipt, known: DeployedStep | undefined): DeployedStep {
  const { id, phase, shell, host, shape, after, digest } = receipt;
  return {
    id,
    state: "done",
    phase,
    shell,
    host,
    shape,
    after: sortedSet(after),
    digest,
    objects: objects(receipt, known),
  };
}

/** Entries that the receipt no longer has are gone, so they leave the baseline too. */
function objects(receipt: Receipt, known: DeployedStep | undefined): DeployedObject[] {
  if (isAboutPeople(receipt)) return [];
  return receipt.objects
    .flatMap((object) => {
      const { settings } = object;
      return settings === null ? [] : [deployedObject({ ...object, settings }, known)];
    })
    .sort((left, right) => byText(left.noun, right.noun) || byText(left.identity, right.identity));
}

/** Whether the objects of a step are people: no baseline names them. A kind that this version does not know may be such. */
export function isAboutPeople({ id, shape }: { readonly id: string; readonly shape: string }): boolean {
  return shape === "transition" && CATALOGUE.get(id.split("/")[0] ?? "")?.transition?.people !== false;
}

function deployedObject(
  object: ReceiptObject & { readonly settings: string },
  step: DeployedStep | undefined,
): DeployedObject {
  const known = step?.objects.find((candidate) => keyOf(candidate) === keyOf(object));
  const { noun, identity, settings, foundAs } = object;
  const before = [...first(known, object)].sort((left, right) => byText(left.name, right.name));
  // A state folder that was lost finds our own object and calls it found: what we know to be ours stays ours.
  const createdByUs = known?.createdByUs === "yes" ? "yes" : object.createdByUs;
  return { noun, identity, settings, createdByUs, foundAs, before };
}

/** What was there before the first write of all. A later run reads our own values. */
function first(known: DeployedObject | undefined, object: ReceiptObject): readonly CapturedValue[] {
  if (known?.createdByUs === "yes") return known.before;
  return known?.createdByUs === "no" && known.before.length > 0 ? known.before : object.before;
}

function keyOf(object: { readonly noun: string; readonly identity: string }): string {
  return JSON.stringify([object.noun, object.identity]).toLowerCase();
}
