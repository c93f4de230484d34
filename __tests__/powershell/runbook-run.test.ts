import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { MANUAL_STEP, Operator } from "../instruments/runbook-run";
import { Seed, Simulator, SimulatorState } from "../instruments/simulator";

const { onprem } = synthContoso();

function operator(seed: Seed, options: { asCommand?: boolean; culture?: string } = {}): Operator {
  return new Operator(Simulator.from(seed), onprem, options);
}

/** What this deployment declares, as the servers and the tenant hold it. */
function declaredPart(state: SimulatorState): unknown {
  const { AllowedDomains, BlockedDomains, AllowFederatedUsers, SharedSipAddressSpace } = state.tenant.federation;
  return {
    sipDomains: state.sipDomains.filter(({ Name }) => Name === "contoso.com"),
    providers: state.hostingProviders,
    allowed: state.allowedDomains.map(({ Domain, ProxyFqdn }) => [Domain, ProxyFqdn]),
    blocked: state.blockedDomains.map(({ Domain }) => Domain),
    edge: [
      state.accessEdge.AllowFederatedUsers,
      state.accessEdge.AllowOutsideUsers,
      state.accessEdge.EnablePartnerDiscovery,
    ],
    tenant: { AllowedDomains, BlockedDomains, AllowFederatedUsers, SharedSipAddressSpace },
  };
}

