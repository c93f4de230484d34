import {
  exchangeOf,
  exchangeSimulator,
  NEW_CERTIFICATE,
  NO_OVERRIDES,
  OLD_CERTIFICATE,
  synthExchange,
} from "../instruments/exchange";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { SettingOverrideState, SimulatedRun, SimulatedRunOptions, Simulator } from "../instruments/simulator";
import { baselineAfter } from "./federation-modes";

const RESTART = "restart-outlook-web/IM-Override";
const { onprem } = synthExchange();

function overrideOf(simulator: Simulator): SettingOverrideState | undefined {
  return exchangeOf(simulator.state()).overrides.find(({ Name }) => Name === "IM Override");
}

function refreshed(simulator: Simulator): Record<string, number> {
  return Object.fromEntries(exchangeOf(simulator.state()).servers.map(({ Name, refreshed: times }) => [Name, times]));
}

const byHand = (edit: Partial<SettingOverrideState> = {}): SettingOverrideState => ({
  Name: "IM Override",
  ComponentName: "OwaServer",
  SectionName: "IMSettings",
  Parameters: [`IMCertificateThumbprint=${OLD_CERTIFICATE.toLowerCase()}`, "IMServerName=SFB01.contoso.local"],
  Reason: "Configure IM",
  Server: ["EX02", "EX01"],
  MinVersion: null,
  MaxVersion: null,
  ...edit,
});

function undo(simulator: Simulator, folder: string, options: SimulatedRunOptions = {}): Promise<SimulatedRun> {
  const what = ["-Undo", "-Step", "SettingOverride/IM-Override", "-State", simulator.stateFolder];
  return simulator.run("exchange", folder, [...what, "-Apply", "-Approved", approvedDigest(folder)], options);
}

describe.each([
  ["in the global scope", { asCommand: false }],
  ["at a prompt on a Thai server", { asCommand: true, culture: "th-TH" }],
])("messaging in Outlook on the web, run %s", (_how, mode) => {
  const simulator = exchangeSimulator();
  const anna = new Operator(simulator, onprem, mode);

  test("waits for the other shell to be done with its part, which names the Exchange shell as the next", async () => {
    await anna.signOff();
    const run = await anna.apply("lync");
    expect(run.exitCode).toBe(5);
    expect(run.stdout).toContain("-Shell exchange");
    expect(run.calls.some(({ module }) => module === "tmp_exchange")).toBe(false);
  });

  test("prints its calls without a module first, and writes nothing", async () => {
    const run = await anna.dryRun("exchange");
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 6, writes: [] });
    expect(run.stdout).toContain("> New-SettingOverride -Name 'IM Override' -Component 'OwaServer'");
    expect(run.stdout).toContain(
      "> Get-ExchangeDiagnosticInfo -Server 'ex01' -Process 'Microsoft.Exchange.Directory.TopologyService'",
    );
    expect(run.stdout).not.toMatch(/tmp_/);
    expect(refreshed(simulator)).toEqual({ EX01: 0, EX02: 0, EX09: 0 });
  });

  test("is one override for the declared servers, and each of them is told to read it", async () => {
    const run = await anna.apply("exchange");
    expect(run.stderr).toBe("");
    expect(run.writes.map(({ command }) => command)).toEqual(["New-SettingOverride"]);
    expect(overrideOf(simulator)).toEqual({
      ...byHand(),
      Parameters: [`IMCertificateThumbprint=${OLD_CERTIFICATE}`, "IMServerName=sfb01.contoso.local"],
      Reason: "Messaging in Outlook on the web",
      Server: ["ex01", "ex02"],
    });
    expect(refreshed(simulator)).toEqual({ EX01: 1, EX02: 1, EX09: 0 });
  });

  test("then waits for the person who restarts Outlook on the web, and is done with the signature", async () => {
    const waiting = await anna.apply("exchange");
    expect({ exit: waiting.exitCode, writes: waiting.writes }).toEqual({ exit: 6, writes: [] });
    expect(waiting.stdout).toContain("Restart-WebAppPool MSExchangeOWAAppPool");
    await anna.signOff(RESTART);
    const again = await anna.apply("exchange");
    expect({ exit: again.exitCode, writes: again.writes, refreshed: refreshed(simulator) }).toEqual({
      exit: 0,
      writes: [],
      refreshed: { EX01: 1, EX02: 1, EX09: 0 },
    });
  });

  test("follows a renewed certificate by one Set-, and asks for the restart again", async () => {
    const later = new Operator(simulator, synthExchange({ thumbprint: NEW_CERTIFICATE }).onprem, mode);
    const run = await later.apply("exchange");
    expect(run.writes.map(({ command, parameters }) => [command, Object.keys(parameters).sort()])).toEqual([
      ["Set-SettingOverride", ["Confirm", "ErrorAction", "Identity", "Parameters", "Reason"]],
    ]);
    expect(overrideOf(simulator)?.Parameters).toContain(`IMCertificateThumbprint=${NEW_CERTIFICATE}`);
    expect(refreshed(simulator)).toEqual({ EX01: 2, EX02: 2, EX09: 0 });
    expect(run.exitCode).toBe(6);
    expect(run.stdout.replace(/\s+/g, " ")).toContain("What is asked has changed since.");
  });

  test("goes again by undo, the override of somebody else stays", async () => {
    const manual = await simulator.run("exchange", onprem, [
      ...["-Undo", "-Step", RESTART, "-By", "Anna", "-Note", "restarted", "-State", simulator.stateFolder],
      ...["-Apply", "-Approved", approvedDigest(onprem)],
    ]);
    expect(manual.exitCode).toBe(0);
    const run = await undo(simulator, onprem, mode);
    expect({ exit: run.exitCode, writes: run.writes.map(({ command }) => command) }).toEqual({
      exit: 0,
      writes: ["Remove-SettingOverride"],
    });
    expect(exchangeOf(simulator.state()).overrides).toEqual(NO_OVERRIDES.overrides);
  });
});

