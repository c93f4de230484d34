import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { temporaryFolder } from "./instruments/contoso";
import { folderContent } from "./instruments/folder-content";

const ROOT = resolve(__dirname, "..");

/** For people; those that are not written yet do not ship. */
const PAGES = ["README.md", "CHANGELOG.md", "LICENSE"].filter((name) => existsSync(join(ROOT, name)));

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as PackageJson;

/** The smallest deployment that says something, as the README shows it; only the imports differ from language to language. */
const QUICK_START = `
const app = new App({ outdir: "cdktf.out" });
const stack = new TerraformStack(app, "contoso");
const hybrid = new HybridDeployment(stack, "hybrid", { deployed: "deployed/contoso.json" });
const pool = new FrontEndPool(hybrid, "pool01", {
  fqdn: "pool01.contoso.local",
  version: ServerVersion.LYNC_2013,
  build: "5.0.8308.1182",
});
const edgePool = new EdgePool(hybrid, "edge01", {
  fqdn: "edge01.contoso.local",
  version: ServerVersion.LYNC_2013,
  accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
  nextHop: pool,
});
const contoso = new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
const policy = FederationPolicy.closed({ allowed: ["fabrikam.com"] });
const edge = new EdgeFederation(hybrid, "edge", { edgePool, policy });
const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains: [contoso] });
app.synth();
`;

const NAMES = [
  ...["AccessEdge", "EdgeFederation", "EdgePool", "FederationPolicy", "FrontEndPool", "HybridDeployment"],
  ...["OnlineTenant", "ServerVersion", "SharedAddressSpace", "SipDomain", "TenantFederation"],
].join(", ");

const IMPORTS = `import { App, TerraformStack } from "cdktf";\nimport { ${NAMES} } from "${PACKAGE.name}";\n`;
const REQUIRES = `const { App, TerraformStack } = require("cdktf");\nconst { ${NAMES} } = require("${PACKAGE.name}");\n`;

/** Runs a program to its end; anything but success fails with what it said. */
function run(cwd: string, command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with ${status ?? "a signal"}\n${stdout}${stderr}`);
  return stdout;
}

/** What the build reads, and things beside it that must not ship. */
function copyOfProject(): string {
  const folder = join(temporaryFolder(), "project");
  mkdirSync(folder);
  const read = ["lib", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json", ...PAGES];
  for (const name of [...read, "main.ts", "deployed", "__tests__/setup.js", "__tests__/instruments/catalogue"]) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  // A module that was deleted from lib since the last build.
  mkdirSync(join(folder, "dist", "lib"), { recursive: true });
  writeFileSync(join(folder, "dist", "lib", "deleted.js"), "");
  return folder;
}

/** Paths that npm would put into the package. prepack builds; here it is built already. */
function packed(project: string): string[] {
  const text = run(project, "npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
  const packages = JSON.parse(text) as { readonly files: readonly { readonly path: string }[] }[];
  return (packages[0]?.files ?? []).map(({ path }) => path).sort();
}

/** A project that depends on the package as npm installs it: what ships and nothing else, beside its dependencies. */
function consumer(project: string, files: readonly string[]): string {
  const folder = join(temporaryFolder(), "consumer");
  const modules = join(folder, "node_modules");
  for (const path of files) cpSync(join(project, path), join(modules, PACKAGE.name, path));
  for (const name of Object.keys({ ...PACKAGE.dependencies, ...PACKAGE.peerDependencies })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "junction");
  }
  mkdirSync(join(folder, "deployed"));
  writeFileSync(join(folder, "deployed", "contoso.json"), '{ "schema": 1, "steps": [] }\n');
  return folder;
}

/** Runs the quick start and gives the runbook folder that it wrote. */
function synthesized(folder: string, name: string, text: string): Record<string, string> {
  const cwd = join(folder, name.split(".").join("-"));
  mkdirSync(cwd);
  cpSync(join(folder, "deployed"), join(cwd, "deployed"), { recursive: true });
  writeFileSync(join(cwd, name), text);
  run(cwd, process.execPath, [name]);
  return folderContent(join(cwd, "cdktf.out", "stacks", "contoso", "onprem"));
}

/** Paths such as lib/index.ts. */
function filesOfLib(wanted: (name: string) => boolean): string[] {
  return readdirSync(join(ROOT, "lib"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

describe("the package", () => {
  let project = "";
  let files: string[] = [];
  let folder = "";

  beforeAll(() => {
    project = copyOfProject();
    run(project, "npm", ["run", "build"]);
    files = packed(project);
    folder = consumer(project, files);
  });

  test("ships the compiled library, its types and the pages for people, and nothing else", () => {
    const others = files.filter((path) => !path.startsWith("dist/lib/"));
    expect(others).toEqual([...PAGES, "package.json"].sort());
    const strange = files.filter((path) => path.startsWith("dist/") && !/\.(js|d\.ts|ps1|schema\.json)$/.test(path));
    expect(strange).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["dist/lib/index.js", "dist/lib/index.d.ts"]));
  });

  test("ships the code and the types of every module of the library", () => {
    const modules = filesOfLib((name) => name.endsWith(".ts")).map((path) => `dist/${path.replace(/\.ts$/, "")}`);
    expect(files.filter((path) => path.endsWith(".js"))).toEqual(modules.map((path) => `${path}.js`).sort());
    expect(files.filter((path) => path.endsWith(".d.ts"))).toEqual(modules.map((path) => `${path}.d.ts`).sort());
  });

  test("ships every PowerShell file and schema that the library reads", () => {
    const read = filesOfLib((name) => !name.endsWith(".ts")); // what is read at run time instead of compiled
    expect(read.filter((path) => path.startsWith("lib/powershell/runtime/")).length).toBeGreaterThan(10);
    expect(read).toContain("lib/powershell/controller/Invoke-Runbook.ps1");
    expect(files.filter((path) => /\.(ps1|schema\.json)$/.test(path))).toEqual(read.map((path) => `dist/${path}`));
  });

  test("synthesizes the quick start with require and with import, both to the same bytes", () => {
    const required = synthesized(folder, "main.cjs", REQUIRES + QUICK_START);
    const imported = synthesized(folder, "main.mjs", IMPORTS + QUICK_START);
    expect(Object.keys(required)).toEqual(
      expect.arrayContaining([
        "Hybrid.Runtime.ps1",
        "Invoke-Runbook.ps1",
        "RUNBOOK.md",
        "checksums.json",
        "steps.json",
      ]),
    );
    expect(Object.keys(required).filter((path) => path.startsWith("20-federate/"))).not.toEqual([]);
    expect(imported).toEqual(required);
  });

  test("has types that a strict TypeScript project compiles against", () => {
    writeFileSync(join(folder, "main.mts"), IMPORTS + QUICK_START);
    const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext"];
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    expect(run(folder, process.execPath, [tsc, ...strict, "main.mts"])).toBe("");
  });

  test("starts its command line from the place where npm links it", () => {
    const [name, path] = Object.entries(PACKAGE.bin)[0] ?? ["", ""];
    expect(name).toBe("lync-hybrid");
    expect(files).toContain(path);
    const installed = join(folder, "node_modules", PACKAGE.name, path);
    expect(readFileSync(installed, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
    mkdirSync(join(folder, "node_modules", ".bin"));
    symlinkSync(installed, join(folder, "node_modules", ".bin", name));
    const version = run(folder, process.execPath, [join("node_modules", ".bin", name), "--version"]);
    expect(version.trim()).toBe(PACKAGE.version);
  });
});
