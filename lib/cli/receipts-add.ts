import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as errors from "../errors";
import { Baseline, baselineText, readBaseline } from "../runbook/baseline";
import { printedJson } from "../runbook/log-line";
import { addReceipts, Handover, parseHandover, refuseOtherStack } from "../runbook/receipts";
import { writeWhole } from "../runbook/runbook-folder";
import { sortedSet } from "../values/text-order";
import { Exit, Terminal } from "./terminal";

export interface ReceiptsAddOptions {
  /** @default - deployed/<stack>.json */
  readonly baseline?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Takes what a run did into the committed baseline. Prints one line a step that changes there. */
export function receiptsAdd(handoverPath: string, options: ReceiptsAddOptions, terminal: Terminal): Exit {
  const handover = readHandover(handoverPath);
  const path = options.baseline ?? join("deployed", `${handover.stack}.json`);
  refuseOtherStack(path, handover.stack);
  const before = readBaseline(path);
  const after = addReceipts(before, handover);
  const changes = changedSteps(before, after);
  if (options.json) terminal.data(printedJson({ schema: 1, stack: handover.stack, baseline: path, changes }));
  else terminal.data(changes.map(({ sign, id }) => `${sign} ${id}\n`).join(""));
  if (changes.length === 0) terminal.note(`${path} holds all of it already.\n`);
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

/** A step of the baseline that comes, changes or goes. */
interface StepChange {
  readonly sign: "+" | "~" | "-";
  readonly id: string;
}

function changedSteps(before: Baseline, after: Baseline): StepChange[] {
  const texts = (of: Baseline): Map<string, string> => new Map(of.steps.map((step) => [step.id, JSON.stringify(step)]));
  const earlier = texts(before);
  const now = texts(after);
  return sortedSet([...earlier.keys(), ...now.keys()]).flatMap((id) => {
    if (earlier.get(id) === now.get(id)) return [];
    return [{ sign: !earlier.has(id) ? "+" : now.has(id) ? "~" : "-", id }];
  });
}
