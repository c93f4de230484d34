import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { temporaryFolder } from "./instruments/contoso";
import { folderContent } from "./instruments/folder-content";

const ROOT = resolve(__dirname, "..");
const NAME = "cdktf-lync-hybrid";
const SOURCES = ["lib", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json"];
const DOCUMENTS = ["README.md", "CHANGELOG.md", "LICENSE"];
/** What a consumer has beside the package: the peers and what the package depends on. */
const NEIGHBOURS = ["cdktf", "constructs", "@cdktf", "commander"];

/** The smallest deployment that no rule refuses, in the words that CommonJS and ES modules share. */
const DEPLOYMENT = `
const app = new App({ outdir: process.argv[2] });
const stack = new TerraformStack(app, "small");
const hybrid = new HybridDeployment(stack, "hybrid");
const pool = new FrontEndPool(hybrid, "lync01", {
  fqdn: "lync01.contoso.local",
  version: ServerVersion.LYNC_2013,
  build: "5.0.8308.1182",
  homedUsers: 60,
});
new EdgePool(hybrid, "edge01", {
  fqdn: "edge01.contoso.local",
  version: ServerVersion.LYNC_2013,
  accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
  nextHop: pool,
});
OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
app.synth();
`;
const OURS = "{ AccessEdge, EdgePool, FrontEndPool, HybridDeployment, OnlineTenant, ServerVersion, SipDomain }";

function ran(cwd: string, command: string, ...args: string[]): string {
  const run = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (run.status !== 0) throw new Error(`${[command, ...args].join(" ")} failed: ${run.stdout}${run.stderr}`);
  return run.stdout;
}

/** The project built in another place, with what a developer has lying about. */
function builtCopy(): string {
  const folder = temporaryFolder();
  for (const name of [...SOURCES, ...DOCUMENTS]) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  for (const stray of ["__tests__/stray.test.ts", "deployed/contoso.json", "dist/stray.js"]) {
    mkdirSync(dirname(join(folder, stray)), { recursive: true });
    writeFileSync(join(folder, stray), "");
  }
  ran(folder, "npm", "run", "build");
  return folder;
}

function packedFiles(built: string): string[] {
  const json = ran(built, "npm", "pack", "--dry-run", "--json", "--ignore-scripts");
  const [packed] = JSON.parse(json) as { files: { path: string }[] }[];
  return (packed?.files ?? []).map((file) => file.path).sort();
}

/** A project that has installed the package: exactly what ships, beside the peers. */
function consumer(built: string, files: readonly string[]): string {
  const folder = temporaryFolder();
  const modules = join(folder, "node_modules");
  for (const path of files) cpSync(join(built, path), join(modules, NAME, path));
  for (const name of NEIGHBOURS) symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "junction");
  return folder;
}

function sourcesOf(ending: string): string[] {
  const paths = Object.keys(folderContent(join(ROOT, "lib"))).filter((path) => path.endsWith(ending));
  return paths.map((path) => `dist/lib/${path}`).sort();
}

describe("the package", () => {
  let files: string[] = [];
  let project = "";
  beforeAll(() => {
    const built = builtCopy();
    files = packedFiles(built);
    project = consumer(built, files);
  });

  function shipped(ending: string): string[] {
    return files.filter((path) => path.endsWith(ending));
  }

  test("ships its documents", () => {
    expect(files).toEqual(expect.arrayContaining(["package.json", ...DOCUMENTS]));
  });

  test("ships every PowerShell file of the runtime, the controller and the schema of the manifest", () => {
    const scripts = shipped(".ps1");
    expect(scripts).toContain("dist/lib/powershell/controller/Invoke-Runbook.ps1");
    expect(scripts).toContain("dist/lib/powershell/runtime/90-run.ps1");
    expect(scripts).toEqual(sourcesOf(".ps1"));
    expect(shipped(".schema.json")).toEqual(["dist/lib/runbook/manifest.schema.json"]);
  });

  test("ships the code and the types of every module of lib", () => {
    const modules = sourcesOf(".ts").map((path) => path.replace(/\.ts$/, ""));
    expect(shipped(".d.ts")).toEqual(modules.map((path) => `${path}.d.ts`).sort());
    expect(shipped(".js")).toEqual(modules.map((path) => `${path}.js`).sort());
  });

  test("ships no tests, no source maps, no sources, no catalogue and no baseline", () => {
    const known = /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/lib\/.+\.(js|d\.ts|ps1|schema\.json))$/;
    expect(files.filter((path) => !known.test(path))).toEqual([]);
    expect(files.filter((path) => /__tests__|\/catalogue\/|\.map$|(?<!\.d)\.ts$|deployed\//.test(path))).toEqual([]);
  });

  test("synthesizes the runbook when it is required from CommonJS", () => {
    const head = `const { App, TerraformStack } = require("cdktf");\nconst ${OURS} = require("${NAME}");`;
    expect(synthesized("main.cjs", head)).toMatchObject(SMALL_RUNBOOK);
  });

  test("synthesizes the same runbook when it is imported from an ES module", () => {
    const head = `import { App, TerraformStack } from "cdktf";\nimport ${OURS} from "${NAME}";`;
    const files = synthesized("main.mjs", head);
    expect(files).toMatchObject(SMALL_RUNBOOK);
    expect(files).toEqual(folderContent(join(project, "main.cjs.out", "stacks")));
  });

  test("has a command line that knows its version", () => {
    const { version, bin } = manifest();
    const stated = ran(project, process.execPath, join("node_modules", NAME, bin["lync-hybrid"]), "--version");
    expect(bin["lync-hybrid"]).toBe("dist/lib/cli/main.js");
    expect(stated).toBe(`${version}\n`);
  });

  function synthesized(script: string, head: string): Record<string, string> {
    writeFileSync(join(project, script), head + DEPLOYMENT);
    const outdir = join(project, `${script}.out`);
    ran(project, process.execPath, script, outdir);
    return folderContent(join(outdir, "stacks"));
  }
});

const SMALL_RUNBOOK = {
  "small/cdk.tf.json": expect.stringContaining("terraform_data") as string,
  "small/onprem/manifest.json": expect.stringContaining("contoso.com") as string,
  "small/onprem/Hybrid.Runtime.ps1": expect.stringContaining("function ") as string,
  "small/onprem/Invoke-Runbook.ps1": expect.any(String) as string,
};

function manifest(): { version: string; bin: { "lync-hybrid": string } } {
  const text = readFileSync(join(ROOT, "package.json"), "utf8");
  return JSON.parse(text) as { version: string; bin: { "lync-hybrid": string } };
}
