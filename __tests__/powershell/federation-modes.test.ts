import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FederationPolicy, Undeclared } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { describeTransition, held, operatorOf } from "./federation-modes";

describeTransition("closed", "open");
describeTransition("open", "none");

describe("opening a tenant whose allow list nobody declared", () => {
  const simulator = Simulator.from("nothing");
  simulator.change((state) => {
    state.tenant.federation.AllowedDomains = { model: "Closed", entries: ["unknown.example"] };
  });
  const anna = operatorOf("open", simulator);

  test("prints the reviewed call and says that the list comes back by undo", async () => {
    const { stdout } = await anna.dryRun("teams");
    expect(stdout).toContain("-AllowedDomains (MicrosoftTeams\\New-CsEdgeAllowAllKnownDomains -ErrorAction Stop)");
    expect(stdout).toContain("unknown.example stands on the list that goes; like everybody it still gets through.");
  });

  test("is taken back whole", async () => {
    await anna.applyAll();
    expect(held(simulator)).toMatchObject({ tenant: { allowed: { model: "Open" } } });
    const undo = [
      "-Undo",
      "-Step",
      "domain-lists/tenant,CsTenantFederationConfiguration/Global/shared-sip-address-space",
    ];
    const writing = ["-State", simulator.stateFolder, "-Apply", "-Approved", approvedDigest(anna.onprem)];
    const run = await simulator.run("teams", anna.onprem, [...undo, ...writing]);
    expect(run.exitCode).toBe(0);
    expect(held(simulator)).toMatchObject({ tenant: { allowed: { model: "Closed", entries: ["unknown.example"] } } });
  });
});

describe("a tenant in which nobody shall federate", () => {
  test("stops at a partner that nobody declared, and names it", async () => {
    const simulator = Simulator.from("nothing");
    simulator.change((state) => {
      state.tenant.federation.AllowedDomains = { model: "Closed", entries: ["unknown.example"] };
    });
    const run = await operatorOf("none", simulator).dryRun("teams");
    expect(run.exitCode).toBe(7);
    expect(run.stdout).toMatch(/Blocked +domain-lists\/tenant/);
    expect(run.stdout).toContain("? unknown.example in AllowedDomains");
  });

  test.each(["objects", "texts"] as const)(
    "gets the documented empty list when the partner may go, and is read back as %s",
    async (form) => {
      const simulator = Simulator.from("nothing");
      simulator.change((state) => {
        state.tenant.form = form;
        state.tenant.federation.AllowedDomains = { model: "Closed", entries: ["unknown.example"] };
      });
      const policy = FederationPolicy.none({ undeclared: Undeclared.REMOVE });
      const anna = new Operator(simulator, synthContoso({ policy }).onprem);
      await anna.applyAll();
      expect(held(simulator)).toMatchObject({ tenant: { federated: true, allowed: { model: "Closed", entries: [] } } });
      const makers = simulator.calls().filter(({ command }) => command === "New-CsEdgeAllowList");
      expect(makers.map(({ parameters }) => parameters)).toEqual([{ AllowedDomain: null, ErrorAction: "Stop" }]);
      expect((await anna.apply("teams")).writes).toEqual([]);
    },
  );
});

test("an allow list that is empty by accident is refused: nobody declared that nobody shall federate", async () => {
  const simulator = Simulator.from("right");
  const { onprem } = operatorOf("none", simulator);
  const script = join(onprem, "20-federate", "domain-lists.tenant.ps1");
  const text = readFileSync(script, "utf8");
  expect(text).toContain("AllowedDomains = 'NoDomains'");
  const spoilt = text.replace("'NoDomains'", "@()").replace("Undeclared = 'Block'", "Undeclared = 'Remove'");
  writeFileSync(script, spoilt);
  const { stdout, writes } = await simulator.runScript("teams", script);
  expect(writes).toEqual([]);
  expect(stdout.replace(/\s+/g, " ")).toContain("AllowedDomains would become a closed list without entries");
});

describe("a tenant that had an empty allow list before us", () => {
  test("gets it back by undo", async () => {
    const simulator = Simulator.from("nothing");
    simulator.change((state) => {
      state.tenant.federation.AllowedDomains = { model: "Closed", entries: [] };
    });
    const anna = operatorOf("closed", simulator);
    await anna.applyAll();
    expect(held(simulator)).toMatchObject({
      tenant: { allowed: { entries: ["adatum.com", "fabrikam.com", "wingtip.com"] } },
    });
    const undo = ["-Undo", "-Phase", "20-federate,30-share"];
    const writing = ["-State", simulator.stateFolder, "-Apply", "-Approved", approvedDigest(anna.onprem)];
    expect((await simulator.run("teams", anna.onprem, [...undo, ...writing])).exitCode).toBe(0);
    expect(held(simulator)).toMatchObject({ tenant: { allowed: { model: "Closed", entries: [] } } });
  });
});
