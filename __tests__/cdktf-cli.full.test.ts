import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./instruments/contoso";
import { folderContent } from "./instruments/folder-content";

/** Written as people write it; npx fetches it once (some 400 MB) and keeps it in npm's cache. */
const COMMAND = ["npx", "--yes", "cdktf-cli@0.21", "synth"] as const;

/** The command line has been seen to print its last line and never exit, deaf to SIGTERM. */
const LIMIT_MS = 8 * 60_000;

const ROOT = resolve(__dirname, "..");

interface Ended {
  /** null: it was killed at the limit. */
  readonly status: number | null;
  readonly output: string;
}

interface Written {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** What npm is set to here. HOME is moved for the command line; the download must still be found in the real cache. */
function npmSetting(name: string): string {
  const run = spawnSync("npm", ["config", "get", name], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`npm config get ${name} failed: ${run.stderr}`);
  return run.stdout.trim();
}

function environment(): NodeJS.ProcessEnv {
  const home = join(temporaryFolder(), "home");
  mkdirSync(home);
  return {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    CI: "true",
    CHECKPOINT_DISABLE: "1",
    // A file that is not in this home would be complained about; an empty value means none.
    TF_CLI_CONFIG_FILE: "",
    npm_config_cache: npmSetting("cache"),
    npm_config_userconfig: npmSetting("userconfig"),
  };
}

/** Everything a user's project holds, in a folder of its own. */
function copyOfProject(): string {
  const folder = join(temporaryFolder(), "project");
  mkdirSync(folder);
  for (const name of ["main.ts", "lib", "deployed", "package.json", "tsconfig.json", "cdktf.json"]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

/** `cdktf synth`; at the limit it is killed with everything it started. */
function cdktfSynth(cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const [command, ...args] = COMMAND;
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((done, failed) => {
    const limit = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, LIMIT_MS);
    child.on("error", failed);
    child.on("close", (status) => {
      clearTimeout(limit);
      done({ status, output });
    });
  });
}

/** main.ts alone, without the command line. */
function plainSynth(cwd: string): Record<string, Record<string, string>> {
  const outdir = join(temporaryFolder(), "cdktf.out");
  const run = spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: outdir },
  });
  expect({ status: run.status, stderr: run.status === 0 ? "" : run.stderr }).toEqual({ status: 0, stderr: "" });
  return ours(outdir);
}

/** What the byte law covers; cdktf's own manifest.json is not ours. */
function ours(outdir: string): Record<string, Record<string, string>> {
  return { stacks: folderContent(join(outdir, "stacks")), findings: folderContent(join(outdir, "findings")) };
}

function declareSecondDefault(folder: string): void {
  const path = join(folder, "main.ts");
  const second = 'new SipDomain(hybrid, "second", { name: "second.contoso.com", isDefault: true });\n\napp.synth();';
  const changed = readFileSync(path, "utf8").replace(/^app\.synth\(\);/m, second);
  expect(changed).toContain(second);
  writeFileSync(path, changed);
}

function errorsIn(outdir: string): Written[] {
  const text = readFileSync(join(outdir, "findings", "contoso.json"), "utf8");
  const { findings } = JSON.parse(text) as { findings: Written[] };
  return findings.filter(({ severity }) => severity === "error");
}

/** The command line indents what a program says. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

describe("cdktf synth", () => {
  const env = environment();
  const project = copyOfProject();
  const outdir = join(project, "cdktf.out");

  test("writes the bytes that main.ts writes without the command line, and leaves cdktf.json alone", async () => {
    const { status, output } = await cdktfSynth(project, env);
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining("contoso") as string });
    const files = ours(outdir);
    expect(Object.keys(files.stacks ?? {})).toEqual(
      expect.arrayContaining(["contoso/cdk.tf.json", "contoso/onprem/RUNBOOK.md"]),
    );
    expect(files).toEqual(plainSynth(project));
    expect(readFileSync(join(project, "cdktf.json"), "utf8")).toBe(readFileSync(join(ROOT, "cdktf.json"), "utf8"));
  });

  test("refuses an error finding with its text, and the output of an earlier synth stays whole", async () => {
    const before = folderContent(join(outdir, "stacks"));
    expect(Object.keys(before)).not.toEqual([]);
    declareSecondDefault(project);
    const { status, output } = await cdktfSynth(project, env);
    expect({ status, output }).toEqual({ status: 1, output: expect.stringContaining("HYB-SIP-005") as string });
    const errors = errorsIn(outdir);
    expect(errors.map(({ rule }) => rule)).toEqual(["HYB-SIP-005"]);
    for (const { message } of errors) expect(oneLine(output)).toContain(oneLine(message));
    expect(folderContent(join(outdir, "stacks"))).toEqual(before);
  });

  test("leaves no half-written stack where nothing was written before", async () => {
    const fresh = copyOfProject();
    declareSecondDefault(fresh);
    const { status } = await cdktfSynth(fresh, env);
    expect(status).toBe(1);
    const stacks = join(fresh, "cdktf.out", "stacks");
    expect(existsSync(stacks) ? readdirSync(stacks) : []).toEqual([]);
    expect(errorsIn(join(fresh, "cdktf.out"))).toHaveLength(1);
  });
});
