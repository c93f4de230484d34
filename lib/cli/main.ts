#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { RISK_LEVELS } from "../onprem/step";
import { inert } from "../runbook/log-line";
import type { DiffOptions } from "./diff";
import { examples } from "./examples";
import { addExplain } from "./explain-command";
import type { GraphOptions } from "./graph";
import type { LintOptions } from "./lint";
import { packageVersion } from "./package-version";
import { addPlan } from "./plan-command";
import type { ReceiptsAddOptions } from "./receipts-add";
import type { RenderOptions } from "./render";
import type { ReportOptions } from "./report";
import { addRunbook } from "./runbook-command";
import { Exit, TERMINAL } from "./terminal";

/** The command line. A command is loaded when it is called; none of them runs main.ts. */
function program(): Command {
  const root = new Command("lync-hybrid")
    .description("Review, record and render what cdktf-lync-hybrid synthesized. It reads files and nothing else.")
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError("(lync-hybrid --help shows examples)")
    .addHelpText("after", examples(EXAMPLES));
  addDiff(root);
  addPlan(root);
  addLint(root);
  addRender(root);
  addReceipts(root);
  addGraph(root);
  addReport(root);
  addRunbook(root);
  addExplain(root);
  return root;
}

const EXAMPLES = [
  "lync-hybrid diff /tmp/main/cdktf.out cdktf.out",
  "lync-hybrid lint --fail-on warning",
  "lync-hybrid render --check",
  "lync-hybrid receipts add state/contoso.handover.json",
  "lync-hybrid runbook status",
  "lync-hybrid explain 1066",
];

function addDiff(root: Command): void {
  root
    .command("diff")
    .description("say what changes between two syntheses: risk, who acts, people hit, undo")
    .argument("<before>", "manifest.json, a folder that holds it, or a cdktf.out folder")
    .argument("<after>", "the same of the other side")
    .addOption(
      new Option("--format <format>", "how to print it").choices(["text", "markdown", "json", "html"]).default("text"),
    )
    .option("--json", "the same as --format json", false)
    .option("--detailed-exitcode", "exit with 2 when something changes", false)
    .addOption(new Option("--max-risk <level>", "exit with 4 above this level").choices(RISK_LEVELS))
    .option(
      "--tfplan <file>",
      "plan as terraform show -json writes it; <stack>=<file>, once for each, where there are several stacks",
      collected,
      [],
    )
    .option("--accepted-risks <file>", "risks that somebody answers for (default: accepted-risks.json, if it exists)")
    .option("--today <day>", "day on which acceptances are judged, YYYY-MM-DD (default: today)")
    .option("--max-bytes <number>", "size of the Markdown (default: 60000)")
    .option("--width <columns>", "width of the text (default: that of the terminal, or 100)")
    .addHelpText(
      "after",
      examples([
        "lync-hybrid diff /tmp/main/cdktf.out cdktf.out",
        "lync-hybrid diff runbook/contoso/manifest.json cdktf.out --format markdown > comment.md",
        "lync-hybrid diff /tmp/main/cdktf.out cdktf.out --max-risk medium --accepted-risks accepted-risks.json",
      ]),
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import("./diff.js");
      process.exitCode = diff(before, after, options, TERMINAL);
    });
}

/** An option that may stand several times. Not "<file...>": that would swallow the paths behind it. */
function collected(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

function addLint(root: Command): void {
  const formats = ["text", "json", "sarif", "junit", "github", "azure"];
  const severities = ["error", "warning", "info", "none"];
  root
    .command("lint")
    .description("tell what the rules found, in the form that a pipeline reads")
    .argument("[path]", "manifest.json, a folder that holds it, or a cdktf.out folder", "cdktf.out")
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default("text"))
    .addOption(new Option("--json", "short for --format json").conflicts("format"))
    .addOption(
      new Option("--fail-on <severity>", "exit with 3 for a finding at least this bad that nobody accepted")
        .choices(severities)
        .default("error"),
    )
    .option("--today <day>", "judge the last days of acceptances as on this day, YYYY-MM-DD (default: today, UTC)")
    .addHelpText(
      "after",
      examples(["lync-hybrid lint --fail-on warning", "lync-hybrid lint cdktf.out --format sarif > findings.sarif"]),
    )
    .action(async (path: string, { json, ...options }: LintOptions & { readonly json?: true }) => {
      const { lint } = await import("./lint.js");
      process.exitCode = lint(path, json ? { ...options, format: "json" } : options, TERMINAL);
    });
}

