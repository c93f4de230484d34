import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Simulator } from "../instruments/simulator";
import { describeBytes, describeVersion, OF_2013, OF_2019 } from "./versions";

describeBytes(OF_2013);
describeBytes(OF_2019);
describeVersion(OF_2019);

test("scripts for another version are refused before anything is read, and the right shell is named", async () => {
  const { onprem } = synthContoso({ version: OF_2019.version });
  const run = await new Operator(Simulator.from("nothing"), onprem).dryRun("lync");
  expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 64, calls: [] });
  expect(run.stdout.replace(/\s+/g, " ")).toContain(OF_2019.title);
});

describe("a session in which the MicrosoftTeams module was imported after the server's", () => {
  test.each([
    ["Lync", OF_2013],
    ["SkypeForBusiness", OF_2019],
  ])("still reaches %s: every call names its module", async (module, { version, server }) => {
    const { onprem } = synthContoso({ version });
    const anna = new Operator(Simulator.from("nothing", { server }), onprem, { beside: ["MicrosoftTeams"] });
    await anna.signOff();
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    expect(run.writes.length).toBe(8);
    expect([...new Set(run.calls.map((call) => call.module))]).toEqual([module]);
  });
});

/** What the last imported of two modules with the same names does to calls that name none. */
const SHADOWED = ["Get-CsSipDomain", "Set-CsAccessEdgeConfiguration", "Get-CsAllowedDomain", "New-CsHostingProvider"];

test("commands of another product that bear the same names are never reached", async () => {
  const { onprem } = synthContoso();
  const simulator = Simulator.from("nothing");
  const script = join(temporaryFolder(), "session.ps1");
  const shadows = SHADOWED.map((name) => `function global:${name} { throw 'the other product' }`);
  const run = `-Shell lync -State '${simulator.stateFolder}' -Apply -Approved ${approvedDigest(onprem)}`;
  writeFileSync(
    script,
    [...shadows, `& '${join(onprem, "Invoke-Runbook.ps1")}' ${run}`, "exit $LASTEXITCODE"].join("\n"),
  );
  const { exitCode, stdout, writes } = await simulator.runScript("lync", script);
  expect(stdout).not.toContain("the other product");
  expect({ exitCode, writes: writes.length }).toEqual({ exitCode: 6, writes: 2 });
});
