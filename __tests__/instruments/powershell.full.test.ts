import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkCall,
  engines,
  newerThan,
  parseScripts,
  prepareHost,
  runScript,
  runScripts,
  type Fault,
  type ScriptReport,
} from "./powershell";
import { Simulator, type Seed, type Shell, type SimulatedRun, type SimulatedRunOptions } from "./simulator";

const folder = mkdtempSync(join(tmpdir(), "powershell-test-"));
let scripts = 0;

function script(text: string): string {
  scripts += 1;
  const file = join(folder, `${scripts}.ps1`);
  writeFileSync(file, text);
  return file;
}

async function run(
  simulator: Simulator,
  text: string,
  options: SimulatedRunOptions = {},
  shell: Shell = "lync",
): Promise<SimulatedRun> {
  return simulator.runScript(shell, script(text), [], options);
}

async function runOn(seed: Seed, text: string, fault?: Fault): Promise<SimulatedRun> {
  return run(Simulator.from(seed), text, fault === undefined ? {} : { faults: [fault] });
}

async function parse(text: string): Promise<ScriptReport> {
  const [report] = await parseScripts([script(text)]);
  if (report === undefined) {
    throw new Error("no report");
  }
  return report;
}

const tell = (call: string): string => `try { ${call} } catch { "$($_.FullyQualifiedErrorId): $_" }`;
const CREATE =
  "Lync\\New-CsHostingProvider -Identity Office365 -ProxyFqdn sipfed.online.lync.com -Enabled $true " +
  "-EnabledSharedAddressSpace $true -HostsOCSUsers $true -Confirm:$false -ErrorAction Stop";

beforeAll(() => {
  prepareHost();
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the engine", () => {
  test("says what it is", () => {
    expect(engines().powershell).toMatch(/^(pwsh \d|embedded host, System\.Management\.Automation \d)/);
  });

  const TWICE = [
    "[CmdletBinding()] param([string]$State, [switch]$Apply)",
    "$ErrorActionPreference = 'Stop'",
    "\"$State $Apply $($MyInvocation.InvocationName -eq '.')\"",
    "Lync\\Get-CsHostingProvider nobody",
    "'went on'",
    "exit 5",
  ].join("\n");

  test("as powershell -File a module function sees the preference of the script", async () => {
    const got = await Simulator.from("nothing").runScript("lync", script(TWICE), ["-State", "a b", "-Apply"]);
    expect(got).toMatchObject({ exitCode: 1, stdout: "a b True False\n" });
    expect(got.stderr).toContain('Cannot find Hosting Provider "nobody".');
  });

  test("as a command it does not", async () => {
    const options = { asCommand: true };
    const got = await Simulator.from("nothing").runScript("lync", script(TWICE), ["-State", "a b"], options);
    expect(got).toMatchObject({ exitCode: 5, stdout: "a b False False\nwent on\n" });
  });

  test("one process serves many runs that do not see each other", async () => {
    const text =
      '"$env:LEFT $global:left"; $env:LEFT = 1; $global:left = 1; [IO.Path]::GetFileName([Environment]::CurrentDirectory)';
    const held = script('$null = [IO.File]::Open("$PSScriptRoot/lock", "Create", "Write", "None"); exit 3');
    const results = await runScripts([
      { script: script(text), options: { cwd: folder } },
      { script: script(text) },
      { script: held },
      { script: held },
      { script: held, options: { ownProcess: true } },
    ]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 3, 3, 3]);
    expect(results[0]?.stdout).toMatch(/^ \npowershell-test-/);
    expect(results[1]?.stdout).toMatch(/^ \n(?!powershell-test-)/);
  });

  test("a culture can be set", async () => {
    const text = script("(New-Object DateTime 2026, 1, 2).ToString('yyyy-MM-dd'); 'INFO'.ToLower()");
    expect((await runScript(text, [], { culture: "th-TH" })).stdout).toBe("2569-01-02\ninfo\n");
    expect((await runScript(text, [], { culture: "tr-TR" })).stdout).toBe("2026-01-02\nınfo\n");
    expect((await runScript(text)).stdout).toBe("2026-01-02\ninfo\n");
  });
});

