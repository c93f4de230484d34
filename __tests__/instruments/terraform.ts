/**
 * The real terraform binary on a copy of a synthesized stack, with `azuread-stub` in the place of the azuread provider.
 * Everything blocks, so that a test reads like a terminal session. Workspaces share nothing and may run side by side.
 * Whatever is still open is closed after the last test of the file that imports this one.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export type Action = "no-op" | "create" | "read" | "update" | "delete" | "forget";

export type ResourceChange = {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  /** Two for a replacement: delete and create, in the order in which they happen. */
  readonly actions: readonly Action[];
  readonly before: JsonObject | null;
  /** Lacks what is only known after apply. */
  readonly after: JsonObject | null;
};

export type OutputChange = {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly before: Json;
  readonly after: Json;
};

export type Check = {
  readonly address: string;
  readonly kind: "resource" | "output_value" | "check" | "var";
  readonly status: "pass" | "fail" | "error" | "unknown";
  readonly problems: readonly string[];
};

export type Plan = {
  /** Of `-detailed-exitcode`: 2 when there is something to do. Failing (1) throws. */
  readonly exitCode: 0 | 2;
  /** What a person reads: without progress lines and without the path of the plan file. */
  readonly text: string;
  /** No-ops left out. */
  readonly resourceChanges: readonly ResourceChange[];
  /** Found changed in the tenant since the last apply. */
  readonly drift: readonly ResourceChange[];
  /** No-ops left out. */
  readonly outputChanges: readonly OutputChange[];
  /** As in "Plan: 1 to add, 0 to change, 0 to destroy." */
  readonly summary: { readonly add: number; readonly change: number; readonly destroy: number };
  readonly checks: readonly Check[];
  /** All of `terraform show -json`. */
  readonly document: JsonObject;
};

export type StateResource = {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly values: JsonObject;
};

export type State = {
  readonly resources: readonly StateResource[];
  readonly outputs: Readonly<Record<string, Json>>;
  readonly checks: readonly Check[];
};

export type Diagnostic = {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Where it was found, if terraform says so. */
  readonly address: string | null;
};

export type Validation = { readonly valid: boolean; readonly diagnostics: readonly Diagnostic[] };

/** One line of the tenant's journal: POST is a new object, PATCH a change of one that is there, DELETE its end. */
export type TenantChange =
  | { readonly method: "POST" | "PATCH"; readonly type: string; readonly id: string; readonly values: JsonObject }
  | { readonly method: "DELETE"; readonly type: string; readonly id: string };

/** terraform ended with an error; the message is what it printed, unwrapped. */
export class TerraformFailure extends Error {
  override readonly name = "TerraformFailure";
}

/** Which terraform the tests run, for example "Terraform 1.11.4". */
export function engines(): string {
  const version = JSON.parse(run(["version", "-json"], os.tmpdir(), environment()).stdout) as RawVersion;
  return `Terraform ${version.terraform_version}`;
}

const open = new Set<Workspace>();
// Global setup imports this file too, where no tests are.
(globalThis as { afterAll?: (act: () => void) => void }).afterAll?.(() => {
  for (const workspace of open) workspace.close();
});

export class Workspace {
  /** Stands for the folder of main.ts: holds `cdktf.out/stacks/<name>`, the state, and the files the stack refers to. */
  readonly root: string;
  /** The copied stack: where terraform runs. */
  readonly directory: string;
  readonly #private: string;
  #planned = false;
  #stub: ChildProcess | undefined;

