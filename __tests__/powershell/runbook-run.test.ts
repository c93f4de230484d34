import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { synthContoso } from "../instruments/contoso";
import { MANUAL_STEP, Operator } from "../instruments/runbook-run";
import { Seed, Simulator } from "../instruments/simulator";
import { declaredPart, describeConvergence } from "./convergence";

const { onprem } = synthContoso();

function operator(seed: Seed): Operator {
  return new Operator(Simulator.from(seed), onprem);
}

describeConvergence("as a file in Thailand", { asCommand: false, culture: "th-TH" });

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

test("a signature covers the words that were read: other words are signed again", async () => {
  const anna = operator("right");
  await anna.applyAll();
  const other = new Operator(anna.simulator, synthContoso({ accessEdgeAddress: "203.0.113.99" }).onprem);
  const run = await other.apply("lync");
  expect(run.exitCode).toBe(6);
  expect(run.stdout).toMatch(/Waiting +publish-edge-federation/);
  expect(run.stdout).toContain("Signed off by Anna");
  expect(run.stdout).toContain("203.0.113.99");
  await other.signOff();
  expect((await other.apply("lync")).stdout).not.toContain("Waiting  ");
});
