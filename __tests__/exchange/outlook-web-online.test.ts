import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Cloud } from "../../lib";
import { openingLines, Shell } from "../../lib/onprem/shell";
import { approvedDigest, Operator } from "../instruments/runbook-run";
import { Fault } from "../instruments/powershell";
import { ExchangeOnlineState } from "../instruments/integration-states";
import { SimulatedRun, Simulator } from "../instruments/simulator";
import { sentence, synthesize } from "../rules/synthesis";
import { exchangeRooms } from "./exchange-rooms";

interface Given {
  readonly mailboxPolicies?: readonly string[];
  readonly mailDomains?: readonly string[];
}

function folderOf(given: Given = {}): string {
  const { outdir, error } = synthesize((stack) => exchangeRooms(stack, given));
  if (error !== undefined) throw new Error(sentence(error));
  return join(outdir, "stacks", "contoso", "onprem");
}

const onprem = folderOf({ mailDomains: ["contoso.com"] });
const STEP = "OwaMailboxPolicy-exchange-online/OwaMailboxPolicy-Default";
const DOMAIN = "AcceptedDomain/contoso.com";

/** An organization online whose default policy somebody turned off. */
function turnedOff(edit: (online: ExchangeOnlineState) => void = () => undefined): Simulator {
  const simulator = Simulator.from("nothing");
  simulator.change(({ exchangeOnline }) => {
    Object.assign(exchangeOnline.owaMailboxPolicies[0] ?? {}, {
      InstantMessagingEnabled: false,
      InstantMessagingType: "None",
    });
    edit(exchangeOnline);
  });
  return simulator;
}

interface Wanted {
  readonly step?: string;
  readonly folder?: string;
  readonly faults?: readonly Fault[];
  readonly undo?: boolean;
}

function run(simulator: Simulator, { step = STEP, folder = onprem, faults, undo }: Wanted = {}): Promise<SimulatedRun> {
  const what = [...(undo === true ? ["-Undo"] : []), "-Step", step, "-State", simulator.stateFolder];
  return simulator.run("exchange-online", folder, [...what, "-Apply", "-Approved", approvedDigest(folder)], {
    ...(faults === undefined ? {} : { faults }),
  });
}

const words = ({ stdout }: SimulatedRun): string => stdout.replace(/\s+/g, " ");
const kiosk = { Name: "Kiosk", InstantMessagingEnabled: false, InstantMessagingType: "None" };

describe("a mailbox policy online that was turned off", () => {
  const simulator = turnedOff();
  const before = simulator.state().exchangeOnline;

  test("is changed by one call without a module, and other policies stay", async () => {
    const done = await run(simulator);
    expect(done.stderr).toBe("");
    expect(done.writes.map(({ command, parameters }) => [command, parameters])).toEqual([
      [
        "Set-OwaMailboxPolicy",
        {
          Identity: "OwaMailboxPolicy-Default",
          InstantMessagingEnabled: true,
          InstantMessagingType: "Ocs",
          Confirm: false,
          ErrorAction: "Stop",
        },
      ],
    ]);
    expect(simulator.state().exchangeOnline.owaMailboxPolicies).toEqual([
      { Name: "OwaMailboxPolicy-Default", InstantMessagingEnabled: true, InstantMessagingType: "Ocs" },
      kiosk,
    ]);
  });

  test("is not written in a second run", async () => {
    expect((await run(simulator)).writes).toEqual([]);
  });

  test("comes back by undo as it was", async () => {
    const back = await run(simulator, { undo: true });
    expect({ exit: back.exitCode, writes: back.writes.map(({ command }) => command) }).toEqual({
      exit: 0,
      writes: ["Set-OwaMailboxPolicy"],
    });
    expect(simulator.state().exchangeOnline).toEqual(before);
  });
});

describe("Exchange Online is not written", () => {
  test("where everything is as new organizations have it", async () => {
    const anna = new Operator(Simulator.from("nothing"), onprem);
    const done = await anna.apply("exchange-online");
    expect(done.writes).toEqual([]);
    expect(done.calls.map(({ command }) => command)).toEqual(
      expect.arrayContaining(["Get-AcceptedDomain", "Get-OwaMailboxPolicy"]),
    );
  });

  test("in another tenant than the declared one", async () => {
    const simulator = turnedOff((online) => (online.acceptedDomains = ["fabrikam.com", "fabrikam.onmicrosoft.com"]));
    const refused = await run(simulator);
    expect({ exit: refused.exitCode, writes: refused.writes }).toEqual({ exit: 1, writes: [] });
    expect(words(refused)).toContain(
      "does not have the domain contoso.onmicrosoft.com, so it is not the declared tenant",
    );
  });

  test("where the policy does not exist: nobody would hold a new one", async () => {
    const refused = await run(turnedOff(), {
      folder: folderOf({ mailboxPolicies: ["Pilot"] }),
      step: "OwaMailboxPolicy-exchange-online/Pilot",
    });
    expect({ exit: refused.exitCode, writes: refused.writes }).toEqual({ exit: 1, writes: [] });
    expect(words(refused)).toContain("contoso.onmicrosoft.com/Pilot does not exist, and this step has no call");
  });

  test.each<[string, Fault, string]>([
    ["the read fails", { command: "Get-OwaMailboxPolicy", times: 9, fault: "error" }, "Simulated fault"],
    [
      "the organization cannot be told",
      { command: "Get-AcceptedDomain", times: 9, fault: "missing-property", property: "DomainName" },
      "came back without DomainName",
    ],
    [
      "a property is missing",
      { command: "Get-OwaMailboxPolicy", times: 9, fault: "missing-property", property: "InstantMessagingType" },
      "came back without InstantMessagingType",
    ],
  ])("where %s", async (_what, fault, reason) => {
    const refused = await run(turnedOff(), { faults: [fault] });
    expect({ exit: refused.exitCode, writes: refused.writes }).toEqual({ exit: 1, writes: [] });
    expect(words(refused)).toContain(reason);
  });

  test.each([
    [
      "two organizations",
      "New-Module -Name tmpEXO_other -ScriptBlock { function Get-MailboxPlan { } }",
      "is here 2 times",
    ],
    [
      "a cmdlet of the Exchange Management Shell as well",
      "New-Module -Name tmp_onprem -ScriptBlock { function Set-OwaMailboxPolicy { } }",
      "Set-OwaMailboxPolicy is here from tmp_onprem as well",
    ],
  ])("in a session with %s", async (_what, module, reason) => {
    const simulator = turnedOff();
    const script = join(simulator.folder, "session.ps1");
    const controller = join(onprem, "Invoke-Runbook.ps1");
    writeFileSync(
      script,
      `${module} | Import-Module -Global\n& '${controller}' -Shell exchange-online\nexit $LASTEXITCODE\n`,
    );
    const refused = await simulator.runScript("exchange-online", script);
    expect({ exit: refused.exitCode, calls: refused.calls }).toEqual({ exit: 64, calls: [] });
    expect(words(refused)).toContain(reason);
  });

  test("in the Exchange Management Shell, which has the same cmdlets", async () => {
    const controller = join(onprem, "Invoke-Runbook.ps1");
    const refused = await turnedOff().runScript("exchange", controller, ["-Shell", "exchange-online"]);
    expect({ exit: refused.exitCode, calls: refused.calls }).toEqual({ exit: 64, calls: [] });
    expect(refused.stdout).toContain("Get-MailboxPlan is not known here");
  });
});

