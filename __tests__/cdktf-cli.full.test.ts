import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./instruments/contoso";
import { folderContent } from "./instruments/folder-content";

const ROOT = resolve(__dirname, "..");
const NEEDED = ["main.ts", "lib", "deployed", "package.json", "tsconfig.json", "cdktf.json"];
/** Where a network takes the connection and never answers, the command line never ends and ignores SIGTERM. */
const LONGEST_RUN_MS = 480_000;

interface CliRun {
  readonly status: number | null;
  /** What it said on both streams. */
  readonly said: string;
}

/** Everything main.ts needs, in a folder of its own; main.ts can be changed on the way. */
function copyOfProject(change: (main: string) => string = (main) => main): string {
  const folder = join(temporaryFolder(), "project");
  mkdirSync(folder);
  for (const name of NEEDED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  const main = join(folder, "main.ts");
  writeFileSync(main, change(readFileSync(main, "utf8")));
  return folder;
}

/** Asked before HOME is changed: the command line is downloaded once and not for every run. */
function npmCache(): string {
  return spawnSync("npm", ["config", "get", "cache"], { cwd: ROOT, encoding: "utf8" }).stdout.trim();
}

/** `cdktf synth`, without a question to its maker's server and without a trace in the user's home. */
async function cdktfSynth(folder: string): Promise<CliRun> {
  const home = { HOME: temporaryFolder(), npm_config_cache: npmCache() };
  const run = spawn("npx", ["--yes", "cdktf-cli@0.21", "synth"], {
    cwd: folder,
    env: { ...process.env, ...home, CHECKPOINT_DISABLE: "1", CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that what npx started is ended with it
  });
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (data: Buffer) => said.push(data.toString("utf8")));
  const clock = setTimeout(() => {
    if (run.pid !== undefined) process.kill(-run.pid, "SIGKILL");
  }, LONGEST_RUN_MS);
  return new Promise((done, failed) => {
    run.on("error", failed);
    run.on("close", (status) => {
      clearTimeout(clock);
      done({ status, said: said.join("") });
    });
  });
}

/** What our byte law covers: cdktf's own manifest.json is not ours. */
function lawful(folder: string): Record<string, string> {
  const outdir = join(folder, "cdktf.out");
  const folders = [join(outdir, "stacks"), join(outdir, "findings")].filter((folder) => existsSync(folder));
  return Object.assign({}, ...folders.map(folderContent)) as Record<string, string>;
}

describe("cdktf-cli", () => {
  test("synthesizes main.ts to the same bytes as node does", async () => {
    const byNode = copyOfProject();
    const node = spawnSync(process.execPath, ["--import", "tsx", "main.ts"], { cwd: byNode, encoding: "utf8" });
    expect({ status: node.status, failed: node.status === 0 ? "" : node.stderr }).toEqual({ status: 0, failed: "" });

    const byCli = copyOfProject();
    const cli = await cdktfSynth(byCli);
    expect({ status: cli.status, failed: cli.status === 0 ? "" : cli.said }).toEqual({ status: 0, failed: "" });
    const files = lawful(byCli);
    expect(files).toEqual(lawful(byNode));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["contoso/cdk.tf.json", "contoso/onprem/manifest.json"]));
    expect(readFileSync(join(byCli, "cdktf.json"), "utf8")).toBe(readFileSync(join(ROOT, "cdktf.json"), "utf8"));
  });

  test("fails with the text of our finding and writes no stack when two SIP domains are the default", async () => {
    const second = '  new SipDomain(hybrid, "contoso-net", { name: "contoso.net", isDefault: true });\n';
    const folder = copyOfProject((main) => main.replace(/^app\.synth\(\);$/m, `${second}app.synth();`));
    const { status, said } = await cdktfSynth(folder);
    expect({ status, said }).not.toMatchObject({ status: 0 });
    expect(status).not.toBeNull(); // it ended by itself
    const { message, fix } = finding(lawful(folder)["contoso.json"] ?? "", "HYB-SIP-005");
    expect(said).toContain(`error HYB-SIP-005 ${message} ${fix}`);
    expect(Object.keys(lawful(folder))).toEqual(["contoso.json"]); // the findings, and nothing of a stack
  });
});

interface FindingText {
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

function finding(text: string, rule: string): FindingText {
  const { findings } = JSON.parse(text) as { findings: FindingText[] };
  const found = findings.find((each) => each.rule === rule);
  if (found === undefined) throw new Error(`no finding of ${rule} in ${text}`);
  return found;
}
