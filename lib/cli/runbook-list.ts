import { Manifest, SessionEntry } from "../runbook/manifest";
import { Step } from "../onprem/step";
import { sortedSet } from "../values/text-order";
import { printedJson } from "../runbook/log-line";
import { listText } from "./runbook-list-text";
import { runbookAt, RunbookSource } from "./runbook-source";
import { Exit, Terminal } from "./terminal";

export interface RunbookListOptions extends RunbookSource {
  readonly json: boolean;
}

/** A session with its steps, as it is listed. */
export interface ListedSession {
  readonly number: number;
  readonly shell: SessionEntry["shell"];
  readonly host: string;
  readonly roles: readonly string[];
  readonly steps: readonly Step[];
}

/** Prints the sessions of a runbook in order, each with its steps. */
export function runbookList(options: RunbookListOptions, terminal: Terminal): Exit {
  const manifest = runbookAt(options);
  const sessions = sessionsOf(manifest);
  terminal.data(options.json ? printedJson(asData(manifest, sessions)) : listText(manifest, sessions));
  return Exit.FINE;
}

function sessionsOf({ sessions, steps }: Manifest): ListedSession[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return sessions.map(({ shell, host, steps: ids }, index) => {
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const roles = sortedSet(own.map(({ role }) => role).filter((role) => role !== ""));
    return { number: index + 1, shell, host, roles, steps: own };
  });
}

function asData({ stack, digest }: Manifest, sessions: readonly ListedSession[]): object {
  return {
    stack,
    digest,
    sessions: sessions.map(({ steps, ...session }) => ({
      ...session,
      steps: steps.map(({ id, title, risk }) => ({ id, title, risk })),
    })),
  };
}
