import { Manifest } from "../runbook/manifest";
import { printedJson } from "../runbook/log-line";
import { ListedSession, listedSessions } from "./listed-session";
import { listText } from "./runbook-list-text";
import { runbookAt, RunbookSource } from "./runbook-source";
import { Exit, Terminal } from "./terminal";

export interface RunbookListOptions extends RunbookSource {
  readonly json: boolean;
}

/** Prints the sessions of a runbook in order, each with its steps. */
export function runbookList(options: RunbookListOptions, terminal: Terminal): Exit {
  const manifest = runbookAt(options);
  const sessions = listedSessions(manifest);
  terminal.data(options.json ? printedJson(asData(manifest, sessions)) : listText(manifest, sessions));
  return Exit.FINE;
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
