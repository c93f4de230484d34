// Runs PowerShell for the tests: `pwsh` when it is on PATH, otherwise the embedded host of ./pshost (needs the .NET SDK).
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";

const HOST_FOLDER = join(__dirname, "pshost");
const MODULES_FOLDER = join(__dirname, "simulator", "modules");
const SMA_VERSION = "7.6.9";
/** A script that hangs, or asks and gets no answer, is stopped. */
const TIME_LIMIT = 120_000;

/**
 * tmp_exchange: the Exchange Management Shell is a remote session, whose module gets a name made up at sign-in. A session
 * with Exchange Online, tmpEXO_simulated, is the same.
 */
export type SimulatedModule =
  | "Lync"
  | "SkypeForBusiness"
  | "MicrosoftTeams"
  | "tmp_exchange"
  | "tmpEXO_simulated"
  | "SharePointServer"
  | "Microsoft.Graph.Applications"
  | "Microsoft.Graph.Authentication";
const MODULE_FOLDER: Record<SimulatedModule, string> = {
  Lync: join(MODULES_FOLDER, "lync"),
  SkypeForBusiness: join(MODULES_FOLDER, "skypeforbusiness"),
  MicrosoftTeams: join(MODULES_FOLDER, "teams"),
  tmp_exchange: join(MODULES_FOLDER, "exchange"),
  "Microsoft.Graph.Applications": join(MODULES_FOLDER, "graph"),
  "Microsoft.Graph.Authentication": join(MODULES_FOLDER, "graph"),
  tmpEXO_simulated: join(MODULES_FOLDER, "exchange-online"),
  SharePointServer: join(MODULES_FOLDER, "sharepoint"),
};

export type FaultKind =
  | "error"
  | "error-after"
  | "empty"
  | "kill-before"
  | "kill-after"
  | "missing-property"
  | "lag"
  | "ignored";

/** Either the nth call of a command (`*`: of any) or the nth write of the session; both count from 1. */
export type Fault = {
  readonly command?: string;
  readonly nth?: number;
  readonly write?: number;
  /** How many calls in a row fail; default 1. */
  readonly times?: number;
  readonly fault: FaultKind;
  /** For missing-property. */
  readonly property?: string;
  /** The error's text. */
  readonly text?: string;
};

export type RunOptions = {
  /** The simulated modules that this shell has. */
  readonly modules?: readonly SimulatedModule[];
  readonly statePath?: string;
  readonly logPath?: string;
  readonly faults?: readonly Fault[];
  /** As `& .\x.ps1 ...; exit $LASTEXITCODE` at a prompt, in a scope of its own; default as `powershell -File`, in the global scope. */
  readonly asCommand?: boolean;
  /** For example th-TH; default the invariant culture (embedded host only). */
  readonly culture?: string;
  readonly cwd?: string;
  /** `undefined` removes a variable. PSHOST_NOSLEEP=1 is set unless removed here. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A new process (1.5 s) instead of the one that serves all runs of a test file (0.1 s). Needed for runs side by side. */
  readonly ownProcess?: boolean;
  /** Milliseconds after which a run counts as hanging. @default 120,000 */
  readonly timeLimit?: number;
};

export type RunResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };
export type RunRequest = { readonly script: string; readonly args?: readonly string[]; readonly options?: RunOptions };

// ---------- which engine ----------

let pwshVersion: string | null | undefined;

/** PSHOST_ENGINE=embedded keeps `pwsh` out of it. */
function pwsh(): string | null {
  if (pwshVersion === undefined) {
    const answer =
      process.env.PSHOST_ENGINE === "embedded"
        ? undefined
        : spawnSync("pwsh", ["-NoProfile", "-NonInteractive", "-Command", "$PSVersionTable.PSVersion.ToString()"], {
            encoding: "utf8",
          });
    pwshVersion = answer?.status === 0 ? answer.stdout.trim() : null;
  }
  return pwshVersion;
}

