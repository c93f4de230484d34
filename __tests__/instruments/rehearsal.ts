import { cpSync, existsSync } from "node:fs";
import { comparable, Operator } from "./runbook-run";
import type { Fault } from "./powershell";
import { SimulatedRun, SimulatedServer, Simulator, SimulatorState } from "./simulator";

type Shell = "lync" | "teams";

/** One run of an undisturbed rehearsal, and the world before it. */
export interface Scene {
  readonly shell: Shell;
  readonly writes: number;
  readonly before: Operator;
}

/** Where a run is disturbed: the nth write of the nth run. */
export interface Disturbance {
  readonly scene: number;
  readonly write: number;
  readonly fault: Fault["fault"];
}

/** Everything that matters afterwards: what the servers and the tenant hold, and what the receipts say. */
export interface Outcome {
  readonly state: unknown;
  readonly receipts: readonly unknown[];
}

const PATIENCE = 8;

/** A runbook that is played from its first signature to the end, undisturbed or not. */
export class Rehearsal {
  public constructor(
    private readonly onprem: string,
    private readonly seed: SimulatorState,
    private readonly server: SimulatedServer,
  ) {}

  /** All runs until nothing is left to do; of each, a copy of the world before it. */
  public async undisturbed(): Promise<{ readonly scenes: readonly Scene[]; readonly outcome: Outcome }> {
    const anna = this.operator(this.seed);
    await anna.signOffAll();
    const scenes: Scene[] = [];
    await this.play(anna, async (shell) => {
      const before = this.copyOf(anna);
      const run = await anna.apply(shell);
      scenes.push({ shell, writes: run.writes.length, before });
      return run;
    });
    return { scenes, outcome: outcomeOf(anna) };
  }

  /** The world before a scene, the scene with its fault, and then the same lines again until nothing is left to do. */
  public async disturbed(scene: Scene, { write, fault }: Disturbance): Promise<Operator> {
    const anna = this.copyOf(scene.before);
    await anna.apply(scene.shell, { faults: [{ write, fault, text: "the server is busy" }] });
    await this.play(anna, (shell) => anna.apply(shell));
    return anna;
  }

  /** Runs both shells in turn until both say that nothing is left. Returns what they wrote. */
  public async play(anna: Operator, apply: (shell: Shell) => Promise<SimulatedRun>): Promise<number> {
    let writes = 0;
    let finished = 0;
    for (let turn = 0; turn < PATIENCE && finished < 2; turn += 1) {
      const run = await apply(turn % 2 === 0 ? "lync" : "teams");
      writes += run.writes.length;
      finished = run.exitCode === 0 ? finished + 1 : 0;
    }
    if (finished < 2) throw new Error(`not finished after ${PATIENCE} runs: ${(await anna.dryRun("lync")).stdout}`);
    return writes;
  }

  private operator(state: SimulatorState): Operator {
    return new Operator(Simulator.from(state, { server: this.server }), this.onprem);
  }

  private copyOf(anna: Operator): Operator {
    const copy = this.operator(anna.simulator.state());
    const from = anna.simulator.stateFolder;
    if (existsSync(from)) cpSync(from, copy.simulator.stateFolder, { recursive: true });
    return copy;
  }
}

export function outcomeOf(anna: Operator): Outcome {
  const { topology, replication, ...state } = anna.simulator.state();
  // How often the topology was enabled is a counter of the simulator, not a state of the servers.
  const settled = { ...state, pending: [topology.pending, replication.pending] };
  return { state: inOneOrder(settled), receipts: comparable(anna.receipts()) };
}

/** A list that was filled in another order after a failure holds the same. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(inOneOrder)
      .map((item) => ({ item, key: JSON.stringify(item) }))
      .sort((left, right) => (left.key < right.key ? -1 : 1))
      .map(({ item }) => item);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, inOneOrder(of)]));
}
