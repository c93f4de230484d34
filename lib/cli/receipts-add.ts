import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as errors from "../errors";
import { Baseline, baselineText, readBaseline } from "../runbook/baseline";
import { addReceipts, Handover, parseHandover, refuseOtherStack } from "../runbook/receipts";
import { writeWhole } from "../runbook/runbook-folder";
import { sortedSet } from "../values/text-order";
import { Exit, Terminal } from "./terminal";

export interface ReceiptsAddOptions {
  /** @default - deployed/<stack>.json */
  readonly baseline?: string;
  readonly dryRun: boolean;
}

/** Takes what a run did into the committed baseline. Prints one line a step that changes there. */
export function receiptsAdd(handoverPath: string, options: ReceiptsAddOptions, terminal: Terminal): Exit {
  const handover = readHandover(handoverPath);
  const path = options.baseline ?? join("deployed", `${handover.stack}.json`);
  refuseOtherStack(path, handover.stack);
  const before = readBaseline(path);
  const after = addReceipts(before, handover);
  const lines = changedSteps(before, after);
  terminal.data(lines.map((line) => `${line}\n`).join(""));
  if (lines.length === 0) terminal.note(`${path} holds all of it already.\n`);
  else if (options.dryRun) terminal.note(`Dry run: ${path} is left as it is.\n`);
  else {
    writeWhole(path, baselineText(after));
    terminal.note(`${path} is written. Commit it, and synthesize again: plan and runbook then know what was done.\n`);
  }
  return Exit.FINE;
}

function readHandover(path: string): Handover {
  let source: string;
  try {
    source = readFileSync(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.notReadable("a hand-over file", path, reason, "name <state folder>/<stack>.handover.json");
  }
  return parseHandover(path, source);
}

function changedSteps(before: Baseline, after: Baseline): string[] {
  const texts = (of: Baseline): Map<string, string> => new Map(of.steps.map((step) => [step.id, JSON.stringify(step)]));
  const earlier = texts(before);
  const now = texts(after);
  return sortedSet([...earlier.keys(), ...now.keys()]).flatMap((id) => {
    if (earlier.get(id) === now.get(id)) return [];
    const sign = !earlier.has(id) ? "+" : now.has(id) ? "~" : "-";
    return [`${sign} ${id}`];
  });
}
