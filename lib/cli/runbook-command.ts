import { Command } from "commander";
import { examples } from "./examples";
import type { RunbookListOptions } from "./runbook-list";
import type { RunbookShowOptions } from "./runbook-show";
import type { RunbookStatusOptions } from "./runbook-status";
import { TERMINAL } from "./terminal";

export function addRunbook(root: Command): void {
  const runbook = root.command("runbook").description("read a synthesized runbook: its sessions, a step, what is done");
  addList(runbook);
  addShow(runbook);
  addStatus(runbook);
}

function withSource(command: Command): Command {
  return command
    .option("--from <path>", "manifest.json, a folder that holds it, or a cdktf.out folder", "cdktf.out")
    .option("--stack <stack>", "which one, when there are several")
    .option("--json", "print it as JSON", false);
}

function addList(runbook: Command): void {
  withSource(runbook.command("list"))
    .description("list sessions and steps in the order in which they are done")
    .addHelpText(
      "after",
      examples(["lync-hybrid runbook list", "lync-hybrid runbook list --from runbook/contoso --json"]),
    )
    .action(async (options: RunbookListOptions) => {
      const { runbookList } = await import("./runbook-list.js");
      process.exitCode = runbookList(options, TERMINAL);
    });
}

function addShow(runbook: Command): void {
  withSource(runbook.command("show"))
    .description("show everything that one step declares")
    .argument("<step-id>", "id as RUNBOOK.md has it")
    .addHelpText("after", examples(["lync-hybrid runbook show CsHostingProvider/Office365"]))
    .action(async (id: string, options: RunbookShowOptions) => {
      const { runbookShow } = await import("./runbook-show.js");
      process.exitCode = runbookShow(id, options, TERMINAL);
    });
}

function addStatus(runbook: Command): void {
  withSource(runbook.command("status"))
    .description("say what the committed baseline knows of each step; no server is asked")
    .option("--baseline <file>", "the baseline to read (default: deployed/<stack>.json)")
    .option("--detailed-exitcode", "exit with 2 when something is open", false)
    .addHelpText("after", examples(["lync-hybrid runbook status", "lync-hybrid runbook status --detailed-exitcode"]))
    .action(async (options: RunbookStatusOptions) => {
      const { runbookStatus } = await import("./runbook-status.js");
      process.exitCode = runbookStatus(options, TERMINAL);
    });
}