  /** @param stackDir a synthesized stack, `cdktf.out/stacks/<name>` */
  constructor(stackDir: string) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "terraform-"));
    this.root = path.join(folder, "work");
    this.directory = path.join(this.root, "cdktf.out", "stacks", path.basename(path.resolve(stackDir)));
    this.#private = path.join(folder, "private");
    fs.mkdirSync(this.#private);
    fs.writeFileSync(this.#file("terraform.tfrc"), "disable_checkpoint = true\n");
    open.add(this);
    this.replace(stackDir);
  }

  /** Puts a new synthesis in the place of the old one; state and tenant stay. */
  replace(stackDir: string): void {
    fs.rmSync(this.directory, { recursive: true, force: true });
    fs.cpSync(stackDir, this.directory, { recursive: true });
    this.#planned = false;
  }

  init(): string {
    return this.#succeed(["init", "-input=false", "-no-color"]);
  }

  validate(): Validation {
    const result = JSON.parse(this.#terraform(["validate", "-json"]).stdout) as RawValidation;
    return {
      valid: result.valid,
      diagnostics: result.diagnostics.map(({ severity, summary, detail, snippet }) => ({
        severity,
        summary,
        detail: detail ?? "",
        address: snippet?.context ?? null,
      })),
    };
  }

  /** @param more further arguments, such as "-destroy" */
  plan(...more: readonly string[]): Plan {
    this.#planned = false;
    const file = this.#file("plan");
    const planned = this.#terraform([
      "plan",
      "-input=false",
      "-no-color",
      "-detailed-exitcode",
      `-out=${file}`,
      ...more,
    ]);
    if (planned.status !== 0 && planned.status !== 2) throw failure(planned);
    const document = JSON.parse(this.#succeed(["show", "-json", file])) as JsonObject & RawPlan;
    this.#planned = true;
    const resourceChanges = changes(document.resource_changes);
    return {
      exitCode: planned.status,
      text: readable(planned.stdout),
      resourceChanges,
      drift: changes(document.resource_drift),
      outputChanges: Object.entries(document.output_changes ?? {})
        .map(([name, { actions, before, after }]) => ({ name, actions, before, after: after ?? null }))
        .filter(isChange),
      summary: {
        add: countOf(resourceChanges, "create"),
        change: countOf(resourceChanges, "update"),
        destroy: countOf(resourceChanges, "delete"),
      },
      checks: checks(document.checks),
      document,
    };
  }

  /** Applies what was planned last; plans by itself when there is no plan of the present configuration. */
  apply(): string {
    const what = this.#planned ? this.#file("plan") : "-auto-approve";
    this.#planned = false;
    return this.#succeed(["apply", "-input=false", "-no-color", what]);
  }

  /** The state. */
  show(): State {
    const { values, checks: raw } = JSON.parse(this.#succeed(["show", "-json"])) as RawState;
    return {
      resources: values?.root_module.resources ?? [],
      outputs: Object.fromEntries(Object.entries(values?.outputs ?? {}).map(([name, { value }]) => [name, value])),
      checks: checks(raw),
    };
  }

  /** What has happened in the tenant so far, oldest first. */
  tenantChanges(): readonly TenantChange[] {
    const journal = this.#file("journal.jsonl");
    if (!fs.existsSync(journal)) return [];
    const lines = fs.readFileSync(journal, "utf8").trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line) as TenantChange);
  }

  /** Somebody changes the tenant behind Terraform's back. */
  changeByHand(change: TenantChange): void {
    fs.appendFileSync(this.#file("journal.jsonl"), JSON.stringify(change) + "\n");
  }

  /** Gives the tenant other contents: top-level keys of `azuread-stub/tenant.json`, such as `domains`. */
  setTenant(contents: JsonObject): void {
    fs.writeFileSync(this.#file("tenant.json"), JSON.stringify(contents));
  }

  /** Ends the provider and removes all files. */
  close(): void {
    this.#stub?.kill();
    this.#stub = undefined;
    fs.rmSync(path.dirname(this.root), { recursive: true, force: true, maxRetries: 5 });
    open.delete(this);
  }

  #file(name: string): string {
    return path.join(this.#private, name);
  }

  #terraform(args: readonly string[]): Run {
    return run(args, this.directory, {
      ...environment(),
      TF_CLI_CONFIG_FILE: this.#file("terraform.tfrc"),
      TF_DATA_DIR: this.#file("data"),
      TF_REATTACH_PROVIDERS: this.#provider(),
    });
  }

  #succeed(args: readonly string[]): string {
    const result = this.#terraform(args);
    if (result.status !== 0) throw failure(result);
    return result.stdout;
  }

  /** Starts the stub at the first call. Its standard input is a pipe: when this process ends, however, the stub does. */
  #provider(): string {
    const listening = this.#file("reattach.json");
    if (this.#stub === undefined) {
      if (!open.has(this)) throw new Error("This workspace is closed.");
      const log = fs.openSync(this.#file("stub.log"), "a");
      const main = path.join(__dirname, "azuread-stub", "main.js");
      this.#stub = spawn(process.execPath, [main, this.#private], { stdio: ["pipe", "ignore", log] });
      this.#stub.unref();
      fs.closeSync(log);
      const deadline = Date.now() + 30_000;
      while (!fs.existsSync(listening)) {
        const complaint = fs.readFileSync(this.#file("stub.log"), "utf8");
        if (complaint.includes("Error") || Date.now() > deadline)
          throw new Error(`The azuread stub did not start. ${complaint}`);
        sleep(10);
      }
    }
    return fs.readFileSync(listening, "utf8");
  }
}

