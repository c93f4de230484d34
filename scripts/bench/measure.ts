import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Workshop } from "./workshop";

const ROUNDS = 5;
const PROBE = join(__dirname, "probe.cjs");

/** One program to measure. */
export interface Subject {
  readonly name: string;
  readonly program: string;
  /** File with the inputs of the bare app's terraform_data. */
  readonly inputs?: string;
  /** Throws when the run did not write what it should into its output folder. */
  readonly check: (outdir: string) => void;
}

export interface Cost {
  /** User and system time of the whole process. */
  readonly cpuMs: number;
  readonly peakMiB: number;
  readonly bytes: number;
}

/** Every subject in turn, five times over, so that what else the machine does hits all alike; the medians. */
export function measure(workshop: Workshop, subjects: readonly Subject[]): Cost[] {
  const rounds = Array.from({ length: ROUNDS }, () => subjects.map((subject) => runOnce(workshop, subject)));
  return subjects.map((_, index) => {
    const costs = rounds.flatMap((round) => round[index] ?? []);
    const of = (key: keyof Cost): number => median(costs.map((cost) => cost[key]));
    return { cpuMs: of("cpuMs"), peakMiB: of("peakMiB"), bytes: of("bytes") };
  });
}

export function runOnce({ folder }: Workshop, { name, program, inputs, check }: Subject): Cost {
  const outdir = join(folder, "out");
  const usage = join(folder, "usage.json");
  for (const stale of [outdir, usage]) rmSync(stale, { recursive: true, force: true });
  const run = spawnSync(process.execPath, ["--require", PROBE, program], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BENCH_USAGE: usage, BENCH_INPUTS: inputs ?? "", CDKTF_OUTDIR: outdir },
  });
  if (run.status !== 0) throw new Error(`${name} failed: ${run.stderr}`);
  check(outdir);
  const { cpuMs, peakMiB } = JSON.parse(readFileSync(usage, "utf8")) as { cpuMs: number; peakMiB: number };
  return { cpuMs, peakMiB, bytes: bytesIn(outdir) };
}

function bytesIn(folder: string): number {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
