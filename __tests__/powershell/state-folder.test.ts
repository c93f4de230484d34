import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { SimulatedRun, Simulator } from "../instruments/simulator";

const { onprem } = synthContoso();
const PROVIDER = "CsHostingProvider.Office365.json";

/** A script of our own around the controller: what an operator's session may hold. */
function inSession(simulator: Simulator, lines: readonly string[]): Promise<SimulatedRun> {
  const script = join(temporaryFolder(), "session.ps1");
  writeFileSync(script, lines.join("\n"));
  return simulator.runScript("lync", script);
}

function applyLine(simulator: Simulator, folder = onprem): string {
  const approval = `-Apply -Approved ${approvedDigest(onprem)}`;
  return `& '${join(folder, "Invoke-Runbook.ps1")}' -Shell lync -State '${simulator.stateFolder}' ${approval}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

test("two runs at once: the second names the first, reads no server and writes nothing", async () => {
  const simulator = Simulator.from("nothing");
  mkdirSync(simulator.stateFolder);
  const lock = join(simulator.stateFolder, "run.lock");
  const holder = { by: "CONTOSO\\bob", machine: "FE01", run: "1f3a9c20", started: "2026-03-01T10:00:00Z" };
  writeFileSync(`${lock}.json`, JSON.stringify(holder));
  const run = await inSession(simulator, [
    `$lock = New-Object IO.FileStream -ArgumentList '${lock}', 'OpenOrCreate', 'ReadWrite', 'None'`,
    applyLine(simulator),
    "$lock.Dispose()",
    "exit $LASTEXITCODE",
  ]);
  expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 4, calls: [] });
  expect(oneLine(run.stdout)).toContain("CONTOSO\\bob on FE01, run 1f3a9c20");
  expect(readdirSync(simulator.stateFolder).sort()).toEqual(["run.lock", "run.lock.json"]);
});

test("a relative -State is the folder where the operator stands, for receipts, journal and transcript alike", async () => {
  const anna = new Operator(Simulator.from("right"), onprem);
  const args = ["-State", "state", "-Apply", "-Approved", approvedDigest(onprem)];
  await anna.simulator.run("lync", onprem, args);
  const names = readdirSync(anna.simulator.stateFolder).map((name) => name.replace(/-[0-9a-f]{8}/, ""));
  expect(names.sort()).toEqual(["contoso.handover.json", "journal.jsonl", "receipts", "run.lock", "transcript.txt"]);
  expect(anna.receipts().length).toBeGreaterThan(0);
});

test("a journal that breaks off is told once: whose run it was, and which call is in doubt", async () => {
  const anna = new Operator(Simulator.from("right"), onprem);
  mkdirSync(anna.simulator.stateFolder);
  const line = (of: object): string => `${JSON.stringify({ run: "0badcafe", ...of })}\n`;
  const journal = [
    line({ t: "2026-03-01T10:00:00Z", seq: 1, event: "run-started", by: "CONTOSO\\bob", machine: "FE01" }),
    line({ t: "2026-03-01T10:00:01Z", seq: 2, event: "write", step: "CsSipDomain/contoso.com", command: "New-It" }),
    '{"t":"2026-03-01T10:00:02Z","run":"0badc',
  ];
  writeFileSync(join(anna.simulator.stateFolder, "journal-0badcafe.jsonl"), journal.join(""));
  const run = await anna.apply("lync");
  expect(oneLine(run.stdout)).toContain("Run 0badcafe of CONTOSO\\bob on FE01");
  expect(oneLine(run.stdout)).toContain("CsSipDomain/contoso.com: New-It");
  expect(run.stdout).toMatch(/InDesiredState +CsSipDomain/);
  expect((await anna.apply("lync")).stdout).not.toContain("0badcafe");
});

test("a damaged receipt stops its own step and no other, and the file is kept", async () => {
  const anna = new Operator(Simulator.from("right"), onprem);
  await anna.applyAll();
  const path = join(anna.simulator.stateFolder, "receipts", PROVIDER);
  writeFileSync(path, '{"schema":1,');
  const run = await anna.apply("lync");
  expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
  expect(run.stdout).toMatch(/Unknown +CsHostingProvider\/Office365/);
  expect(run.stdout).toContain("is damaged");
  expect(run.stdout).toMatch(/InDesiredState +domain-lists\/edge/);
  expect(readFileSync(path, "utf8")).toBe('{"schema":1,');
});

test("a receipt under the name of another step is damaged too", async () => {
  const anna = new Operator(Simulator.from("right"), onprem);
  await anna.applyAll();
  const folder = join(anna.simulator.stateFolder, "receipts");
  cpSync(join(folder, "CsSipDomain.contoso.com.json"), join(folder, PROVIDER));
  const run = await anna.apply("lync");
  expect(run.exitCode).toBe(1);
  expect(oneLine(run.stdout)).toContain("it belongs to CsSipDomain/contoso.com");
});

test("a runtime that was tampered with is named, and not a line of it runs", async () => {
  const simulator = Simulator.from("nothing");
  const folder = join(temporaryFolder(), "onprem");
  cpSync(onprem, folder, { recursive: true });
  const planted = join(simulator.folder, "planted.txt");
  appendFileSync(join(folder, "Hybrid.Runtime.ps1"), `\r\n[IO.File]::WriteAllText('${planted}', 'ran')\r\n`);
  const run = await inSession(simulator, [applyLine(simulator, folder), "exit $LASTEXITCODE"]);
  expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 3, calls: [] });
  expect(run.stdout).toContain("Hybrid.Runtime.ps1 is changed");
  expect(existsSync(planted)).toBe(false);
});

test("dot-sourced, the controller says how to call it and leaves nothing in the session", async () => {
  const simulator = Simulator.from("nothing");
  const run = await inSession(simulator, [
    `. '${join(onprem, "Invoke-Runbook.ps1")}' -Shell lync`,
    "$known = [bool](Get-Command Start-HybridRun -ErrorAction Ignore)",
    '"still here, $LASTEXITCODE, runtime $known, preference $ErrorActionPreference"',
  ]);
  expect(run.stdout).toContain("must not be dot-sourced");
  expect(run.stdout).toContain("still here, 64, runtime False, preference Continue");
  expect(run.calls).toEqual([]);
});

test("a state folder inside the runbook folder is refused: the next synthesis would empty it", async () => {
  const simulator = Simulator.from("nothing");
  const state = join(onprem, "state");
  const run = await simulator.run("lync", onprem, ["-State", state, "-Apply", "-Approved", approvedDigest(onprem)]);
  expect({ exit: run.exitCode, calls: run.calls, made: existsSync(state) }).toEqual({
    exit: 64,
    calls: [],
    made: false,
  });
});
