import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { temporaryFolder } from "../instruments/contoso";

const ROOT = resolve(__dirname, "../..");

export const PIPELINES = join(ROOT, "examples/pipelines");
export const SCRIPTS = join(PIPELINES, "scripts");

/** One call that a script made to a forge. */
export interface ForgeCall {
  readonly tool: string;
  readonly method: string;
  readonly address: string;
  readonly sent?: unknown;
  readonly argv: readonly string[];
  /** What curl was told through a pipe. */
  readonly config?: string;
}

export interface ForgeAnswer {
  readonly method: string;
  /** A part of the address that is answered. */
  readonly address: string;
  readonly body: unknown;
}

export interface ScriptRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository's working directory as a pipeline has it, with tools that a test lays down. */
export class PipelineRun {
  public readonly folder = temporaryFolder();
  private readonly tools = temporaryFolder();

  public constructor() {
    this.tool("node", `exec '${process.execPath}' "$@"`);
    const loader = join(ROOT, "node_modules/tsx/dist/loader.mjs");
    mkdirSync(this.path("node_modules/.bin"), { recursive: true });
    const cli = `exec '${process.execPath}' --import '${loader}' '${join(ROOT, "lib/cli/main.ts")}' "$@"`;
    executable(this.path("node_modules/.bin/lync-hybrid"), cli);
  }

  public path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  public write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  public read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  /** Puts a program on the PATH of the scripts. */
  public tool(name: string, shell: string): void {
    executable(join(this.tools, name), shell);
  }

  /** Runs one of the scripts as the pipeline does. */
  public script(name: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): ScriptRun {
    const path = [this.tools, process.env.PATH ?? ""].join(delimiter);
    const { status, stdout, stderr } = spawnSync("bash", [join(SCRIPTS, name), ...args], {
      cwd: this.folder,
      encoding: "utf8",
      env: { HOME: this.tools, FORGE: this.tools, PATH: path, ...env },
    });
    return { status, stdout, stderr };
  }

  /** Lays down what gh and curl are answered; whatever else they ask fails. */
  public forge(answers: readonly ForgeAnswer[]): void {
    const lines = answers.map(({ method, address, body }) => `${[method, address, JSON.stringify(body)].join("\t")}\n`);
    writeFileSync(join(this.tools, "answers"), lines.join(""));
    mkdirSync(join(this.tools, "calls"), { recursive: true });
    const fake = join(__dirname, "fake-forge.sh");
    for (const name of ["gh", "curl"]) this.tool(name, `source '${fake}' ${name} "$@"`);
  }

  public calls(): ForgeCall[] {
    const folder = join(this.tools, "calls");
    if (!existsSync(folder)) return [];
    const numbers = new Set(readdirSync(folder).map((name) => name.slice(0, 4)));
    return [...numbers].sort().map((call) => {
      const text = (part: string): string => readFileSync(join(folder, `${call}.${part}`), "utf8");
      const has = (part: string): boolean => existsSync(join(folder, `${call}.${part}`));
      return {
        ...{ tool: text("tool"), method: text("method"), address: text("address"), argv: text("argv").split("\n") },
        ...(has("sent") ? { sent: JSON.parse(text("sent")) as unknown } : {}),
        ...(has("config") ? { config: text("config") } : {}),
      };
    });
  }

  /** Calls that change something, without how they were spelled. */
  public changes(): Pick<ForgeCall, "method" | "address" | "sent">[] {
    return this.calls()
      .filter(({ method }) => method !== "GET")
      .map(({ method, address, sent }) => (sent === undefined ? { method, address } : { method, address, sent }));
  }
}

function executable(path: string, shell: string): void {
  writeFileSync(path, `#!/usr/bin/env bash\n${shell}\n`);
  chmodSync(path, 0o755);
}
