import { join } from "node:path";
import { mergedPlan } from "../review/merged-plan";
import { mergedPlanMarkdown, mergedPlanText } from "../review/merged-plan-text";
import { planChanges } from "../review/terraform/plan-changes";
import { readBaseline } from "../runbook/baseline";
import { printedJson } from "../runbook/log-line";
import { refuseOtherStack } from "../runbook/receipts";
import { runbookAt, RunbookSource } from "./runbook-source";
import { sourceText } from "./runbook-texts";
import { Exit, Terminal } from "./terminal";

export interface PlanOptions extends Omit<RunbookSource, "from"> {
  readonly format: "text" | "markdown" | "json";
  /** The same as format json. */
  readonly json: boolean;
  /** @default - deployed/<stack>.json */
  readonly baseline?: string;
  /** Plan as `terraform show -json` writes it. @default - the cloud half is not told */
  readonly tfplan?: string;
  readonly detailedExitcode: boolean;
}

const SCHEMA = 1;

/** Prints what is still to be done, on the servers and in the cloud, as one list. It asks no server. */
export function plan(from: string, options: PlanOptions, terminal: Terminal): Exit {
  const { stack, tfplan } = options;
  const manifest = runbookAt(stack === undefined ? { from } : { from, stack });
  const path = options.baseline ?? join("deployed", `${manifest.stack}.json`);
  refuseOtherStack(path, manifest.stack);
  const terraform = tfplan === undefined ? undefined : planChanges(sourceText(tfplan));
  const merged = mergedPlan(manifest, readBaseline(path), terraform);
  if (options.json || options.format === "json") terminal.data(printedJson({ schema: SCHEMA, ...merged }));
  else if (options.format === "markdown") terminal.data(mergedPlanMarkdown(merged));
  else terminal.data(mergedPlanText(merged, terminal.columns));
  if (terraform === undefined) terminal.note("The cloud half is not told: name a plan with --tfplan.\n");
  const isOpen = merged.rows.length + merged.pending.length > 0;
  return options.detailedExitcode && isOpen ? Exit.CHANGES : Exit.FINE;
}
