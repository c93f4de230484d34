import { Finding } from "../rules/finding";
import { LandscapePart } from "../model/landscape";
import { withoutPeople } from "../onprem/people-state";
import { Step } from "../onprem/step";
import { ReleasedStep } from "./release";
import { Session } from "./session";

export const MANIFEST_SCHEMA = 1;

/**
 * manifest.json: the runbook as data, for tools; the server never reads it. It is described by manifest.schema.json.
 * There is no time, build host, path or random id in it.
 */
export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly stack: string;
  /** SHA-256 of checksums.json. */
  readonly digest: string;
  /** In execution order. */
  readonly steps: readonly Step[];
  readonly sessions: readonly SessionEntry[];
  readonly findings: readonly Finding[];
  /** Applied steps that are no longer managed and that nothing takes back. */
  readonly released: readonly ReleasedStep[];
  /** Servers, sites and the tenant, as declared: what the steps build on. */
  readonly landscape: readonly LandscapePart[];
}

/** Everything of a runbook that is not a file that the server runs. */
export interface RunbookContents {
  readonly stack: string;
  readonly findings: readonly Finding[];
  readonly released: readonly ReleasedStep[];
  readonly landscape: readonly LandscapePart[];
}

export interface SessionEntry {
  readonly shell: string;
  readonly host: string;
  readonly steps: readonly string[];
}

export function manifest(contents: RunbookContents, digest: string, sessions: readonly Session[]): Manifest {
  const { stack, findings, released, landscape } = contents;
  return {
    schema: MANIFEST_SCHEMA,
    stack,
    digest,
    steps: sessions.flatMap((session) => session.steps).map(withoutPeople),
    sessions: sessions.map(({ shell, host, steps }) => ({ shell, host, steps: steps.map((step) => step.id) })),
    findings,
    released,
    landscape,
  };
}
