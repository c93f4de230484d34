import { readFileSync } from "node:fs";
import * as errors from "../errors";
import { jsonText } from "./json-text";
import { anything, listOf, nullable, oneOf, only, parseJson, Reader, refuseTwice, text, textLike } from "./json-shape";

export { isRecord } from "./json-shape";

/** What was captured of a property before the first write. */
export interface CapturedValue {
  readonly name: string;
  readonly value: unknown;
}

/** An object that a run wrote or found right. */
export interface DeployedObject {
  readonly noun: string;
  readonly identity: string;
  /** Digest of what was declared when it was applied. */
  readonly settings: string;
  /** `intended`: a run died between deciding to create and knowing that it did; it never counts as ours. */
  readonly createdByUs: "no" | "intended" | "yes";
  /** Identity under which an existing object was adopted; null when it is the declared one. */
  readonly foundAs: string | null;
  readonly before: readonly CapturedValue[];
}

/** A step that was applied. */
export interface DeployedStep {
  readonly id: string;
  readonly state: "done" | "undone" | "started";
  readonly phase: string;
  readonly shell: string;
  readonly host: string;
  readonly shape: string;
  readonly after: readonly string[];
  /** Digest that was approved when it ran. */
  readonly digest: string;
  readonly objects: readonly DeployedObject[];
}

/** `deployed/<stack>.json`: the on-premises state, committed by pull request. It holds no people. */
export interface Baseline {
  readonly schema: 1;
  readonly steps: readonly DeployedStep[];
}

export const EMPTY_BASELINE: Baseline = { schema: 1, steps: [] };

/**
 * `<kind>/<subject>[/<part>]`: an id becomes a file name, so one that came by file is held to the same letters. A piece does
 * not end in a dot, so none is `..`.
 */
export const STEP_ID = textLike(
  /^[A-Za-z0-9._-]*[A-Za-z0-9_-](\/[A-Za-z0-9._-]*[A-Za-z0-9_-]){1,2}$/,
  "a step id such as CsSipDomain/contoso.com",
);

export const CAPTURED_VALUES: Reader<readonly CapturedValue[]> = listOf(only({ name: text, value: anything }));

const DEPLOYED_OBJECT: Reader<DeployedObject> = only({
  noun: text,
  identity: text,
  settings: text,
  createdByUs: oneOf("no", "intended", "yes"),
  foundAs: nullable(text),
  before: CAPTURED_VALUES,
});

const DEPLOYED_STEP: Reader<DeployedStep> = only({
  id: STEP_ID,
  state: oneOf("done", "undone", "started"),
  phase: text,
  shell: text,
  host: text,
  shape: text,
  after: listOf(STEP_ID),
  digest: text,
  objects: listOf(DEPLOYED_OBJECT),
});

// What is not listed above is left behind: nobody's name enters the file by a slip of the hand.
const BASELINE: Reader<Baseline> = only({ schema: oneOf(1), steps: listOf(DEPLOYED_STEP) });

/**
 * Reads the committed baseline.
 *
 * @param path relative to the working directory
 * @throws when it is missing or malformed; the error prints the empty baseline to commit
 */
export function readBaseline(path: string): Baseline {
  let source: string;
  try {
    source = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code !== "ENOENT") throw malformed(path, error);
    throw errors.baselineMissing(path, JSON.stringify(EMPTY_BASELINE));
  }
  return parseBaseline(path, source);
}

export function parseBaseline(path: string, source: string): Baseline {
  try {
    const baseline = parseJson(source, BASELINE);
    // A merge of two branches leaves both versions of a step: which of them is true, only a person can say.
    refuseTwice(
      baseline.steps.map((step) => step.id),
      "steps",
    );
    return baseline;
  } catch (error) {
    throw malformed(path, error);
  }
}

export function baselineText(baseline: Baseline): string {
  return jsonText(baseline);
}

function malformed(path: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return errors.baselineMalformed(path, reason, JSON.stringify(EMPTY_BASELINE));
}
