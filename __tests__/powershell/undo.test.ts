import { synthContoso } from "../instruments/contoso";
import { Operator } from "../instruments/runbook-run";
import { Simulator, SimulatorState } from "../instruments/simulator";

const { onprem } = synthContoso();

/** What the undone phases may touch. */
function touched({ hostingProviders, allowedDomains, blockedDomains, accessEdge, tenant }: SimulatorState): unknown {
  return { hostingProviders, allowedDomains, blockedDomains, accessEdge, federation: tenant.federation };
}

describe("taking it back", () => {
  const anna = new Operator(Simulator.from("nothing"), onprem);
  const before = touched(anna.simulator.state());
  beforeAll(async () => {
    await anna.applyAll();
    expect(touched(anna.simulator.state())).not.toEqual(before);
  });

  test("is refused on-premises while the tenant still builds on it: the dependent is named", async () => {
    const run = await anna.undo("lync");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 7, writes: [] });
    expect(run.stdout).toContain("CsTenantFederationConfiguration/Global/shared-sip-address-space (teams)");
  });

  test("is looked at first: the dry run prints the calls and writes nothing", async () => {
    const run = await anna.undo("teams", { apply: false });
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 2, writes: [] });
    expect(run.stdout).toContain("Set-CsTenantFederationConfiguration -SharedSipAddressSpace $false");
    expect(run.stdout).toContain("New-CsEdgeAllowAllKnownDomains");
  });

  test("brings everything back, the tenant first, then the servers", async () => {
    expect((await anna.undo("teams")).exitCode).toBe(0);
    expect((await anna.undo("lync")).exitCode).toBe(0);
    expect(touched(anna.simulator.state())).toEqual(before);
  });

  test("has nothing left to do when it is asked again", async () => {
    const again = await anna.undo("lync");
    expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 0, writes: [] });
  });
});

test("what was there before us comes back as it was, and is not removed", async () => {
  const anna = new Operator(Simulator.from("foreign"), onprem);
  anna.simulator.change((state) => {
    state.allowedDomains = [];
  });
  const before = touched(anna.simulator.state());
  await anna.applyAll();
  await anna.undo("teams");
  await anna.undo("lync");
  expect(touched(anna.simulator.state())).toEqual(before);
  expect(anna.simulator.calls().filter(({ command }) => command === "Remove-CsHostingProvider")).toEqual([]);
});

test("without a choice of steps it is wrong use: nobody takes back everything by accident", async () => {
  const simulator = Simulator.from("right");
  const run = await simulator.run("lync", onprem, ["-Undo", "-State", simulator.stateFolder]);
  expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 64, calls: [] });
});
