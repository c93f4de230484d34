import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program whose whole process is measured. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
  /** Throws when the run did not write what it should: its figures would mean nothing. */
  readonly check: (written: Written) => void;
}

/** What one run left in its output folder. */
export interface Written {
  readonly outdir: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

export interface Figures {
  /** Seconds, user and system, of the whole process: median of the runs. */
  readonly cpu: number;
  readonly fastest: number;
  readonly slowest: number;
  /** MiB, median of the runs. */
  readonly peak: number;
  readonly bytes: number;
}

interface Sample {
  readonly cpu: number;
  readonly peak: number;
  readonly bytes: number;
}

/** Runs programs, measured from outside their code. */
export class Measurement {
  /**
   * @param root working directory of the programs
   * @param meter loaded into each process before its program
   */
  public constructor(
    private readonly root: string,
    private readonly meter: string,
  ) {}

  /** Runs each program once unmeasured, then all by turns, so that a slow minute of the machine meets every one. */
  public compare<N extends string>(programs: Readonly<Record<N, Program>>, runs: number): Record<N, Figures> {
    const named = Object.entries<Program>(programs).map(([name, program]) => ({
      name,
      program,
      samples: [] as Sample[],
    }));
    for (const { program } of named) this.run(program);
    for (let turn = 0; turn < runs; turn += 1) {
      for (const { program, samples } of turn % 2 === 0 ? named : [...named].reverse()) samples.push(this.run(program));
    }
    return Object.fromEntries(named.map(({ name, samples }) => [name, figures(samples)])) as Record<N, Figures>;
  }

  /** One run, checked. */
  public run(program: Program): Sample {
    const folder = mkdtempSync(join(tmpdir(), "lync-hybrid-bench-"));
    try {
      const outdir = join(folder, "cdktf.out");
      const usage = this.usageOf(program, outdir, join(folder, "usage.json"));
      const written = contentOf(outdir);
      program.check(written);
      const cpu = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
      return { cpu, peak: usage.maxRSS / 1024, bytes: written.bytes };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private usageOf(program: Program, outdir: string, usage: string): NodeJS.ResourceUsage {
    const args = ["--require", this.meter, program.path, ...program.args];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: this.root,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "", CDKTF_OUTDIR: outdir, BENCH_METER: usage },
    });
    if (status !== 0) throw new Error(`${program.path} ${program.args.join(" ")} failed:\n${stderr}`);
    return JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  }
}

function contentOf(outdir: string): Written {
  const found = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return { outdir, files, bytes: files.reduce((sum, path) => sum + statSync(path).size, 0) };
}

function figures(samples: readonly Sample[]): Figures {
  const cpu = samples.map((sample) => sample.cpu);
  return {
    cpu: median(cpu),
    fastest: Math.min(...cpu),
    slowest: Math.max(...cpu),
    peak: median(samples.map(({ peak }) => peak)),
    bytes: median(samples.map(({ bytes }) => bytes)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
