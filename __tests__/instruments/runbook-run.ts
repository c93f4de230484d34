import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Shell, SimulatedRun, SimulatedRunOptions, Simulator } from "./simulator";

/** First twelve of the digest, as a pull request shows it. */
export function approvedDigest(onprem: string): string {
  return createHash("sha256")
    .update(readFileSync(join(onprem, "checksums.json")))
    .digest("hex")
    .slice(0, 12);
}

export const MANUAL_STEP = "publish-edge-federation/edge01.contoso.local";

type OperatorShell = Exclude<Shell, "by-hand">;

/** A runbook folder and a simulated deployment, and what an operator does with the two. */
export class Operator {
  public constructor(
    public readonly simulator: Simulator,
    public readonly onprem: string,
    private readonly options: SimulatedRunOptions = {},
  ) {}

  public dryRun(shell: OperatorShell, options: SimulatedRunOptions = {}): Promise<SimulatedRun> {
    return this.simulator.run(shell, this.onprem, [], { ...this.options, ...options });
  }

  public apply(shell: OperatorShell, options: SimulatedRunOptions = {}): Promise<SimulatedRun> {
    const approval = ["-State", this.simulator.stateFolder, "-Apply", "-Approved", approvedDigest(this.onprem)];
    return this.simulator.run(shell, this.onprem, approval, { ...this.options, ...options });
  }

  /** Takes back everything of two phases, or only looks. */
  public undo(shell: OperatorShell, { apply = true }: { apply?: boolean } = {}): Promise<SimulatedRun> {
    const writing = apply ? ["-Apply", "-Approved", approvedDigest(this.onprem)] : [];
    const what = ["-Undo", "-Phase", "20-federate,30-share", "-State", this.simulator.stateFolder];
    return this.simulator.run(shell, this.onprem, [...what, ...writing], this.options);
  }

  public signOff(step = MANUAL_STEP): Promise<SimulatedRun> {
    const controller = join(this.onprem, "Invoke-Runbook.ps1");
    const args = ["-SignOff", step, "-By", "Anna", "-Note", "seen in Topology Builder"];
    const approval = ["-State", this.simulator.stateFolder, "-Approved", approvedDigest(this.onprem)];
    return this.simulator.runScript("lync", controller, [...args, ...approval], this.options);
  }

  /** Every step of the runbook that a person does. */
  public async signOffAll(): Promise<void> {
    for (const { id, shape } of this.index().steps) {
      if (shape === "manual") await this.signOff(id);
    }
  }

  /** Sign-off and both shells. */
  public async applyAll(): Promise<SimulatedRun[]> {
    return [await this.signOff(), await this.apply("lync"), await this.apply("teams")];
  }

  public receipts(): Record<string, unknown>[] {
    const folder = join(this.simulator.stateFolder, "receipts");
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>);
  }

  public handover(): string {
    return join(this.simulator.stateFolder, `${this.index().stack}.handover.json`);
  }

  private index(): {
    readonly stack: string;
    readonly steps: readonly { readonly id: string; readonly shape: string }[];
  } {
    return JSON.parse(readFileSync(join(this.onprem, "steps.json"), "utf8")) as ReturnType<Operator["index"]>;
  }
}

/** Receipts without what differs between two runs of the same work: when, by which run. */
export function comparable(receipts: readonly Record<string, unknown>[]): unknown[] {
  return receipts.map((receipt) => ({ ...receipt, run: "", started: "", finished: "" }));
}
