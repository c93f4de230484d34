import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExchangeVersion } from "../../lib";
import { exchangeSimulator, synthExchange } from "../instruments/exchange";
import { checkCall, parseScripts } from "../instruments/powershell";
import { SimulatedRun, Simulator } from "../instruments/simulator";
import { namesOf } from "./emitted-calls";

const STEP = "40-integrate/SettingOverride.IM-Override.ps1";
const { onprem } = synthExchange();

describe("a shell that is not the Exchange Management Shell alone", () => {
  /** Runs the controller in a session where this was typed before. */
  function runAfter(simulator: Simulator, typed: string): Promise<SimulatedRun> {
    const script = join(simulator.folder, "session.ps1");
    const controller = join(onprem, "Invoke-Runbook.ps1");
    writeFileSync(script, `${typed}\n& '${controller}' -Shell exchange\nexit $LASTEXITCODE\n`);
    return simulator.runScript("exchange", script);
  }

  const another = (cmdlet: string): string =>
    `New-Module -Name tmp_other -ScriptBlock { function ${cmdlet} { 'theirs' } } | Import-Module -Global`;

  test.each([
    [
      "two organizations",
      another("Get-ExchangeServer"),
      "Get-ExchangeServer is here 2 times (tmp_exchange, tmp_other)",
    ],
    [
      "another product with one of the cmdlets",
      another("Set-SettingOverride"),
      "Set-SettingOverride is here from tmp_other",
    ],
    [
      "a function of its own",
      "function global:Get-SettingOverride { 'mine' }",
      "is here from this session itself as well",
    ],
    [
      "an alias of its own",
      "function global:mine { [Alias('New-SettingOverride')]param() }",
      "New-SettingOverride is here from",
    ],
  ])("is refused when the session has %s: nothing is read", async (_what, typed, reason) => {
    const run = await runAfter(exchangeSimulator(), typed);
    expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 64, calls: [] });
    expect(run.stdout.replace(/\s+/g, " ")).toContain(reason);
    expect(run.stdout.replace(/\s+/g, " ")).toMatch(/Open(:| that shell) .*alone\. Nothing was read or written\./);
  });

  test("is refused when a function of somebody's profile plays the marker", async () => {
    const simulator = exchangeSimulator();
    const script = join(simulator.folder, "session.ps1");
    writeFileSync(
      script,
      `function global:Get-ExchangeServer { }\n& '${join(onprem, "Invoke-Runbook.ps1")}' -Shell exchange\nexit $LASTEXITCODE\n`,
    );
    const run = await simulator.runScript("lync", script);
    expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 64, calls: [] });
    expect(run.stdout).toContain("belongs to no module here");
  });

  test.each(["lync", "teams"] as const)("is refused when it is the shell %s: nothing is read", async (shell) => {
    const simulator = exchangeSimulator();
    const controller = join(onprem, "Invoke-Runbook.ps1");
    const run = await simulator.runScript(shell, controller, ["-Shell", "exchange"]);
    expect({ exit: run.exitCode, calls: run.calls }).toEqual({ exit: 64, calls: [] });
    expect(run.stdout).toContain("Get-ExchangeServer is not known here, so this is not the shell exchange.");
    expect(run.stdout).toContain("Exchange Management Shell");
  });

  test("is taken beside other products, whose cmdlets have other names", async () => {
    const run = await exchangeSimulator().run("exchange", onprem, [], {
      beside: ["SkypeForBusiness", "MicrosoftTeams"],
    });
    expect(run.exitCode).toBe(6);
    expect(run.calls.map(({ command }) => command)).toContain("Get-SettingOverride");
  });
});

describe("the emitted script", () => {
  test.each([
    ["exchange2016", ExchangeVersion.EXCHANGE_2016],
    ["exchange2019", ExchangeVersion.EXCHANGE_2019],
    ["exchangeSE", ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION],
  ] as const)("calls only what %s knows, without a module, and stops on errors", async (known, version) => {
    const [report] = await parseScripts([join(synthExchange({ version }).onprem, STEP)]);
    if (report === undefined) throw new Error("no report");
    const calls = report.commands.filter(({ name }) => /^\w+-(SettingOverride|Exchange)/.test(name ?? ""));
    expect(calls.map(({ name }) => name)).toEqual([
      ...["Get", "New", "Set", "Remove"].map((verb) => `${verb}-SettingOverride`),
      ...Array<string>(2).fill("Get-ExchangeDiagnosticInfo"),
    ]);
    for (const call of calls) {
      const names = namesOf(report, call).filter(
        (name) => !(call.block?.key === "Change" && /^(Component|Section)$/.test(name)),
      );
      expect(checkCall(known, call.name ?? "", names)).toEqual([]);
      expect(call.parameters.find(({ name }) => name === "ErrorAction")?.value).toBe("Stop");
    }
    expect(report.commands.filter(({ name }) => name?.includes("\\") === true)).toEqual([]);
  });

  test("calls no method of what comes back, which has none", () => {
    const text = readFileSync(join(onprem, STEP), "utf8");
    expect(text).not.toMatch(/\$found\.\w+\(/);
    expect(text).toContain("Set-SettingOverride -Identity $found.Name @values");
  });

  test("is run in a session whose index names the marker and every cmdlet that is called", () => {
    const index = JSON.parse(readFileSync(join(onprem, "steps.json"), "utf8")) as { shells: object[] };
    expect(index.shells).toContainEqual({
      name: "exchange",
      title: "Exchange Management Shell",
      marker: "Get-ExchangeServer",
      cmdlets: [
        "Get-ExchangeDiagnosticInfo",
        "Get-SettingOverride",
        "New-SettingOverride",
        "Remove-SettingOverride",
        "Set-SettingOverride",
      ],
    });
  });
});