describe("the simulated shells refuse", () => {
  test.each<[string, string, string]>([
    ["a parameter nobody has", "Lync\\Get-CsSipDomain -Nonsense 1", "NamedParameterNotFound"],
    [
      "a parameter of a later server",
      "Lync\\New-CsAllowedDomain a.com -VerificationLevel UseSourceVerification",
      "NamedParameterNotFound",
    ],
    [
      "parameters of different sets",
      "Lync\\Set-CsAccessEdgeConfiguration -Identity Global -UseDnsSrvRouting",
      "AmbiguousParameterSet",
    ],
    [
      "a missing mandatory parameter",
      "Lync\\New-CsHostingProvider -Identity a -Enabled $true",
      "MissingMandatoryParameter",
    ],
    ["text for a Boolean", CREATE.replace("$true", "'yes'"), "ParameterArgumentTransformationError"],
    ["the cmdlets of another shell", "MicrosoftTeams\\Get-CsTenantFederationConfiguration", "CouldNotAutoLoadModule"],
    ["to ask for confirmation", "Lync\\Remove-CsSipDomain adatum.local", "PSInvalidOperationException"],
    ["the same domain on both lists", "Lync\\New-CsBlockedDomain FABRIKAM.com -ErrorAction Stop", "DomainInOtherList"],
    ["a second provider with that proxy", CREATE.replace("Office365", "Two"), "DuplicateProxyFqdn"],
    [
      "to remove the default SIP domain",
      "Lync\\Remove-CsSipDomain contoso.com -Confirm:$false -ErrorAction Stop",
      "DefaultSipDomain",
    ],
  ])("%s", async (_, call, expected) => {
    const simulator = Simulator.from("right");
    const got = await run(simulator, tell(call));
    expect(got.stdout).toContain(expected);
    expect(simulator.state()).toEqual(Simulator.seed("right"));
  });

  test.each<[string, string]>([
    ["-AllowedDomains 'a.com'", "IAllowedDomainsChoice"],
    ["-AllowedDomainsAsAList 'a.com'", "Generic.List"],
    ["-AllowedDomainsAsAList @('a.com', 'b.com')", "Generic.List"],
    ["-AllowedDomainsAsAList @{ Add = 'a.com' }", "Generic.List"],
    ["-BlockedDomains 'a.com'", "Generic.List"],
  ])("the tenant's %s", async (argument, expected) => {
    const call = `MicrosoftTeams\\Set-CsTenantFederationConfiguration ${argument} -ErrorAction Stop`;
    const got = await run(Simulator.from("right"), tell(call), {}, "teams");
    expect(got.stdout).toContain(expected);
  });
});

