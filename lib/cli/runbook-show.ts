import * as errors from "../errors";
import { Step } from "../onprem/step";
import { stepScriptPath } from "../powershell/step-script";
import { Manifest } from "../runbook/manifest";
import { nearest } from "../values/nearest";
import { printedJson } from "../runbook/log-line";
import { runbookAt, RunbookSource } from "./runbook-source";
import { stepText } from "./runbook-step-text";
import { Exit, Terminal } from "./terminal";

export interface RunbookShowOptions extends RunbookSource {
  readonly json: boolean;
}

/**
 * Prints everything that one step declares.
 *
 * @param id as RUNBOOK.md has it, in any case
 * @throws when the runbook has no such step; the error names near ones
 */
export function runbookShow(id: string, options: RunbookShowOptions, terminal: Terminal): Exit {
  const step = stepOf(runbookAt(options), id);
  const script = stepScriptPath(step);
  terminal.data(options.json ? printedJson({ ...step, script }) : stepText(step, script));
  return Exit.FINE;
}

function stepOf({ stack, steps }: Manifest, id: string): Step {
  const found = steps.find((step) => step.id.toLowerCase() === id.toLowerCase());
  if (found !== undefined) return found;
  const ids = steps.map((step) => step.id);
  throw errors.unknownStep(id, stack, nearest(id, ids));
}
