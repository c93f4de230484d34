import { join } from "node:path";
import { readBaseline } from "../runbook/baseline";
import { refuseOtherStack } from "../runbook/receipts";
import { STEP_STATES, stepStatuses, StepState, StepStatus } from "../runbook/step-status";
import { printedJson } from "../runbook/log-line";
import { runbookAt, RunbookSource } from "./runbook-source";
import { statusText } from "./runbook-status-text";
import { Exit, Terminal } from "./terminal";

export interface RunbookStatusOptions extends RunbookSource {
  /** @default - deployed/<stack>.json */
  readonly baseline?: string;
  readonly json: boolean;
  readonly detailedExitcode: boolean;
}

/** Prints what the committed baseline says of every step. It asks no server: what somebody changed there, a dry run shows. */
export function runbookStatus(options: RunbookStatusOptions, terminal: Terminal): Exit {
  const manifest = runbookAt(options);
  const path = options.baseline ?? join("deployed", `${manifest.stack}.json`);
  refuseOtherStack(path, manifest.stack);
  const statuses = stepStatuses(manifest, readBaseline(path));
  const { stack } = manifest;
  const data = { stack, counts: countsOf(statuses), steps: statuses };
  terminal.data(options.json ? printedJson(data) : statusText(manifest, statuses));
  return options.detailedExitcode && statuses.some(({ open }) => open) ? Exit.CHANGES : Exit.FINE;
}

function countsOf(statuses: readonly StepStatus[]): Record<StepState | "open", number> {
  const count = (state: StepState): number => statuses.filter((status) => status.state === state).length;
  const states = Object.fromEntries(STEP_STATES.map((state) => [state, count(state)])) as Record<StepState, number>;
  return { ...states, open: statuses.filter(({ open }) => open).length };
}
