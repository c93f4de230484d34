import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import * as errors from "../errors";
import { RunbookFile } from "../runbook/checksums";
import { printedJson } from "../runbook/log-line";
import { writeFolder } from "../runbook/runbook-folder";
import { sortedSet } from "../values/text-order";
import { stackFolders } from "./manifests";
import { Exit, Terminal } from "./terminal";

export interface RenderOptions {
  readonly from: string;
  readonly to: string;
  readonly check: boolean;
  readonly json: boolean;
}

/**
 * Copies every synthesized runbook to a tracked folder, so that the forge's own diff shows each script. With `check` it
 * writes nothing and fails when a copy is stale.
 */
export function render(options: RenderOptions, terminal: Terminal): Exit {
  const { from, to } = options;
  const stacks = stackFolders(from);
  if (stacks.length === 0) {
    const move = "run cdktf synth first, or name its output with --from";
    throw errors.notReadable("the output of a synthesis", from, "no stack with a runbook stands in it", move);
  }
  noteStrangers(to, stacks, terminal);
  return options.check ? check(options, stacks, terminal) : copy(options, stacks, terminal);
}

function copy({ from, to, json }: RenderOptions, stacks: readonly string[], terminal: Terminal): Exit {
  const written = stacks.map((stack) => {
    const target = join(to, stack);
    const files = differences(join(from, "stacks", stack, "onprem"), target);
    if (files.length > 0) writeFolder(target, runbookIn(join(from, "stacks", stack, "onprem")));
    if (!json)
      terminal.data(`${target}: ${files.length === 0 ? "nothing changed" : `files changed: ${files.length}`}\n`);
    return { stack, folder: target, files };
  });
  if (json) terminal.data(printedJson({ schema: 1, stacks: written }));
  return Exit.FINE;
}

function check({ from, to, json }: RenderOptions, stacks: readonly string[], terminal: Terminal): Exit {
  const compared = stacks.map((stack) => {
    const folder = join(to, stack);
    return { stack, folder, files: differences(join(from, "stacks", stack, "onprem"), folder) };
  });
  const stale = compared.flatMap(({ folder, files }) =>
    files.map(({ path, what }) => `${join(folder, path)}: ${what}`),
  );
  if (json) terminal.data(printedJson({ schema: 1, stacks: compared }));
  if (stale.length === 0) {
    if (!json) terminal.data("All rendered runbooks are what was synthesized.\n");
    return Exit.FINE;
  }
  terminal.note(`Stale against ${from}, files: ${stale.length}. Run lync-hybrid render and commit ${to}.\n`);
  if (!json) terminal.data(stale.map((line) => `${line}\n`).join(""));
  return Exit.FAILURE;
}

interface Difference {
  readonly path: string;
  readonly what: "missing" | "left over" | "changed";
}

/** Compared byte by byte: bytes are what is approved. */
function differences(source: string, target: string): Difference[] {
  const wanted = filesIn(source);
  const there = filesIn(target);
  return sortedSet([...wanted, ...there]).flatMap((path): Difference[] => {
    if (!there.includes(path)) return [{ path, what: "missing" }];
    if (!wanted.includes(path)) return [{ path, what: "left over" }];
    const same = readFileSync(join(source, path)).equals(readFileSync(join(target, path)));
    return same ? [] : [{ path, what: "changed" }];
  });
}

function runbookIn(folder: string): RunbookFile[] {
  return filesIn(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  // Not withFileTypes: before Node.js 20.12 its entries do not say in which folder they stand.
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => statSync(join(folder, path)).isFile()).map((path) => path.split(sep).join("/"));
}

/** Several apps may render into one folder, so what we did not synthesize is named and never removed. */
function noteStrangers(to: string, stacks: readonly string[], terminal: Terminal): void {
  if (!existsSync(to)) return;
  const folders = readdirSync(to, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const strangers = sortedSet(folders.map((entry) => entry.name).filter((name) => !stacks.includes(name)));
  for (const name of strangers) {
    terminal.note(`${join(to, name)} was not synthesized here: remove it if its stack is gone.\n`);
  }
}