export function engines(): { readonly powershell: string } {
  const version = pwsh();
  return {
    powershell: version === null ? `embedded host, System.Management.Automation ${SMA_VERSION}` : `pwsh ${version}`,
  };
}

// ---------- the embedded host ----------

const NO_SDK =
  "The PowerShell tests need the .NET SDK 10 (`dotnet` on PATH): they run and parse scripts on System.Management.Automation, " +
  "which the host in __tests__/instruments/pshost embeds. `pwsh` alone can run scripts but not report on them. " +
  "Install the SDK from https://dotnet.microsoft.com/download; nothing is skipped without it.";

function hostStamp(): string {
  const hash = createHash("sha256");
  const sources = readdirSync(HOST_FOLDER).filter((name) => /\.(cs|csproj)$/.test(name));
  for (const name of sources.sort()) {
    hash.update(name).update(readFileSync(join(HOST_FOLDER, name)));
  }
  return hash.digest("hex");
}

/** Builds the host unless it is there and up to date, and returns its path. Safe to call from several processes. */
export function prepareHost(): string {
  const bin = join(HOST_FOLDER, "bin");
  const host = join(bin, "Release", "net10.0", process.platform === "win32" ? "pshost.exe" : "pshost");
  const stampFile = join(bin, "stamp.txt");
  const lock = join(HOST_FOLDER, "bin", "build.lock");
  const stamp = hostStamp();
  const ready = (): boolean => existsSync(host) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (ready()) {
    return host;
  }
  mkdirSync(bin, { recursive: true });
  takeLock(lock);
  try {
    if (!ready()) {
      buildHost();
      writeFileSync(stampFile, stamp);
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return host;
}

function takeLock(lock: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        throw error;
      }
    }
    const taken = statSync(lock, { throwIfNoEntry: false });
    if (taken !== undefined && Date.now() - taken.mtimeMs > 180_000) {
      rmSync(lock, { recursive: true, force: true }); // left by a build that was killed
    }
    Atomics.wait(pause, 0, 0, 200);
  }
}