describe("the simulated shells", () => {
  test("keep their state and log the calls", async () => {
    const simulator = Simulator.from("nothing");
    const got = await run(
      simulator,
      `$p = ${CREATE}\n(Lync\\Get-CsHostingProvider).ProxyFqdn\nLync\\Remove-CsHostingProvider Office365 -WhatIf`,
    );
    expect(got.stdout).toBe(
      'sipfed.online.lync.com\nWhat if: Performing the operation "Remove-CsHostingProvider" on target "Office365".\n',
    );
    expect(simulator.state().hostingProviders).toMatchObject([
      { Identity: "Office365", Enabled: true, VerificationLevel: "UseSourceVerification", AutodiscoverUrl: null },
    ]);
    expect(got.calls.map(({ n, command, write }) => [n, command, write])).toEqual([
      [1, "New-CsHostingProvider", true],
      [2, "Get-CsHostingProvider", false],
      [3, "Remove-CsHostingProvider", false],
    ]);
    expect(got.writes[0]?.parameters).toEqual({
      Confirm: false,
      Enabled: true,
      EnabledSharedAddressSpace: true,
      ErrorAction: "Stop",
      HostsOCSUsers: true,
      Identity: "Office365",
      ProxyFqdn: "sipfed.online.lync.com",
    });
    expect((await run(simulator, "Lync\\Get-CsSipDomain")).calls).toMatchObject([{ n: 4 }]);
  });

  test("a new SIP domain is pending until Enable-CsTopology, a change until it is replicated", async () => {
    const simulator = Simulator.from("nothing");
    const status = "(Lync\\Get-CsManagementStoreReplicationStatus).UpToDate -join ' '";
    const got = await run(
      simulator,
      `$null = Lync\\New-CsSipDomain contoso.com -IsDefault $true\n${status}\n${status}`,
    );
    expect(got.stdout).toBe("False False\nTrue True\n");
    expect(simulator.state()).toMatchObject({
      topology: { pending: true, enabled: 1 },
      sipDomains: [{ IsDefault: false }, { Identity: "contoso.com", IsDefault: true, pending: true }],
    });
    await run(simulator, "Lync\\Enable-CsTopology -Confirm:$false; Lync\\Invoke-CsManagementStoreReplication");
    const after = simulator.state();
    expect(after).toMatchObject({ topology: { pending: false, enabled: 2 }, replication: { pending: 0 } });
    expect(after.sipDomains[1]).not.toHaveProperty("pending");
  });

  test("the Access Edge shows partner discovery only with DNS SRV routing", async () => {
    const simulator = Simulator.from("right");
    const show = "[bool](Lync\\Get-CsAccessEdgeConfiguration).PSObject.Properties['EnablePartnerDiscovery']";
    expect((await run(simulator, show)).stdout).toBe("True\n");
    simulator.change((state) => (state.accessEdge.RoutingMethod = "UseDefaultRouting"));
    expect((await run(simulator, show)).stdout).toBe("False\n");
  });

  test("the tenant's domains come back in four forms", async () => {
    const simulator = Simulator.from("right");
    const show = [
      "$t = MicrosoftTeams\\Get-CsTenantFederationConfiguration",
      "if ($t.AllowedDomains.PSObject.Properties['AllowedDomain']) { ($t.AllowedDomains.AllowedDomain | % { $_.Domain }) -join ' ' } else { $t.AllowedDomains -join ' ' }",
      "$t.BlockedDomains -join ' '",
    ].join("\n");
    const answers: string[] = [];
    for (const form of ["objects", "domains", "texts", "names"] as const) {
      simulator.change((state) => (state.tenant.form = form));
      answers.push((await run(simulator, show, {}, "teams")).stdout);
    }
    expect(answers).toEqual([
      "fabrikam.com wingtip.com\nDomain=tailspintoys.com\n",
      "Domain=fabrikam.com Domain=wingtip.com\nDomain=tailspintoys.com\n",
      "Domain=fabrikam.com Domain=wingtip.com\nDomain=tailspintoys.com\n",
      "fabrikam.com wingtip.com\ntailspintoys.com\n",
    ]);
  });

  test("the tenant's domains are written whole, by entries, or opened", async () => {
    const simulator = Simulator.from("nothing");
    const set = "MicrosoftTeams\\Set-CsTenantFederationConfiguration -ErrorAction Stop";
    const list = (...names: string[]): string => `([Collections.Generic.List[String]]@('${names.join("', '")}'))`;
    const federation = async (...calls: string[]): Promise<unknown> => {
      const got = await run(simulator, calls.map((call) => `${set} ${call}`).join("\n"), {}, "teams");
      expect(got).toMatchObject({ exitCode: 0, stderr: "" });
      const { AllowedDomains, BlockedDomains } = simulator.state().tenant.federation;
      return [AllowedDomains.model, AllowedDomains.entries, BlockedDomains];
    };
    expect(
      await federation(
        `-AllowedDomainsAsAList ${list("a.com", "b.com")} -BlockedDomains ${list("x.com")}`,
        `-AllowedDomainsAsAList @{ Add = ${list("c.com")}; Remove = ${list("A.com")} }`,
      ),
    ).toEqual(["Closed", ["b.com", "c.com"], ["x.com"]]);
    expect(
      await federation("-AllowedDomains (MicrosoftTeams\\New-CsEdgeAllowAllKnownDomains) -BlockedDomains $null"),
    ).toEqual(["Open", [], []]);
  });
});

