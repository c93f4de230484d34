import { Command } from "commander";
import { examples } from "./examples";
import type { ExplainOptions } from "./explain";
import { TERMINAL } from "./terminal";

export function addExplain(root: Command): void {
  root
    .command("explain")
    .description("say what a rule, an error code or an exit code means, and what to look at next")
    .argument("[code...]", "HYB-FED-019, 1066, AADSTS700016, exit-5, exit-codes, or a piece of a message")
    .option("--list", "print everything that can be explained", false)
    .option("--json", "print it as JSON", false)
    .addHelpText(
      "after",
      examples(["lync-hybrid explain HYB-FED-019", "lync-hybrid explain 1066", "lync-hybrid explain exit-codes"]),
    )
    .action(async (code: readonly string[], options: ExplainOptions) => {
      const { explain } = await import("./explain.js");
      process.exitCode = explain(code, options, TERMINAL);
    });
}
