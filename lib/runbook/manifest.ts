import { Finding } from "../rules/finding";
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
}

export interface SessionEntry {
  readonly shell: string;
  readonly host: string;
  readonly steps: readonly string[];
}

export function manifest(
  stack: string,
  digest: string,
  sessions: readonly Session[],
  findings: readonly Finding[],
  released: readonly ReleasedStep[],
): Manifest {
  return {
    schema: MANIFEST_SCHEMA,
    stack,
    digest,
    steps: sessions.flatMap((session) => session.steps),
    sessions: sessions.map(({ shell, host, steps }) => ({ shell, host, steps: steps.map((step) => step.id) })),
    findings,
    released,
  };
}