describe("a fault", () => {
  const READ = "(Lync\\Get-CsHostingProvider -ErrorAction Stop).Enabled";
  const at = (fault: Omit<Fault, "command">): Fault => ({ command: "Get-CsHostingProvider", ...fault });

  test.each<[string, Fault | undefined, string]>([
    ["none", undefined, "True\nTrue\nTrue\n"],
    [
      "error",
      at({ fault: "error", text: "no access" }),
      "SimulatedFault,Get-CsHostingProvider: no access\nTrue\nTrue\n",
    ],
    [
      "the second of any command",
      { command: "*", nth: 2, fault: "error", text: "x" },
      "True\nSimulatedFault,Get-CsHostingProvider: x\nTrue\n",
    ],
    ["empty, twice", at({ fault: "empty", times: 2 }), "\n\nTrue\n"],
    ["missing property", at({ fault: "missing-property", property: "Enabled", nth: 3 }), "True\nTrue\n\n"],
  ])("of a read: %s", async (_, fault, expected) => {
    const text = [READ, READ, READ].map((read) => tell(`"$(${read})"`)).join("\n");
    expect((await runOn("right", text, fault)).stdout).toBe(expected);
  });

  const CHANGE = "Lync\\Set-CsHostingProvider Office365 -Enabled $false -Confirm:$false -ErrorAction Stop";

  test.each<[Fault["fault"], number, string, boolean]>([
    ["kill-before", 137, "", true],
    ["kill-after", 137, "", false],
    ["error", 0, "SimulatedFault,Set-CsHostingProvider: Simulated fault in Set-CsHostingProvider.\nend\n", true],
    ["error-after", 0, "SimulatedFault,Set-CsHostingProvider: Simulated fault in Set-CsHostingProvider.\nend\n", false],
  ])("of the second write: %s", async (fault, exitCode, stdout, enabled) => {
    const simulator = Simulator.from("right");
    const first = "Lync\\Set-CsSipDomain contoso.com -IsDefault $true -Confirm:$false";
    const got = await run(simulator, `${first}\n${tell(CHANGE)}\n'end'`, { faults: [{ write: 2, fault }] });
    expect(got).toMatchObject({ exitCode, stdout });
    expect(simulator.state().hostingProviders[0]?.Enabled).toBe(enabled);
    expect(got.writes[1]).toMatchObject({ command: "Set-CsHostingProvider", fault });
  });

  test("lag: a read after a write still sees what was before", async () => {
    const text = `${CHANGE}\n${READ}\n${READ}`;
    expect((await runOn("right", text, at({ fault: "lag" }))).stdout).toBe("True\nFalse\n");
  });

  test("with a name nobody knows is an error", async () => {
    const got = await run(Simulator.from("right"), READ, { faults: [{ fault: "typo" } as unknown as Fault] });
    expect(got.exitCode).toBe(1);
    expect(got.stderr).toContain("unknown fault 'typo'");
  });
});

