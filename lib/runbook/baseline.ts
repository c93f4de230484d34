import { existsSync, readFileSync } from "node:fs";
import * as errors from "../errors";
import { jsonText } from "./json-text";

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
 * Reads the committed baseline.
 *
 * @param path relative to the working directory
 * @throws when it is missing or malformed; the error prints the empty baseline to commit
 */
export function readBaseline(path: string): Baseline {
  const empty = JSON.stringify(EMPTY_BASELINE);
  if (!existsSync(path)) throw errors.baselineMissing(path, empty);
  return parseBaseline(path, readFileSync(path, "utf8"));
}

export function parseBaseline(path: string, text: string): Baseline {
  const malformed = (reason: string): Error => errors.baselineMalformed(path, reason, JSON.stringify(EMPTY_BASELINE));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
  if (!isRecord(data)) throw malformed("it is no JSON object");
  if (data.schema !== 1) throw malformed(`its schema is ${JSON.stringify(data.schema)}, this version knows 1`);
  if (!Array.isArray(data.steps)) throw malformed("it has no list of steps");
  const bad = data.steps.findIndex((step) => !isDeployedStep(step));
  if (bad >= 0) throw malformed(`step number ${bad + 1} lacks a field or holds one of the wrong type`);
  return { schema: 1, steps: data.steps.filter(isDeployedStep) };
}

export function baselineText(baseline: Baseline): string {
  return jsonText(baseline);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isDeployedStep(value: unknown): value is DeployedStep {
  if (!isRecord(value)) return false;
  const texts = [value.id, value.phase, value.shell, value.host, value.shape, value.digest];
  if (!texts.every((text) => typeof text === "string")) return false;
  if (value.state !== "done" && value.state !== "undone" && value.state !== "started") return false;
  if (!Array.isArray(value.after) || !value.after.every((id) => typeof id === "string")) return false;
  return Array.isArray(value.objects) && value.objects.every(isDeployedObject);
}

function isDeployedObject(value: unknown): value is DeployedObject {
  if (!isRecord(value)) return false;
  const texts = [value.noun, value.identity, value.settings];
  if (!texts.every((text) => typeof text === "string")) return false;
  if (value.createdByUs !== "no" && value.createdByUs !== "intended" && value.createdByUs !== "yes") return false;
  if (value.foundAs !== null && typeof value.foundAs !== "string") return false;
  return (
    Array.isArray(value.before) && value.before.every((entry) => isRecord(entry) && typeof entry.name === "string")
  );
}
