import { App, TerraformStack } from "cdktf";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SipDomain } from "../../lib";
import { declareContoso, synthQuietly, temporaryFolder } from "../instruments/contoso";
import { comparable, Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator } from "../instruments/simulator";

const DOMAINS = 4;

function withDomains(count: number): string {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  const hybrid = declareContoso(new TerraformStack(app, "contoso"));
  for (let n = 1; n <= count; n += 1) new SipDomain(hybrid, `domain-${n}`, { name: `domain-${n}.example` });
  synthQuietly(app);
  return join(outdir, "stacks", "contoso", "onprem");
}

function counted(run: SimulatedRun): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { command } of run.calls) counts[command] = (counts[command] ?? 0) + 1;
  return counts;
}

const onprem = withDomains(DOMAINS);

describe("many SIP domains", () => {
  const anna = new Operator(Simulator.from("nothing"), onprem);

  test("are read as one list and written one by one; the default comes first, the others are put into the topology at once", async () => {
    await anna.signOff();
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    expect(counted(run)).toMatchObject({
      "Get-CsSipDomain": 3, // before all, after the default, after the others
      "New-CsSipDomain": DOMAINS + 1,
      "Enable-CsTopology": 2,
      "Get-CsHostingProvider": 3, // empty: asked twice
    });
    expect(run.stdout.match(/^ {2}Changed +CsSipDomain\//gm)).toHaveLength(DOMAINS + 1);
  });

  test("are one read in a run that changes nothing", async () => {
    const again = await anna.apply("lync");
    expect(again.writes).toEqual([]);
    expect(counted(again)["Get-CsSipDomain"]).toBe(1);
  });
});

describe("a run killed among many SIP domains", () => {
  test.each([3, DOMAINS + 1])("after write %i, is continued to the same receipts", async (write) => {
    const reference = new Operator(Simulator.from("nothing"), onprem);
    await reference.signOff();
    await reference.apply("lync");
    const anna = new Operator(Simulator.from("nothing"), onprem);
    await anna.signOff();
    const killed = await anna.apply("lync", { faults: [{ write, fault: "kill-after" }] });
    expect(killed.exitCode).toBe(137);
    const again = await anna.apply("lync");
    expect(again.exitCode).toBe(5);
    expect(counted(again)["Enable-CsTopology"]).toBe(1);
    expect(comparable(anna.receipts())).toEqual(comparable(reference.receipts()));
    expect(anna.simulator.state().topology.pending).toBe(false);
  });
});

test("one SIP domain that fails stops itself and not the others, and nothing of it is called done", async () => {
  const anna = new Operator(Simulator.from("nothing"), onprem);
  await anna.signOff();
  const run = await anna.apply("lync", { faults: [{ write: 4, fault: "error", text: "the server is busy" }] });
  expect(run.exitCode).toBe(1);
  expect(run.stdout.match(/^ {2}Failed +CsSipDomain\//gm)).toHaveLength(1);
  expect(run.stdout.match(/^ {2}Changed +CsSipDomain\//gm)).toHaveLength(DOMAINS);
  const again = await anna.apply("lync");
  expect(again.writes.filter(({ command }) => command === "New-CsSipDomain")).toHaveLength(1);
});

test("a topology that cannot be enabled leaves all of its domains unfinished, and the next run finishes them", async () => {
  const anna = new Operator(Simulator.from("nothing"), onprem);
  await anna.signOff();
  const run = await anna.apply("lync", {
    faults: [{ command: "Enable-CsTopology", nth: 2, fault: "error", text: "the server is busy" }],
  });
  expect(run.exitCode).toBe(1);
  expect(run.stdout.match(/^ {2}Failed +CsSipDomain\//gm)).toHaveLength(DOMAINS);
  const again = await anna.apply("lync");
  expect(
    again.writes.filter(({ command }) => /SipDomain|Topology/.test(command)).map(({ command }) => command),
  ).toEqual(["Enable-CsTopology"]);
  expect(again.exitCode).toBe(5);
});