describe("a report on a script", () => {
  const STEP = [
    "$desired = @{",
    "    Enabled = $true",
    "    Domains = @(",
    "        'a.com'",
    "        'b.com'",
    "    )",
    "    Count = 3",
    "}",
    "$step = @{",
    "    Id = 'CsHostingProvider/Office365'",
    "    Create = { param($values) Lync\\New-CsHostingProvider -Identity 'O''Brien' @values -Confirm:$false -ErrorAction Stop }",
    "}",
    "Invoke-HybridStep @step -Run $Run",
  ].join("\r\n");

  test("holds its calls and its data", async () => {
    const report = await parse(STEP);
    expect(report).toMatchObject({ bom: "none", nonAsciiBytes: 0, crlf: true, errors: [], findings: [] });
    expect(report.assignments).toMatchObject([
      { name: "desired", value: { Enabled: true, Domains: ["a.com", "b.com"], Count: 3 } },
      {
        name: "step",
        value: { Id: "CsHostingProvider/Office365", Create: { $: expect.stringContaining("param") as string } },
      },
    ]);
    expect(report.commands).toMatchObject([
      {
        name: "Lync\\New-CsHostingProvider",
        block: { key: "Create", parameters: ["values"] },
        splats: ["values"],
        parameters: [
          { name: "Identity", data: "O'Brien" },
          { name: "Confirm", data: false, colon: true },
          { name: "ErrorAction", data: "Stop" },
        ],
      },
      { name: "Invoke-HybridStep", splats: ["step"], parameters: [{ name: "Run", data: { $: "$Run" } }] },
    ]);
  });

  test.each<[string, string]>([
    ["$a = $b ? 1 : 2", "ternary"],
    ["$a ?? 1", "null-coalescing"],
    ["Get-Date && Get-Date", "pipeline-chain"],
    ["class A { }", "class"],
    ["[DateTime]::new(1)", "static-new"],
    ["@(1).Where({ $_ })", "magic-method"],
    ["Get-FileHash x", "command-version"],
    ["ConvertFrom-Json x -AsHashtable", "parameter-version"],
    ["Write-Output x -InformationAction Ignore", "parameter-version"],
    ['"`u{41}"', "escape-u-or-e"],
    ["#requires -RunAsAdministrator", "requires-elevation"],
  ])("finds what is newer than 3.0: %s", async (text, rule) => {
    const report = await parse(text);
    expect(newerThan(report, "3.0").map((finding) => finding.rule)).toContain(rule);
  });

  test("finds what depends on the code page, and what does not parse", async () => {
    expect((await parse("'Pawłowski'")).findings.map(({ rule }) => rule)).toContain("non-ascii-without-bom");
    expect((await parse("if (")).errors).not.toEqual([]);
    await expect(parseScripts([join(folder, "none.ps1")])).rejects.toThrow("none.ps1");
  });
});

describe("a call held against the catalogue", () => {
  const required = ["Identity", "ProxyFqdn", "Enabled", "EnabledSharedAddressSpace", "HostsOCSUsers"];

  test.each<[string, Parameters<typeof checkCall>, string[]]>([
    ["right", ["lync2013", "Lync\\New-CsHostingProvider", [...required, "confirm", "ErrorAction"]], []],
    ["unknown command", ["lync2013", "Get-CsTenant", []], ["unknown-command"]],
    ["wrong module", ["lync2013", "MicrosoftTeams\\Get-CsUser", []], ["wrong-module"]],
    ["unknown parameter", ["lync2013", "New-CsHostingProvider", [...required, "Colour"]], ["unknown-parameter"]],
    ["later parameter", ["lync2013", "New-CsAllowedDomain", ["Identity", "VerificationLevel"]], ["unknown-parameter"]],
    ["that parameter where it exists", ["sfb2015", "New-CsAllowedDomain", ["Identity", "VerificationLevel"]], []],
    ["missing mandatory", ["lync2013", "New-CsHostingProvider", required.slice(1)], ["missing-mandatory"]],
    ["no set", ["lync2013", "Set-CsAccessEdgeConfiguration", ["Identity", "UseDnsSrvRouting"]], ["no-parameter-set"]],
    ["without -Confirm", ["lync2013", "Invoke-CsManagementStoreReplication", ["Confirm"]], ["unknown-parameter"]],
  ])("%s", (_, call, expected) => {
    expect(checkCall(...call).map(({ kind }) => kind)).toEqual(expected);
  });

  test("the modules export what the catalogue has for their version", async () => {
    const list = script(
      '(Get-Command -Module Lync, MicrosoftTeams | % { "$($_.ModuleName)\\$($_.Name)" } | Sort-Object) -join "`n"',
    );
    const { stdout } = await runScript(list, [], { modules: ["Lync", "MicrosoftTeams"] });
    const names = stdout.trim().split("\n");
    expect(names).toHaveLength(80);
    for (const name of names) {
      expect(checkCall(name.startsWith("Lync") ? "lync2013" : "teams", name, []).map(({ kind }) => kind)).not.toContain(
        "unknown-command",
      );
    }
  });
});

test("a simulator's folder goes with it", () => {
  const simulator = Simulator.from("foreign");
  expect(existsSync(simulator.statePath)).toBe(true);
  simulator.dispose();
  expect(existsSync(simulator.folder)).toBe(false);
});