describe("a domain of people with a mailbox online", () => {
  test("is looked for, and nothing is written", async () => {
    const done = await run(Simulator.from("nothing"), { step: DOMAIN });
    expect(done.writes).toEqual([]);
    expect(done.stdout).toMatch(/InDesiredState +AcceptedDomain\/contoso\.com|AcceptedDomain\/contoso\.com/);
    expect(done.stdout).not.toContain("Refused");
  });

  test("stops the run where it is not accepted, before the route is made", async () => {
    const simulator = turnedOff((online) => (online.acceptedDomains = ["contoso.onmicrosoft.com"]));
    const refused = await run(simulator, { step: DOMAIN });
    expect({ exit: refused.exitCode, writes: refused.writes }).toEqual({ exit: 1, writes: [] });
    expect(words(refused)).toContain("contoso.onmicrosoft.com/contoso.com does not exist");
    const index = JSON.parse(readFileSync(join(onprem, "steps.json"), "utf8")) as {
      steps: { id: string; after: string[] }[];
    };
    expect(index.steps.find(({ id }) => id === "CsHostingProvider/Exchange-Online")?.after).toContain(DOMAIN);
  });

  test("is asked for by words where none is declared, and the policies of an empty list as well", () => {
    const page = readFileSync(join(folderOf({ mailboxPolicies: [] }), "RUNBOOK.md"), "utf8");
    expect(page).toContain("Get-AcceptedDomain lists each of these domains");
    expect(page).toContain("for each policy.");
    expect(page).not.toContain("Connect-ExchangeOnline");
  });
});

describe("signing in to Exchange Online", () => {
  const ENDPOINTS = { proxyFqdn: "sipfed.cloud.example", autodiscoverUrl: "https://webdir.cloud.example/root" };

  test.each([
    [Cloud.COMMERCIAL, "Connect-ExchangeOnline"],
    [Cloud.gccHigh(ENDPOINTS), "Connect-ExchangeOnline -ExchangeEnvironmentName O365USGovGCCHigh"],
    [Cloud.dod(ENDPOINTS), "Connect-ExchangeOnline -ExchangeEnvironmentName O365USGovDoD"],
    [Cloud.china21Vianet(ENDPOINTS), "Connect-ExchangeOnline -ExchangeEnvironmentName O365China"],
  ])("names the environment of the cloud (%#)", ({ name }, line) => {
    expect(openingLines(Shell.EXCHANGE_ONLINE, name)).toEqual([
      "Import-Module ExchangeOnlineManagement",
      line,
      "Get-ConnectionInformation",
    ]);
  });

  test("stands in the runbook before its first step, and the index names every cmdlet that is called", () => {
    expect(readFileSync(join(onprem, "RUNBOOK.md"), "utf8")).toContain("Connect-ExchangeOnline");
    const index = JSON.parse(readFileSync(join(onprem, "steps.json"), "utf8")) as { shells: object[] };
    expect(index.shells).toContainEqual({
      name: "exchange-online",
      title: "Windows PowerShell 5.1 with the ExchangeOnlineManagement module, signed in",
      marker: "Get-MailboxPlan",
      cmdlets: ["Get-AcceptedDomain", "Get-OwaMailboxPolicy", "Set-OwaMailboxPolicy"],
    });
  });
});

describe("is refused", () => {
  test.each<[Given, string]>([
    [{ mailboxPolicies: [" "] }, '"mailboxPolicies[0]" must be the name of a mailbox policy in printable ASCII'],
    [{ mailboxPolicies: ["${local.name}"] }, '"mailboxPolicies[0]" holds a value that exists only after'],
    [{ mailboxPolicies: ["Pilot", "pilot"] }, '"mailboxPolicies" names pilot twice'],
    [{ mailDomains: ["contoso"] }, '"mailDomains[0]" must be a fully qualified'],
    [{ mailDomains: ["a.com", "A.com"] }, '"mailDomains" names a.com twice'],
  ])("%j", (given, reason) => {
    expect(() => folderOf(given)).toThrow(reason);
  });
});