describe.each([
  ["as a file", { asCommand: false }],
  ["at a prompt", { asCommand: true }],
  ["at a Thai prompt", { asCommand: true, culture: "th-TH" }],
  ["as a file in Turkey", { asCommand: false, culture: "tr-TR" }],
] as const)("a deployment where nothing is, run %s", (_how, mode) => {
  const anna = operator("nothing", mode);

  test("is looked at first: the dry run prints the calls and writes nothing", async () => {
    const run = await anna.dryRun("lync");
    expect(run.writes).toEqual([]);
    expect(existsSync(anna.simulator.stateFolder)).toBe(false);
    expect(run.stdout).toContain("DRY RUN");
    expect(run.stdout).toContain("> Lync\\New-CsSipDomain -Identity 'contoso.com' -IsDefault $true");
    expect(run.stdout).toContain("> Lync\\New-CsAllowedDomain -Identity 'wingtip.com' -ProxyFqdn 'sip.wingtip.com'");
    expect(run.stdout).toContain("> Lync\\New-CsHostingProvider -Identity 'Office365'");
    expect(run.exitCode).toBe(6);
  });

  test("waits for the person, then writes its half and hands over to the other shell", async () => {
    const signed = await anna.signOff();
    expect(signed.exitCode).toBe(0);
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    expect(run.stdout).toContain("-Shell teams");
    expect(run.writes.map(({ command }) => command)).toEqual([
      "New-CsSipDomain",
      "Enable-CsTopology",
      "Set-CsAccessEdgeConfiguration",
      "New-CsAllowedDomain",
      "New-CsAllowedDomain",
      "New-CsBlockedDomain",
      "New-CsHostingProvider",
      "Invoke-CsManagementStoreReplication",
    ]);
    expect(existsSync(anna.handover())).toBe(true);
  });

  test("is whole after the other shell: what the declaration says is what the servers hold", async () => {
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, stderr: run.stderr }).toEqual({ exit: 0, stderr: "" });
    expect(declaredPart(anna.simulator.state())).toEqual(declaredPart(Simulator.seed("right")));
  });

  test("changes nothing in a second run, and says so", async () => {
    for (const shell of ["lync", "teams"] as const) {
      const again = await anna.apply(shell);
      expect(again.writes).toEqual([]);
      expect(again.stdout).not.toMatch(/\bChanged\b/);
      expect(again.stdout).toContain("InDesiredState");
      expect(again.exitCode).toBe(0);
    }
  });

  test("keeps receipts with Gregorian years and the approved digest", () => {
    const receipts = anna.receipts();
    expect(receipts.map(({ state }) => state)).toEqual(Array(8).fill("done"));
    for (const { started, digest } of receipts) {
      expect(started).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

describe("a deployment with a provider of another name and a partner nobody declared", () => {
  const anna = operator("foreign");

  test("shows both in the dry run", async () => {
    const { stdout, writes } = await anna.dryRun("lync");
    expect(writes).toEqual([]);
    expect(stdout).toContain("undeclared.example");
    expect(stdout).toContain("Lync\\Set-CsHostingProvider -Identity 'LyncOnline'");
    expect(stdout).not.toContain("New-CsHostingProvider");
  });

  test("blocks on the partner, names it, and removes nothing", async () => {
    await anna.signOff();
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(7);
    expect(run.stdout).toMatch(/Blocked +domain-lists\/edge/);
    expect(run.stdout).toContain("undeclared.example");
    expect(anna.simulator.calls().filter(({ command }) => command.startsWith("Remove-"))).toEqual([]);
    expect(anna.simulator.state().allowedDomains.map(({ Domain }) => Domain)).toEqual(["undeclared.example"]);
  });

  test("adopts the provider under its own name once the partner is out of the way", async () => {
    anna.simulator.change((state) => {
      state.allowedDomains = [];
    });
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    const providers = anna.simulator.state().hostingProviders;
    expect(providers.map(({ Identity, EnabledSharedAddressSpace }) => [Identity, EnabledSharedAddressSpace])).toEqual([
      ["LyncOnline", true],
    ]);
    const receipt = anna.receipts().find(({ id }) => id === "CsHostingProvider/Office365");
    expect(receipt?.objects).toMatchObject([{ createdByUs: "no", foundAs: "LyncOnline" }]);
  });
});

test("a deployment that is right already gets receipts and not one write", async () => {
  const anna = operator("right");
  const runs = await anna.applyAll();
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 5, 0]);
  expect(anna.simulator.writes()).toEqual([]);
  expect(anna.receipts().length).toBe(8);
});

describe("the second shell alone", () => {
  test("is blocked: it names what has to be done first, by whom, and writes nothing", async () => {
    const anna = operator("nothing");
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 6, writes: [] });
    expect(run.stdout).toMatch(/Blocked +domain-lists\/tenant/);
    expect(run.stdout).toContain("domain-lists/edge");
    expect(run.stdout).toMatch(/Waiting +publish-edge-federation/);
  });

  test("sends back to the first shell once the person has signed", async () => {
    const anna = operator("nothing");
    await anna.signOff();
    const run = await anna.apply("teams");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 5, writes: [] });
    expect(run.stdout).toContain("Invoke-Runbook.ps1 -Shell lync");
  });

  test("goes on from the hand-over file alone, carried to another computer", async () => {
    const anna = operator("nothing");
    await anna.signOff();
    await anna.apply("lync");
    const carried = readFileSync(anna.handover());
    rmSync(anna.simulator.stateFolder, { recursive: true });
    mkdirSync(anna.simulator.stateFolder);
    writeFileSync(anna.handover(), carried);
    const run = await anna.apply("teams");
    expect(run.exitCode).toBe(0);
    expect(declaredPart(anna.simulator.state())).toEqual(declaredPart(Simulator.seed("right")));
  });
});

test("a dry run leaves no file and no folder behind", async () => {
  const anna = operator("right");
  const before = readdirSync(anna.simulator.folder).sort();
  await anna.dryRun("lync");
  await anna.dryRun("teams");
  expect(
    readdirSync(anna.simulator.folder)
      .filter((name) => name !== "calls.jsonl")
      .sort(),
  ).toEqual(before.filter((name) => name !== "calls.jsonl"));
});

test("only a step by hand can be signed off", async () => {
  const anna = operator("nothing");
  const refused = await anna.signOff("CsSipDomain/contoso.com");
  expect(refused.exitCode).not.toBe(0);
  expect(`${refused.stdout}${refused.stderr}`).toContain("CsSipDomain/contoso.com");
  expect(anna.receipts()).toEqual([]);
  await anna.signOff();
  expect(anna.receipts().map(({ id, by, note }) => [id, by, note])).toEqual([
    [MANUAL_STEP, "Anna", "seen in Topology Builder"],
  ]);
});