type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Run {
  const result = spawnSync("terraform", args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.error) {
    throw new Error(
      `terraform could not be started (${result.error.message}). These tests run the real Terraform and are never ` +
        "skipped: put a terraform 1.11 binary on the PATH. Nothing else is needed, neither network nor tenant.",
    );
  }
  return result;
}

/** The caller's environment without his own Terraform settings, the plugin cache apart. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("TF_") || name === "TF_PLUGIN_CACHE_DIR",
  );
  return { ...Object.fromEntries(inherited), CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
}

/** Terraform breaks the explanation of an error at 78 columns: undone, so that a test finds a whole sentence. */
function failure({ stdout, stderr }: Run): TerraformFailure {
  const paragraphs = stderr.trim().split(/\n{2,}/);
  const unwrapped = paragraphs.map((text) => (/^ /m.test(text) ? text : text.replaceAll("\n", " ")));
  return new TerraformFailure(unwrapped.join("\n\n") || stdout);
}

function readable(stdout: string): string {
  return stdout
    .replace(/^.*: (?:Refreshing state\.\.\.|Reading\.\.\.|Still reading\.\.\.|Read complete after).*\n/gm, "")
    .replace(/\n─+\n\nSaved the plan to: [\s\S]*$/, "")
    .trim();
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

// --- terraform's own JSON --------------------------------------------------------------------

type RawVersion = { terraform_version: string };
type RawValidation = {
  valid: boolean;
  diagnostics: {
    severity: "error" | "warning";
    summary: string;
    detail?: string;
    snippet?: { context: string | null };
  }[];
};
type RawChange<Value> = { actions: Action[]; before: Value; after?: Value };
type RawResourceChange = {
  address: string;
  mode: "managed" | "data";
  type: string;
  change: RawChange<JsonObject | null>;
};
type RawCheck = {
  address: { to_display: string; kind: Check["kind"] };
  status: Check["status"];
  instances?: { problems?: { message: string }[] }[];
};
type RawPlan = {
  resource_changes?: RawResourceChange[];
  resource_drift?: RawResourceChange[];
  output_changes?: Record<string, RawChange<Json>>;
  checks?: RawCheck[];
};
type RawState = {
  values?: { outputs?: Record<string, { value: Json }>; root_module: { resources?: StateResource[] } };
  checks?: RawCheck[];
};

function changes(raw: readonly RawResourceChange[] = []): readonly ResourceChange[] {
  return raw
    .map(({ address, mode, type, change: { actions, before, after } }) => ({
      address,
      mode,
      type,
      actions,
      before,
      after: after ?? null,
    }))
    .filter(isChange);
}

function isChange({ actions }: { readonly actions: readonly Action[] }): boolean {
  return !actions.includes("no-op");
}

function countOf(all: readonly ResourceChange[], action: Action): number {
  return all.filter(({ mode, actions }) => mode === "managed" && actions.includes(action)).length;
}

function checks(raw: readonly RawCheck[] = []): readonly Check[] {
  return raw.map(({ address, status, instances = [] }) => ({
    address: address.to_display,
    kind: address.kind,
    status,
    problems: instances.flatMap(({ problems = [] }) => problems.map(({ message }) => message)),
  }));
}