describe("an override that somebody made by hand", () => {
  const apply = (simulator: Simulator, folder = onprem): Promise<SimulatedRun> =>
    simulator.run("exchange", folder, [
      ...["-Step", "SettingOverride/IM-Override", "-State", simulator.stateFolder],
      ...["-Apply", "-Approved", approvedDigest(folder)],
    ]);

  test("is right whatever its case, its order and its reason: nothing is written", async () => {
    const run = await apply(exchangeSimulator(({ overrides }) => overrides.push(byHand())));
    // 5: its own part is done, and the other shell has steps.
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 5, writes: [] });
  });

  test("gets back its certificate by undo, and stays", async () => {
    const before = byHand({
      Parameters: [`IMCertificateThumbprint=${NEW_CERTIFICATE}`, "IMServerName=sfb01.contoso.local"],
    });
    const simulator = exchangeSimulator(({ overrides }) => overrides.push(before));
    expect((await apply(simulator)).writes.map(({ command }) => command)).toEqual(["Set-SettingOverride"]);
    expect((await undo(simulator, onprem)).exitCode).toBe(0);
    expect(overrideOf(simulator)?.Parameters).toEqual(before.Parameters);
  });

  test("is refused under the same name for another component: Set- could not mend it", async () => {
    const other = byHand({ ComponentName: "Search" });
    const run = await apply(exchangeSimulator(({ overrides }) => overrides.push(other)));
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout.replace(/\s+/g, " ")).toContain("Component cannot be changed after creation");
  });

  test("without the property Parameters in the answer is unknown, and stays as it is", async () => {
    const simulator = exchangeSimulator(({ overrides }) => overrides.push(byHand()));
    const run = await simulator.run("exchange", onprem, ["-Step", "SettingOverride/IM-Override"], {
      faults: [{ command: "Get-SettingOverride", times: 2, fault: "missing-property", property: "Parameters" }],
    });
    expect({ exit: run.exitCode, writes: run.writes }).toEqual({ exit: 1, writes: [] });
    expect(run.stdout).toContain("no property Parameters");
  });
});

test("an override that is no longer declared is removed by its name, and nothing else is", async () => {
  const simulator = exchangeSimulator();
  const anna = new Operator(simulator, onprem);
  await anna.signOffAll();
  await anna.apply("lync");
  await anna.apply("exchange");
  const later = new Operator(simulator, synthExchange({ messaging: false, baseline: baselineAfter(anna) }).onprem);
  expect((await later.dryRun("exchange")).stdout).toContain("> Remove-SettingOverride -Identity 'IM Override'");
  await later.signOffAll();
  const run = await later.apply("exchange");
  expect(run.writes.map(({ command }) => command)).toEqual(["Remove-SettingOverride"]);
  expect(exchangeOf(simulator.state()).overrides).toEqual(NO_OVERRIDES.overrides);
});

test("a refresh that fails leaves the step failed, and the next run repeats it for every server", async () => {
  const simulator = exchangeSimulator();
  const args = ["-Step", "SettingOverride/IM-Override", "-State", simulator.stateFolder, "-Apply"];
  const approval = ["-Approved", approvedDigest(onprem)];
  const faults = [{ command: "Get-ExchangeDiagnosticInfo", nth: 2, fault: "error" } as const];
  const failed = await simulator.run("exchange", onprem, [...args, ...approval], { faults });
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toContain("the call that must follow failed");
  expect(refreshed(simulator)).toEqual({ EX01: 1, EX02: 0, EX09: 0 });
  const again = await simulator.run("exchange", onprem, [...args, ...approval]);
  expect({ exit: again.exitCode, writes: again.writes }).toEqual({ exit: 5, writes: [] });
  expect(refreshed(simulator)).toEqual({ EX01: 2, EX02: 1, EX09: 0 });
});

test("two overrides in one run: what follows each write is called for each, the same call once", async () => {
  const two = synthExchange({ overrides: ["One", "Two"] }).onprem;
  const simulator = exchangeSimulator();
  const run = await new Operator(simulator, two).apply("exchange");
  expect(run.writes.map(({ parameters }) => parameters.Name)).toEqual(["One", "Two"]);
  expect(refreshed(simulator)).toEqual({ EX01: 1, EX02: 1, EX09: 0 });
});
