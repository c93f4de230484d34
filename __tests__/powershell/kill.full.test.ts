import { synthContoso } from "../instruments/contoso";
import { comparable, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";

const { onprem } = synthContoso();

/** State of servers and tenant, without the counters of the simulator itself. */
function endState(anna: Operator): unknown {
  const { topology, replication, ...state } = anna.simulator.state();
  return { ...state, pending: [topology.pending, replication.pending] };
}

async function undisturbed(): Promise<Operator> {
  const anna = new Operator(Simulator.from("nothing"), onprem);
  await anna.applyAll();
  return anna;
}

const KILLS = (["kill-before", "kill-after"] as const).flatMap((fault) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((write) => ({ shell: "lync" as const, write, fault })),
);
const TEAMS_KILLS = (["kill-before", "kill-after"] as const).flatMap((fault) =>
  [1, 2].map((write) => ({ shell: "teams" as const, write, fault })),
);
const ERRORS = (["error", "error-after"] as const).flatMap((fault) =>
  [1, 2, 3, 4, 5, 6, 7].map((write) => ({ shell: "lync" as const, write, fault })),
);

describe("an interrupted run, started again with the same line", () => {
  let reference: { state: unknown; receipts: unknown[] };
  beforeAll(async () => {
    const anna = await undisturbed();
    reference = { state: endState(anna), receipts: comparable(anna.receipts()) };
    expect(anna.simulator.writes().length).toBe(10);
  });

  test.each([...KILLS, ...TEAMS_KILLS])(
    "$fault write $write in $shell: same end state, same receipts",
    async (kill) => {
      const anna = new Operator(Simulator.from("nothing"), onprem);
      await anna.signOff();
      if (kill.shell === "teams") await anna.apply("lync");
      const killed = await anna.apply(kill.shell, { faults: [{ write: kill.write, fault: kill.fault }] });
      expect(killed.exitCode).toBe(137);
      const again = await anna.apply(kill.shell);
      if (kill.shell === "lync") {
        expect(again.stdout).toContain("never ended");
        await anna.apply("teams");
      }
      expect(endState(anna)).toEqual(reference.state);
      expect(comparable(anna.receipts())).toEqual(reference.receipts);
      const third = await anna.apply(kill.shell);
      expect(third.writes).toEqual([]);
    },
  );

  test.each(ERRORS)("$fault at write $write in $shell: the second run ends in the same state", async (failure) => {
    const anna = new Operator(Simulator.from("nothing"), onprem);
    await anna.signOff();
    await anna.apply("lync", { faults: [{ write: failure.write, fault: failure.fault, text: "the server is busy" }] });
    await anna.apply("lync");
    await anna.apply("teams");
    expect(endState(anna)).toEqual(reference.state);
    expect(comparable(anna.receipts())).toEqual(reference.receipts);
  });
});
