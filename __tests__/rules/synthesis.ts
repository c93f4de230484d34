import { App, TerraformStack } from "cdktf";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HybridError } from "../../lib";
import { Finding } from "../../lib/rules/finding";
import { temporaryFolder } from "../instruments/contoso";

export interface Synthesis {
  readonly outdir: string;
  readonly error: unknown;
  readonly findings: readonly Finding[];
  /** What went to stderr. */
  readonly warnings: string;
}

function emptyOutput(): string {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  return outdir;
}

/** Synthesizes a stack named contoso in process, as main.ts does. */
export function synthesize(declare: (stack: TerraformStack) => unknown, outdir = emptyOutput()): Synthesis {
  const app = new App({ outdir });
  declare(new TerraformStack(app, "contoso"));
  const written: string[] = [];
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  let error: unknown;
  try {
    app.synth();
  } catch (thrown) {
    error = thrown;
  } finally {
    stderr.mockRestore();
  }
  const file = JSON.parse(readFileSync(join(outdir, "findings", "contoso.json"), "utf8")) as { findings: Finding[] };
  return { outdir, error, findings: file.findings, warnings: written.join("") };
}

/** What was thrown, when it is ours. */
export function sentence(error: unknown): string {
  return error instanceof HybridError ? error.message : `no HybridError: ${String(error)}`;
}
