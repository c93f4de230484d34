import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

export type Inputs = Readonly<Record<string, unknown>>;

interface TerraformJson {
  readonly resource: { readonly terraform_data: Readonly<Record<string, { readonly input: unknown }>> };
}

interface Manifest {
  readonly steps: readonly { readonly id: string; readonly objects: readonly { readonly identity: string }[] }[];
}

/** What Terraform reads, without the metadata of cdktf that nobody's plan reads. */
export function terraformOf(outdir: string): TerraformJson {
  const text = readFileSync(join(outdir, "stacks", "contoso", "cdk.tf.json"), "utf8");
  return JSON.parse(text, (key, value: unknown) => (key === "//" ? undefined : value)) as TerraformJson;
}

export function inputsOf(outdir: string): Inputs {
  const data = Object.entries(terraformOf(outdir).resource.terraform_data);
  return Object.fromEntries(data.map(([name, { input }]) => [name, input]));
}

export function writeInputs(path: string, inputs: Inputs): string {
  writeFileSync(path, JSON.stringify(inputs));
  return path;
}

/** The runbook is there and both its lists hold every partner. */
export function checkRunbook(outdir: string, partners: readonly string[]): void {
  const onprem = join(outdir, "stacks", "contoso", "onprem");
  const { steps } = JSON.parse(readFileSync(join(onprem, "manifest.json"), "utf8")) as Manifest;
  for (const side of ["edge", "tenant"]) {
    const step = steps.find(({ id }) => id === `domain-lists/${side}`);
    const held = new Set(step?.objects.map(({ identity }) => identity));
    const script = readFileSync(join(onprem, "20-federate", `domain-lists.${side}.ps1`), "utf8");
    const missing = partners.filter((name) => !held.has(name) || !script.includes(`'${name}'`));
    if (missing.length > 0) throw new Error(`${missing.length} partners are not on the ${side}: ${missing[0]}`);
  }
}

/** The bare app wrote the Terraform that the library writes. */
export function checkSame(outdir: string, expected: unknown): void {
  const differ = "bare.ts and main.ts do not write the same Terraform any more: bring scripts/bench/bare.ts up to date";
  if (!isDeepStrictEqual(terraformOf(outdir), expected)) throw new Error(differ);
  if (existsSync(join(outdir, "stacks", "contoso", "onprem"))) throw new Error("the bare app wrote a runbook");
}

export function checkInputs(outdir: string, expected: Inputs): void {
  if (!isDeepStrictEqual(inputsOf(outdir), expected)) throw new Error("the bare app did not write every entry");
}
