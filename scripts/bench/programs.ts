import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { bareApp, TerraformJson, withoutMetadata } from "./bare-app";
import { Measurement, Program, Written } from "./measure";
import { partnersIn, stackNames } from "./partner-names";
import { poolsIn, sipDomainsIn } from "./topology-names";

export const ROOT = resolve(__dirname, "../..");

/** Beside the compiled library, at the place the sources have beside theirs; only dist/lib ships. */
const DIST = join(ROOT, "dist");

/** The stack of main.ts, and the first of every program here. */
const STACK = "contoso";

/** A pair of programs for the same Terraform. */
export interface Pair {
  readonly library: Program;
  readonly bare: Program;
  /** cdk.tf.json of both. */
  readonly terraform: TerraformJson;
}

/** Strips the types of a source; the build has checked them. */
export function compiled(source: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };
  const { outputText } = ts.transpileModule(readFileSync(source, "utf8"), { compilerOptions: options });
  return writtenTo(relative(ROOT, source).replace(/\.ts$/, ".js"), outputText);
}

/** A program that requires modules and does nothing else. */
export function requiring(name: string, modules: readonly string[]): Program {
  const text = modules.map((module) => `require(${JSON.stringify(module)});\n`).join("");
  // An output folder of its own, as every program has.
  const path = writtenTo(
    `scripts/bench/${name}.js`,
    `${text}require("node:fs").mkdirSync(process.env.CDKTF_OUTDIR);\n`,
  );
  return { path, args: [], check: nothingWritten };
}

/** The azuread bindings that requiring the library loads. */
export function openedBindings(): string[] {
  const entra = join(DIST, "lib", "entra");
  const sources = readdirSync(entra).filter((name) => name.endsWith(".js"));
  const texts = sources.map((name) => readFileSync(join(entra, name), "utf8"));
  const paths = texts.flatMap((text) => text.match(/@cdktf\/provider-azuread\/lib\/[a-z-]+/g) ?? []);
  return [...new Set(paths)].sort();
}

/** A program of the library, and the bare one that writes the same Terraform. */
export function pairOf(measurement: Measurement, path: string, args: readonly string[] = []): Pair {
  let terraform: TerraformJson | undefined;
  const first = (written: Written): void => {
    terraform = terraformOf(written);
  };
  measurement.run({ path, args, check: first });
  if (terraform === undefined) throw new Error(`${path} wrote no Terraform`);
  const expected = terraform;
  const name = [basename(path, ".js"), ...args].join("-");
  const bare = writtenTo(`scripts/bench/bare-${name}.js`, bareApp(expected));
  const sameTerraform = (written: Written): void => {
    if (!isDeepStrictEqual(withoutMetadata(terraformOf(written)), withoutMetadata(expected))) {
      throw new Error(`${bare} writes other Terraform than ${path}`);
    }
  };
  return {
    library: {
      path,
      args,
      check: both(sameTerraform, (written) => {
        wholeRunbook(written);
      }),
    },
    bare: { path: bare, args: [], check: both(sameTerraform, noRunbook) },
    terraform: expected,
  };
}

/** The library with a number of partners in each stack, whose lists stand in the plan as count and digest. */
export function libraryWith(path: string, count: number, stacks = 1): Program {
  const everyPartner = (written: Written): void => {
    for (const stack of stackNames(stacks)) {
      wholeRunbook(written, stack);
      for (const file of [
        "20-federate/domain-lists.edge.ps1",
        "20-federate/domain-lists.tenant.ps1",
        "manifest.json",
      ]) {
        const entries = partnersIn(read(written, `onprem/${file}`, stack));
        expectCount(`${count} partners: entries of ${stack}/onprem/${file}`, entries, count);
      }
    }
  };
  return { path, args: [String(count), "summary", String(stacks)], check: everyPartner };
}

/** The library with a number of SIP domains and Front End pools, all named in the plan or the runbook. */
export function topologyWith(path: string, domains: number, pools: number): Program {
  const everyPart = (written: Written): void => {
    wholeRunbook(written);
    for (const file of ["cdk.tf.json", "onprem/steps.json", "onprem/manifest.json", "onprem/RUNBOOK.md"]) {
      expectCount(`${domains} SIP domains: those of ${file}`, sipDomainsIn(read(written, file)), domains);
    }
    const named = poolsIn(read(written, "onprem/manifest.json"));
    expectCount(`${pools} pools: those of onprem/manifest.json`, named, pools);
  };
  return { path, args: [String(domains), String(pools)], check: everyPart };
}

/** The bare program of a pair with one more `terraform_data` for each partner. */
export function bareWith({ bare, terraform }: Pair, count: number): Program {
  const everyPartner = (written: Written): void => {
    const objects = declaredIn(terraformOf(written));
    expectCount(`${count} partners: terraform_data`, objects, declaredIn(terraform) + count);
    expectCount(`${count} partners: entries of cdk.tf.json`, partnersIn(read(written, "cdk.tf.json")), count);
  };
  return { path: bare.path, args: [String(count)], check: both(noRunbook, everyPartner) };
}

export function declaredIn(terraform: TerraformJson): number {
  return Object.keys(terraform.resource.terraform_data ?? {}).length;
}

export function azureadIn(terraform: TerraformJson): number {
  const types = Object.entries(terraform.resource).filter(([type]) => type.startsWith("azuread_"));
  return types.reduce((sum, [, named]) => sum + Object.keys(named).length, 0);
}

function writtenTo(path: string, text: string): string {
  const target = join(DIST, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}

function both(...checks: readonly Program["check"][]): Program["check"] {
  return (written) => {
    for (const check of checks) check(written);
  };
}

function nothingWritten({ files }: Written): void {
  expectCount("files of a program that only requires", files.length, 0);
}

/** Every file that the runbook's own list names is there, and the pages for people. */
function wholeRunbook(written: Written, stack = STACK): void {
  const { files } = JSON.parse(read(written, "onprem/checksums.json", stack)) as { files: readonly { path: string }[] };
  const onprem = stackFile(written, "onprem", stack);
  const expected = [...files.map(({ path }) => path), "checksums.json", "manifest.json", "RUNBOOK.md"];
  const missing = expected.filter((path) => !written.files.includes(join(onprem, ...path.split("/"))));
  if (files.length === 0 || missing.length > 0) throw new Error(`the runbook lacks files: ${missing.join(", ")}`);
  const steps = JSON.parse(read(written, "onprem/steps.json", stack)) as { steps: readonly unknown[] };
  const scripts = written.files.filter((path) => path.startsWith(onprem) && /[\\/]\d\d-[a-z]+[\\/].*\.ps1$/.test(path));
  expectCount("step scripts", scripts.length, steps.steps.length);
}

function noRunbook({ files }: Written): void {
  expectCount("files of a bare app (manifest.json and cdk.tf.json)", files.length, 2);
}

function terraformOf(written: Written): TerraformJson {
  return JSON.parse(read(written, "cdk.tf.json")) as TerraformJson;
}

function read(written: Written, path: string, stack = STACK): string {
  return readFileSync(stackFile(written, path, stack), "utf8");
}

function stackFile({ outdir }: Written, path: string, stack: string): string {
  return join(outdir, "stacks", stack, ...path.split("/"));
}

function expectCount(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
