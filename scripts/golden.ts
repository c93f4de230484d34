import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Rewrites the golden folder from main.ts: what users see, committed file by file, so that a change of the library shows
 * in the pull request as a change of its output.
 */
const root = resolve(__dirname, "..");
const golden = join(root, "__tests__", "golden", "contoso");
const temporary = mkdtempSync(join(tmpdir(), "lync-hybrid-golden-"));
const outdir = join(temporary, "cdktf.out");

const run = spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
  cwd: root,
  env: { ...process.env, CDKTF_OUTDIR: outdir },
  stdio: "inherit",
});
if (run.status !== 0) throw new Error("main.ts does not synthesize; the golden folder stays as it is");
rmSync(golden, { recursive: true, force: true });
cpSync(join(outdir, "stacks", "contoso"), golden, { recursive: true });
rmSync(temporary, { recursive: true });