function buildHost(): void {
  const env = { ...process.env, DOTNET_NOLOGO: "1", DOTNET_CLI_TELEMETRY_OPTOUT: "1" };
  const build = spawnSync(
    "dotnet",
    ["build", "-c", "Release", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
    {
      cwd: HOST_FOLDER,
      env,
      encoding: "utf8",
    },
  );
  if (build.error !== undefined) {
    throw new Error(`${NO_SDK}\n(${build.error.message})`);
  }
  if (build.status !== 0) {
    throw new Error(`The PowerShell host does not build. ${NO_SDK}\n${build.stdout}${build.stderr}`);
  }
}

type HostAnswer = { out?: string; err?: string; exit?: number; ast?: readonly ScriptReport[] };
type Served = { readonly run: RunResult; readonly ast: readonly ScriptReport[] | undefined };

/** One process of the host that serves requests in turn. A run that kills it gets the process's exit code; the next starts a new one. */
class HostProcess {
  private child: ChildProcessWithoutNullStreams | undefined;
  private busy = false;
  private queue: Promise<unknown> = Promise.resolve();

  serve(request: object, timeLimit = TIME_LIMIT): Promise<Served> {
    const served = this.queue.then(() => this.serveNow(request, timeLimit));
    this.queue = served.catch(() => undefined);
    return served;
  }

  stop(): void {
    this.child?.stdin.end();
    if (this.busy) {
      this.child?.kill("SIGKILL");
    }
    this.child = undefined;
  }

  private serveNow(request: object, timeLimit: number): Promise<Served> {
    const child = (this.child ??= this.start());
    hold(child, true);
    this.busy = true;
    return new Promise((fulfil, reject) => {
      let stdout = "";
      let stderr = "";
      const lines = createInterface({ input: child.stdout });
      const failed = (error: Error): void => {
        this.child = undefined;
        done();
        reject(error);
      };
      const ended = (code: number | null): void => {
        finish(code ?? 1, undefined);
      };
      const raw = (chunk: Buffer): void => {
        stderr += chunk.toString("utf8");
      };
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        failed(new Error(`The PowerShell host gave no answer for ${timeLimit / 1000} s:\n${stdout}${stderr}`));
      }, timeLimit);
      const done = (): void => {
        clearTimeout(timer);
        this.busy = false;
        lines.close();
        child.off("close", ended).off("error", failed);
        child.stderr.off("data", raw);
        hold(child, false);
      };
      const finish = (exitCode: number, ast: readonly ScriptReport[] | undefined): void => {
        done();
        fulfil({ run: { exitCode, stdout, stderr }, ast });
      };
      child.once("close", ended).once("error", failed);
      child.stderr.on("data", raw);
      lines.on("line", (line) => {
        const answer = JSON.parse(line) as HostAnswer;
        stdout += answer.out ?? "";
        stderr += answer.err ?? "";
        if (answer.exit !== undefined) {
          finish(answer.exit, undefined);
        } else if (answer.ast !== undefined) {
          finish(0, answer.ast);
        }
      });
      child.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  private start(): ChildProcessWithoutNullStreams {
    const child = spawn(prepareHost(), ["--batch"], { env: process.env });
    child.stdin.on("error", () => undefined); // a killed host: "close" tells
    child.once("close", () => {
      if (this.child === child) {
        this.child = undefined;
      }
    });
    return child;
  }
}

/** An idle host keeps nobody from ending. */
function hold(child: ChildProcessWithoutNullStreams, busy: boolean): void {
  const handles = [child, child.stdin, child.stdout, child.stderr];
  for (const handle of handles) {
    if (handle === child || handle instanceof Socket) {
      const held = handle as Pick<Socket, "ref" | "unref">;
      if (busy) {
        held.ref();
      } else {
        held.unref();
      }
    }
  }
}

const host = new HostProcess();

/** Under jest called by itself after the last test of a file. */
export function stopHost(): void {
  host.stop();
}
(globalThis as { afterAll?: (act: () => void) => void }).afterAll?.(stopHost);

// ---------- running ----------

function environment(options: RunOptions): Record<string, string | undefined> {
  return {
    PSHOST_NOSLEEP: "1",
    LYNC_SIM_STATE: options.statePath,
    LYNC_SIM_LOG: options.logPath,
    LYNC_SIM_FAULTS: options.faults === undefined ? undefined : JSON.stringify(options.faults),
    ...options.env,
  };
}

const modulePath = (options: RunOptions): string =>
  (options.modules ?? []).map((name) => MODULE_FOLDER[name]).join(delimiter);

export async function runScript(
  script: string,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<RunResult> {
  if (pwsh() !== null) {
    return runPwsh(script, args, options);
  }
  if (options.ownProcess === true) {
    return runOwnHost(script, args, options);
  }
  const env = Object.fromEntries(Object.entries(environment(options)).map(([name, value]) => [name, value ?? null]));
  const modules = (options.modules ?? []).map((name) => join(MODULE_FOLDER[name], name));
  const { asCommand, culture, cwd } = options;
  const request = {
    script: resolve(cwd ?? ".", script),
    args,
    modules,
    modulePath: modules.length === 0 ? undefined : modulePath(options),
    asCommand,
    culture,
    cwd,
    env,
  };
  const served = await host.serve(request, options.timeLimit);
  return served.run;
}

/** Many runs, one after the other, in one process. */
export async function runScripts(requests: readonly RunRequest[]): Promise<RunResult[]> {
  const results: RunResult[] = [];
  for (const { script, args, options } of requests) {
    results.push(await runScript(script, args, options));
  }
  return results;
}

function runOwnHost(script: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const modules = (options.modules ?? []).flatMap((name) => ["--module", join(MODULE_FOLDER[name], name)]);
  const path = modules.length === 0 ? [] : ["--modulepath", modulePath(options)];
  const culture = options.culture === undefined ? [] : ["--culture", options.culture];
  const mode = options.asCommand === true ? ["--as-command"] : [];
  return start(
    prepareHost(),
    [...modules, ...path, ...culture, ...mode, resolve(options.cwd ?? ".", script), ...args],
    options,
  );
}

// Never run so far: no machine of ours has pwsh. The modules load by themselves, since their manifests name the functions.
function runPwsh(script: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const file = resolve(options.cwd ?? ".", script);
  const quote = (text: string): string =>
    /^-[A-Za-z_]\w*$/.test(text) ? text : `'${text.replace(/['‘’‚‛]/g, "$&$&")}'`;
  const command = `& ${quote(file)} ${args.map(quote).join(" ")}; exit $LASTEXITCODE`;
  const how = options.asCommand === true ? ["-Command", command] : ["-File", file, ...args];
  const env = { PSModulePath: modulePath(options), ...options.env };
  return start("pwsh", ["-NoProfile", "-NonInteractive", ...how], { ...options, env });
}

function start(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const env = { ...process.env, ...environment(options) };
  return new Promise((fulfil, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: options.timeLimit ?? TIME_LIMIT,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      fulfil({ exitCode: code ?? 1, stdout, stderr });
    });
  });
}

// ---------- parsing ----------

/** JSON of a constant; what is not constant is `{ "$": "its text" }`. */
export type ScriptValue =
  | null
  | boolean
  | number
  | string
  | readonly ScriptValue[]
  | { readonly [key: string]: ScriptValue };

export type Place = { readonly line: number; readonly col: number };
export type ScriptArgument = { readonly kind: string; readonly value: string };
export type ScriptParameter = {
  readonly name: string;
  /** Absent for a parameter without a value, a switch. `-A v` may also be a switch and a positional argument. */
  readonly kind?: string;
  readonly value?: string;
  readonly data?: ScriptValue;
  /** Written -Name:value. */
  readonly colon?: boolean;
};
export type ScriptCommand = Place & {
  /** As written, with its module; null when only the run decides, as in `& $x`. */
  readonly name: string | null;
  readonly operator?: "." | "&";
  /** The function around it. */
  readonly in?: string;
  /** The nearest script block around it, and its key when it stands in a hashtable: `Create = { param($values) ... }`. */
  readonly block?: Place & { readonly key?: string; readonly parameters: readonly string[] };
  readonly parameters: readonly ScriptParameter[];
  readonly arguments: readonly ScriptArgument[];
  /** Names of splatted variables. */
  readonly splats: readonly string[];
};
export type ScriptFinding = Place & {
  readonly rule: string;
  /** The PowerShell version that brought the construct. */
  readonly since?: string;
  readonly text: string;
};
export type ScriptReport = {
  readonly file: string;
  readonly bom: "utf-8" | "utf-16" | "none";
  readonly nonAsciiBytes: number;
  readonly crlf: boolean;
  readonly errors: readonly (Place & { readonly id: string; readonly message: string })[];
  readonly commands: readonly ScriptCommand[];
  readonly assignments: readonly (Place & { readonly name: string; readonly value: ScriptValue })[];
  readonly functions: readonly (Place & { readonly name: string; readonly parameters: readonly string[] })[];
  readonly findings: readonly ScriptFinding[];
};

/** Always the embedded host, also where `pwsh` runs the scripts. */
export async function parseScripts(files: readonly string[]): Promise<readonly ScriptReport[]> {
  if (files.length === 0) {
    return [];
  }
  const served = await host.serve({ ast: files.map((file) => resolve(file)) });
  if (served.ast === undefined) {
    throw new Error(`The PowerShell host ended while it parsed:\n${served.run.stderr}`);
  }
  return served.ast;
}

/** The findings that Windows PowerShell `version` does not understand, for example "3.0" on a Lync Server 2013 host. */
export function newerThan(report: ScriptReport, version: string): readonly ScriptFinding[] {
  return report.findings.filter(
    ({ since }) => since !== undefined && Number.parseFloat(since) > Number.parseFloat(version),
  );
}

export {
  catalogueRecord,
  checkCall,
  type CallFinding,
  type CatalogueRecord,
  type ServerVersion,
} from "./catalogue/check";
