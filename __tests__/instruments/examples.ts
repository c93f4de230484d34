import { App } from "cdktf";
import { mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./contoso";

const FOLDER = resolve(__dirname, "../../examples");

/** Names of the example programs; each is the name of its stack as well. */
export const EXAMPLES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -".ts".length))
  .sort();

/** cdktf.out of each example that ran: a program runs once per test file, as a module is loaded once. */
const synthesized = new Map<string, string>();

/** Runs an example as `cdktf synth` does, in this process. Returns cdktf.out. */
export function synthExample(name: string): string {
  const outdir = synthesized.get(name) ?? runExample(name);
  synthesized.set(name, outdir);
  return outdir;
}

function runExample(name: string): string {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = outdir;
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation(() => true);
  try {
    jest.requireActual(join(FOLDER, `${name}.ts`));
  } finally {
    stderr.mockRestore();
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
  }
  return outdir;
}

/** What an example declares, right before it would be synthesized: a test changes it and synthesizes. Once per test file. */
export function declaredByExample(name: string): App {
  const declared: App[] = [];
  const synth = jest.spyOn(App.prototype, "synth").mockImplementation(function (this: App) {
    declared.push(this);
  });
  try {
    runExample(name);
  } finally {
    synth.mockRestore();
  }
  const [app] = declared;
  if (app === undefined) throw new Error(`${name} synthesizes no App, or ran in this test file already`);
  return app;
}
