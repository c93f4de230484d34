import { Command, Option } from "commander";
import { examples } from "./examples";
import type { PlanOptions } from "./plan";
import { TERMINAL } from "./terminal";

export function addPlan(root: Command): void {
  root
    .command("plan")
    .description("list what is still to be done, on the servers and in the cloud, in one order")
    .argument("[path]", "manifest.json, a folder that holds it, or a cdktf.out folder", "cdktf.out")
    .option("--stack <stack>", "which one, when there are several")
    .option("--baseline <file>", "the baseline to read (default: deployed/<stack>.json)")
    .option("--tfplan <file>", "plan as terraform show -json writes it")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "markdown", "json"]).default("text"))
    .option("--json", "the same as --format json", false)
    .option("--detailed-exitcode", "exit with 2 when something is left to do", false)
    .addHelpText(
      "after",
      examples([
        "lync-hybrid plan",
        "terraform show -json plan.out > plan.json && lync-hybrid plan --tfplan plan.json",
      ]),
    )
    .action(async (path: string, options: PlanOptions) => {
      const { plan } = await import("./plan.js");
      process.exitCode = plan(path, options, TERMINAL);
    });
}
