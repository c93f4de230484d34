import { readFileSync } from "node:fs";
import * as errors from "../errors";
import { LandscapePart, PART_KINDS } from "../model/landscape";
import { Phase } from "../onprem/phase";
import { Shell } from "../onprem/shell";
import { PsValue } from "../onprem/ps-value";
import { ModuleNeed, Removal, RISK_LEVELS, Step, StepObject, UsersAffected } from "../onprem/step";
import { Finding } from "../rules/finding";
import { PARAMETER_NAME } from "../values/parameter-reference";
import { STEP_ID } from "./baseline";
import {
  count,
  exactly,
  flag,
  isRecord,
  listOf,
  mapOf,
  nullable,
  oneOf,
  optional,
  parseJson,
  Reader,
  refuseTwice,
  ShapeProblem,
  text,
  textLike,
  wholeNumber,
} from "./json-shape";
import { Manifest, MANIFEST_SCHEMA, SessionEntry } from "./manifest";
import { ReleasedStep } from "./release";

const PARAMETER = exactly({ parameter: textLike(PARAMETER_NAME, "the name of a parameter") });

const PS_VALUE: Reader<PsValue> = (value, place) => {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (isRecord(value)) return PARAMETER(value, place);
  return typeof value === "number" ? wholeNumber(value, place) : listOf(text)(value, place);
};

const OBJECT: Reader<StepObject & Removal> = exactly({ noun: text, identity: text, properties: mapOf(PS_VALUE) });

const USERS: Reader<UsersAffected> = exactly({
  total: optional(count),
  byHome: mapOf(count),
  byPool: mapOf(count),
  voice: optional(count),
});

const MODULE: Reader<ModuleNeed> = exactly({ name: text, minimum: optional(text) });

const FILLED = textLike(/^.+$/s, "a text that is not empty");

const STEP: Reader<Step> = exactly({
  id: STEP_ID,
  kind: FILLED,
  shape: oneOf("entity", "singleton", "list", "transition", "operation", "manual"),
  title: text,
  source: text,
  phase: oneOf(...Object.values(Phase)),
  shell: oneOf(...Object.values(Shell)),
  host: text,
  module: text,
  role: text,
  retire: flag,
  identity: text,
  objects: listOf(OBJECT),
  removals: listOf(OBJECT),
  undeclared: oneOf("Block", "Keep", "Remove"),
  mirror: oneOf("entries", "summary"),
  words: listOf(text),
  after: listOf(STEP_ID),
  risk: exactly({ level: oneOf(...RISK_LEVELS), reason: text }),
  undo: exactly({ possible: oneOf("yes", "with loss", "no"), how: text }),
  users: USERS,
  needs: exactly({ modules: listOf(MODULE), roles: listOf(text) }),
  outage: text,
  waits: text,
  approval: text,
  verification: text,
  unverified: listOf(text),
});

const SESSION: Reader<SessionEntry> = exactly({ shell: text, host: text, steps: listOf(STEP_ID) });

export const FINDING: Reader<Finding> = exactly({
  rule: text,
  severity: oneOf("error", "warning", "info"),
  subject: text,
  message: text,
  fix: text,
  source: text,
  accepted: nullable(exactly({ reason: text, until: text })),
});

const RELEASED: Reader<ReleasedStep> = exactly({ id: STEP_ID, reason: FILLED });

const PART: Reader<LandscapePart> = exactly({
  kind: oneOf(...PART_KINDS),
  name: text,
  facts: mapOf(text),
  links: listOf(exactly({ to: text, label: text })),
});

const MANIFEST: Reader<Manifest> = exactly({
  schema: oneOf(MANIFEST_SCHEMA),
  stack: FILLED,
  digest: textLike(/^[0-9a-f]{64}$/, "a SHA-256"),
  steps: listOf(STEP),
  sessions: listOf(SESSION),
  findings: listOf(FINDING),
  released: listOf(RELEASED),
  landscape: listOf(PART),
});

/** @throws when the file is missing or is no manifest of this version */
export function readManifest(path: string): Manifest {
  let source: string;
  try {
    source = readFileSync(path, "utf8");
  } catch (error) {
    throw notAManifest(path, error);
  }
  return parseManifest(path, source);
}

/** @throws when the text is no manifest of this version, or its parts contradict each other */
export function parseManifest(path: string, source: string): Manifest {
  try {
    const manifest = parseJson(source, MANIFEST);
    refuseTwice(
      manifest.steps.map((step) => step.id),
      "steps",
    );
    checkSessions(manifest);
    return manifest;
  } catch (error) {
    throw notAManifest(path, error);
  }
}

/** Steps and sessions tell one order. Where they differ, somebody edited the file. */
function checkSessions({ steps, sessions }: Manifest): void {
  const told = JSON.stringify(sessions.flatMap((session) => session.steps));
  if (told === JSON.stringify(steps.map((step) => step.id))) return;
  throw new ShapeProblem("sessions", "do not hold the steps in the order of steps");
}

function notAManifest(path: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return errors.notReadable("a runbook manifest", path, reason, "write it again with cdktf synth and this version");
}
