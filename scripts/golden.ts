import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

/**
 * Rewrites the golden folders from main.ts and the examples: what users see, committed file by file, so that a change of the
 * library shows in the pull request as a change of its output.
 */
const root = resolve(__dirname, "..");
const temporary = mkdtempSync(join(tmpdir(), "lync-hybrid-golden-"));
const examples = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".ts"));

for (const program of ["main.ts", ...examples.map((name) => join("examples", name))]) {
  const outdir = join(temporary, basename(program));
  const run = spawnSync(process.execPath, ["--import", "tsx", program], {
    cwd: root,
    env: { ...process.env, CDKTF_OUTDIR: outdir },
    stdio: "inherit",
  });
  if (run.status !== 0) throw new Error(`${program} does not synthesize; its golden folder stays as it is`);
  for (const stack of readdirSync(join(outdir, "stacks"))) {
    const golden = join(root, "__tests__", "golden", stack);
    rmSync(golden, { recursive: true, force: true });
    cpSync(join(outdir, "stacks", stack), golden, { recursive: true });
  }
}
rmSync(temporary, { recursive: true });

// The reviews are written by the test that reads them: it knows how each pull request comes about.
const reviews = spawnSync("npx", ["jest", "__tests__/review/scenarios.test.ts"], {
  cwd: root,
  env: { ...process.env, GOLDEN: "write" },
  stdio: "inherit",
});
if (reviews.status !== 0) throw new Error("the reviews of the scenarios were not all written");
