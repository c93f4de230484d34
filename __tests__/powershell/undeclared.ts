import { Undeclared } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator, SimulatorState } from "../instruments/simulator";

/** Somebody's partner and somebody's nuisance, with everything that can be said of them. */
const OLD = {
  Identity: "old.example",
  Domain: "old.example",
  ProxyFqdn: "sip.old.example",
  Comment: "CHG0001",
  MarkForMonitoring: true,
};
const BAD = { Identity: "bad.example", Domain: "bad.example", Comment: "spam" };

export type Side = "edge" | "tenant";
const SHELLS: Readonly<Record<Side, "lync" | "teams">> = { edge: "lync", tenant: "teams" };

function addForeign(state: SimulatorState, side: Side): void {
  if (side === "edge") {
    state.allowedDomains.push(OLD);
    state.blockedDomains.push(BAD);
    return;
  }
  state.tenant.federation.AllowedDomains.entries.push(OLD.Domain);
  state.tenant.federation.BlockedDomains.push(BAD.Domain);
}

/** A deployment that is as declared, but for two entries that nobody declared. */
async function foreignOn(side: Side, undeclared: Undeclared): Promise<{ anna: Operator; onprem: string }> {
  const { onprem } = synthContoso({ undeclared });
  const anna = new Operator(Simulator.from("right"), onprem);
  anna.simulator.change((state) => {
    addForeign(state, side);
  });
  await anna.signOff();
  // The tenant's list waits for the servers' half.
  if (side === "tenant") await anna.apply("lync");
  return { anna, onprem };
}

/** Both lists of a side, in one order. */
export function lists({ allowedDomains, blockedDomains, tenant }: SimulatorState, side: Side): [unknown[], unknown[]] {
  const { AllowedDomains, BlockedDomains } = tenant.federation;
  const [allowed, blocked] =
    side === "edge" ? [allowedDomains, blockedDomains] : [AllowedDomains.entries, BlockedDomains];
  const ordered = (list: readonly unknown[]): unknown[] =>
    [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  return [ordered(allowed), ordered(blocked)];
}

/** What becomes of entries that nobody declared, in all three settings. */
export function describeUndeclared(side: Side): void {
  describe(`entries on the ${side} that nobody declared`, () => {
    const shell = SHELLS[side];
    const step = `domain-lists/${side}`;

    test("block by default: both are named and nothing is written", async () => {
      const { anna } = await foreignOn(side, Undeclared.BLOCK);
      const run = await anna.apply(shell);
      expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 7, writes: [] });
      expect(run.stdout).toMatch(new RegExp(`Blocked +${step}`));
      expect(run.stdout).toContain("old.example");
      expect(run.stdout).toContain("bad.example");
    });

    test("stay where they are kept, and are named", async () => {
      const { anna } = await foreignOn(side, Undeclared.KEEP);
      const before = lists(anna.simulator.state(), side);
      const run = await anna.apply(shell);
      expect(run.writes).toEqual([]);
      expect(run.stdout).toMatch(new RegExp(`InDesiredState +${step}`));
      expect(run.stdout.replace(/\s+/g, " ")).toMatch(/old\.example in \S+ is not declared and stays/);
      expect(lists(anna.simulator.state(), side)).toEqual(before);
    });

    test("go where they are to be removed, and undo brings them back with all that was said of them", async () => {
      const { anna, onprem } = await foreignOn(side, Undeclared.REMOVE);
      const before = lists(anna.simulator.state(), side);
      const declared = lists(Simulator.seed("right"), side);
      const run = await anna.apply(shell);
      expect(run.stdout).toMatch(new RegExp(`Changed +${step}`));
      expect(lists(anna.simulator.state(), side)).toEqual(declared);
      expect((await anna.apply(shell)).writes).toEqual([]);
      const undone = await undo(anna, onprem, side);
      expect(undone.stdout).toMatch(new RegExp(`Changed +${step}`));
      expect(lists(anna.simulator.state(), side)).toEqual(before);
    });
  });
}

/** With what builds on the list: it is taken back only in the reverse order. */
function undo(anna: Operator, onprem: string, side: Side): Promise<SimulatedRun> {
  const approval = ["-State", anna.simulator.stateFolder, "-Apply", "-Approved", approvedDigest(onprem)];
  return anna.simulator.run(SHELLS[side], onprem, ["-Undo", "-Phase", "20-federate,30-share", ...approval]);
}
