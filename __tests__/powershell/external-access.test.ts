import { readFileSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { join } from "node:path";
import { baselineAfter } from "./federation-modes";

const { onprem } = synthContoso({ mayFederate: true });

describe("external access policies that let people federate", () => {
  const simulator = Simulator.from("nothing");
  const before = simulator.state();
  const anna = new Operator(simulator, onprem);

  test("are set on both sides by calls that name module and policy, and policies of single people stay", async () => {
    await anna.applyAll();
    const { externalAccessPolicies, tenant } = simulator.state();
    for (const [global, own] of [externalAccessPolicies, tenant.externalAccessPolicies]) {
      expect(global).toMatchObject({ Identity: "Global", EnableFederationAccess: true, EnableOutsideAccess: true });
      expect(own).toMatchObject({ EnableFederationAccess: false, EnableOutsideAccess: false });
    }
    const writes = simulator.writes().filter(({ command }) => command === "Set-CsExternalAccessPolicy");
    expect(writes.map(({ module, parameters }) => [module, parameters.Identity])).toEqual([
      ["Lync", "Global"],
      ["MicrosoftTeams", "Global"],
    ]);
  });

  test("change nothing in a second run", async () => {
    for (const shell of ["lync", "teams"] as const) expect((await anna.apply(shell)).writes).toEqual([]);
  });

  test("get their captured values back when they are no longer declared", async () => {
    const later = new Operator(simulator, synthContoso({ baseline: baselineAfter(anna) }).onprem);
    const script = join(later.onprem, "90-retire", "CsExternalAccessPolicy-lync.Global.retire.ps1");
    expect(readFileSync(script, "utf8")).toContain("EnableFederationAccess = $false");
    await later.applyAll();
    expect(simulator.state().externalAccessPolicies).toEqual(before.externalAccessPolicies);
    expect(simulator.state().tenant.externalAccessPolicies).toEqual(before.tenant.externalAccessPolicies);
  });
});

test("a read that names no global policy is no absence: nothing is written", async () => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    state.externalAccessPolicies = state.externalAccessPolicies.filter(({ Identity }) => Identity !== "Global");
    state.externalAccessPolicies.push({ Identity: "Tag:B", EnableFederationAccess: true, EnableOutsideAccess: true });
  });
  const args = ["-State", simulator.stateFolder, "-Apply", "-Approved", approvedDigest(onprem)];
  const step = ["-Step", "CsExternalAccessPolicy-lync/Global"];
  const run = await simulator.run("lync", onprem, [...step, ...args]);
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout).toContain("0 of them named Global");
});
