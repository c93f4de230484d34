import { Step } from "../onprem/step";
import { Manifest, SessionEntry } from "../runbook/manifest";
import { sortedSet } from "../values/text-order";

/** A session with its steps, as it is listed. */
export interface ListedSession {
  readonly number: number;
  readonly shell: SessionEntry["shell"];
  readonly host: string;
  readonly roles: readonly string[];
  readonly steps: readonly Step[];
}

/** The sessions of a runbook in order, each with its steps. */
export function listedSessions({ sessions, steps }: Manifest): ListedSession[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return sessions.map(({ shell, host, steps: ids }, index) => {
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const roles = sortedSet(own.map(({ role }) => role).filter((role) => role !== ""));
    return { number: index + 1, shell, host, roles, steps: own };
  });
}
