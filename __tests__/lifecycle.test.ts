import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseBaseline, baselineText, Baseline, EMPTY_BASELINE } from "../lib/runbook/baseline";
import { addReceipts, parseHandover } from "../lib/runbook/receipts";
import { ContosoOptions, Synthesized, synthContoso } from "./instruments/contoso";
import { approvedDigest, Operator } from "./instruments/runbook-run";
import { Simulator } from "./instruments/simulator";

/** What `lync-hybrid receipts add` makes of the hand-over file. */
function merged(anna: Operator, baseline: Baseline = EMPTY_BASELINE): Baseline {
  const handover = parseHandover(anna.handover(), readFileSync(anna.handover(), "utf8"));
  const after = addReceipts(baseline, handover);
  // Through the file, as a person would: what is committed is text.
  return parseBaseline("deployed/contoso.json", baselineText(after));
}

interface Mirrored {
  readonly input: { readonly run: string; readonly noun: string; readonly identity: string };
}

function mirror({ stackDir }: Synthesized): Record<string, Mirrored> {
  const json = JSON.parse(readFileSync(join(stackDir, "cdk.tf.json"), "utf8")) as {
    resource: { terraform_data: Record<string, Mirrored> };
  };
  return json.resource.terraform_data;
}

/** The deployment of main.ts, applied from nothing by both shells. */
async function applied(): Promise<{ anna: Operator; baseline: Baseline }> {
  const anna = new Operator(Simulator.from("nothing"), synthContoso().onprem);
  await anna.applyAll();
  return { anna, baseline: merged(anna) };
}

/** The next declaration, on the same servers and state folder. */
function next(anna: Operator, options: ContosoOptions): { operator: Operator; output: Synthesized } {
  const output = synthContoso(options);
  return { operator: new Operator(anna.simulator, output.onprem), output };
}

describe("a deployment that lives", () => {
  let anna: Operator;
  let baseline: Baseline;
  beforeAll(async () => {
    ({ anna, baseline } = await applied());
  });

  test("says done for every object once its receipts are in the baseline", () => {
    const objects = Object.values(mirror(synthContoso({ baseline })));
    expect(objects.length).toBe(11);
    for (const { input } of objects) expect(input.run).toMatch(/^done [0-9a-f]{12}$/);
  });

  test("keeps no person in the baseline", () => {
    expect(baselineText(baseline)).not.toMatch(/Anna|Topology Builder|\\\\/);
    expect(Object.keys(baseline.steps[0] ?? {})).not.toContain("by");
  });

  test("has the digest of an unchanged runbook, whatever the baseline says: approval does not expire by being used", () => {
    const untouched = synthContoso({ baseline });
    expect(approvedDigest(untouched.onprem)).toBe(approvedDigest(synthContoso().onprem));
  });

  test("turns a partner that is no longer declared into a reviewed removal on both sides, and takes it out", async () => {
    const { operator, output } = next(anna, { baseline, direct: [] });
    const script = (path: string): string => readFileSync(join(output.onprem, path), "utf8");
    expect(script("20-federate/domain-lists.edge.ps1")).toContain(
      "Lync\\Remove-CsAllowedDomain -Identity 'wingtip.com'",
    );
    expect(script("20-federate/domain-lists.tenant.ps1")).toMatch(/@\{ Remove = .*'wingtip\.com'/);
    const page = readFileSync(join(output.onprem, "RUNBOOK.md"), "utf8");
    expect(page).toContain("Lync\\Remove-CsAllowedDomain -Identity 'wingtip.com'");
    expect(page).toMatch(/Risk: high: it removes wingtip\.com/);
    expect(page).toMatch(/Undo: yes/);
    const looked = await operator.dryRun("lync");
    expect(looked.stdout).toContain("- wingtip.com leaves CsAllowedDomain");
    expect(looked.writes).toEqual([]);
    await operator.apply("lync");
    await operator.apply("teams");
    const state = anna.simulator.state();
    expect(state.allowedDomains.map(({ Domain }) => Domain)).toEqual(["fabrikam.com"]);
    expect(state.tenant.federation.AllowedDomains.entries).toEqual(["fabrikam.com"]);
  });

  test("has nothing left to remove after those receipts", () => {
    const after = merged(anna, baseline);
    const output = synthContoso({ baseline: after, direct: [] });
    expect(readFileSync(join(output.onprem, "20-federate/domain-lists.edge.ps1"), "utf8")).toContain("Removed = @()");
  });

  test("does not remove what it did not add: the same partner, there before us, blocks and is named", async () => {
    const foreign = new Operator(Simulator.from("right"), synthContoso().onprem);
    await foreign.applyAll();
    const { operator, output } = next(foreign, { baseline: merged(foreign), direct: [] });
    expect(readFileSync(join(output.onprem, "20-federate/domain-lists.edge.ps1"), "utf8")).toContain("Removed = @()");
    const run = await operator.apply("lync");
    expect(run.exitCode).toBe(7);
    expect(run.stdout).toContain("wingtip.com");
    expect(run.writes).toEqual([]);
  });
});

describe("an address space that is no longer shared", () => {
  test("is taken back in 90-retire: the tenant's switch first, then the provider that we created", async () => {
    const { anna, baseline } = await applied();
    const { operator, output } = next(anna, { baseline, shared: false, homedUsers: null });
    const retired = [
      "CsTenantFederationConfiguration.Global.shared-sip-address-space-retire",
      "CsHostingProvider.Office365.retire",
    ];
    for (const name of retired) expect(existsSync(join(output.onprem, "90-retire", `${name}.ps1`))).toBe(true);
    const page = readFileSync(join(output.onprem, "RUNBOOK.md"), "utf8");
    expect(page).toContain("Lync\\Remove-CsHostingProvider -Identity 'Office365'");
    const early = await operator.apply("lync");
    expect(early.writes).toEqual([]);
    expect(anna.simulator.state().hostingProviders.length).toBe(1);
    await operator.apply("teams");
    expect(anna.simulator.state().tenant.federation.SharedSipAddressSpace).toBe(false);
    await operator.apply("lync");
    expect(anna.simulator.state().hostingProviders).toEqual([]);
    const after = merged(anna, baseline);
    const settled = synthContoso({ baseline: after, shared: false, homedUsers: null });
    expect(existsSync(join(settled.onprem, "90-retire"))).toBe(false);
  });

  test("gives an adopted provider its values back instead of removing it", async () => {
    const simulator = Simulator.from("foreign");
    simulator.change((state) => {
      state.allowedDomains = [];
    });
    const before = simulator.state().hostingProviders;
    const anna = new Operator(simulator, synthContoso().onprem);
    await anna.applyAll();
    expect(simulator.state().hostingProviders).not.toEqual(before);
    const { operator } = next(anna, { baseline: merged(anna), shared: false, homedUsers: null });
    await operator.apply("teams");
    await operator.apply("lync");
    expect(simulator.state().hostingProviders).toEqual(before);
    expect(simulator.calls().filter(({ command }) => command === "Remove-CsHostingProvider")).toEqual([]);
  });
});