function addRender(root: Command): void {
  root
    .command("render")
    .description("copy the synthesized runbooks to a tracked folder")
    .option("--from <folder>", "output of the synthesis", "cdktf.out")
    .option("--to <folder>", "tracked folder, one runbook a stack", "runbook")
    .option("--check", "write nothing; fail when a copy is stale", false)
    .option("--json", "print it as JSON", false)
    .addHelpText("after", examples(["lync-hybrid render", "lync-hybrid render --check"]))
    .action(async (options: RenderOptions) => {
      const { render } = await import("./render.js");
      process.exitCode = render(options, TERMINAL);
    });
}

function addReceipts(root: Command): void {
  root
    .command("receipts")
    .description("what was done on the servers")
    .command("add")
    .description("take a hand-over file into the committed baseline")
    .argument("<handover>", "<stack>.handover.json from the state folder")
    .option("--baseline <file>", "the baseline to write (default: deployed/<stack>.json)")
    .option("--dry-run", "write nothing", false)
    .option("--json", "print it as JSON", false)
    .addHelpText(
      "after",
      examples([
        "lync-hybrid receipts add state/contoso.handover.json --dry-run",
        "lync-hybrid receipts add state/contoso.handover.json --baseline deployed/contoso.json",
      ]),
    )
    .action(async (handover: string, options: ReceiptsAddOptions) => {
      const { receiptsAdd } = await import("./receipts-add.js");
      process.exitCode = receiptsAdd(handover, options, TERMINAL);
    });
}

function addGraph(root: Command): void {
  root
    .command("graph")
    .description("draw servers, partners and sessions as a Mermaid flow chart")
    .argument("[path]", "manifest.json, a folder that holds it, or a cdktf.out folder", "cdktf.out")
    .option("--json", "nodes and links as data", false)
    .option("--before <path>", "what it is compared with: what a change touches is marked (default: nothing is)")
    .addHelpText(
      "after",
      examples(["lync-hybrid graph > topology.mmd", "lync-hybrid graph --before /tmp/main/cdktf.out"]),
    )
    .action(async (path: string, options: GraphOptions) => {
      const { graph } = await import("./graph.js");
      process.exitCode = graph(path, options, TERMINAL);
    });
}

function addReport(root: Command): void {
  root
    .command("report")
    .description("write a page of a whole synthesis: one HTML file that loads nothing, to read, search and print")
    .argument("[path]", "manifest.json, a folder that holds it, or a cdktf.out folder", "cdktf.out")
    .option("--before <path>", "what it is compared with (default: nothing, so that everything is new)")
    .addHelpText(
      "after",
      examples(["lync-hybrid report > report.html", "lync-hybrid report --before /tmp/main/cdktf.out > report.html"]),
    )
    .action(async (path: string, options: ReportOptions) => {
      const { report } = await import("./report.js");
      process.exitCode = report(path, options, TERMINAL);
    });
}

/** Exit codes are set and never forced: a pipe gets everything that was written. */
async function main(): Promise<void> {
  // A reader that has seen enough (head) closes the pipe; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    process.exitCode = failure(error);
  }
}

function failure(error: unknown): Exit {
  // Commander has printed its text already; help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.FINE : Exit.FAILURE;
  const isOurs = error instanceof Error && error.name === "HybridError";
  const text = !(error instanceof Error) ? String(error) : isOurs ? error.message : (error.stack ?? error.message);
  // It may quote a file, and a pipeline's runner reads commands here too.
  process.stderr.write(`lync-hybrid: ${text.split("\n").map(inert).join("\n")}\n`);
  return Exit.FAILURE;
}

void main();
