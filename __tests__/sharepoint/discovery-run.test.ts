import {
  ArchivedContent,
  ExchangeArchiving,
  OnlineTenant,
  SharePointDiscovery,
  SharePointOnline,
  SharePointServer,
  SharePointVersion,
} from "../../lib";
import { folderOf, stepsOf, withRooms } from "../exchange/rooms";
import { roomOf } from "../exchange/exchange-rooms";
import { SharePointState } from "../instruments/integration-states";
import { Fault } from "../instruments/powershell";
import { approvedDigest } from "../instruments/runbook-run";
import { SimulatedRun, Simulator } from "../instruments/simulator";
import { Synthesis } from "../rules/synthesis";

const SITE = "https://portal.contoso.local";
const [ISSUER, SERVICE, PERMISSION] = [
  "SPTrustedSecurityTokenIssuer",
  "SPSecurityTokenServiceConfig",
  "SPAppPrincipalPermission",
].map((kind) => `${kind}/portal.contoso.local`) as [string, string, string];

type Choice = Partial<ConstructorParameters<typeof SharePointDiscovery>[2]>;

function discovery(choice: Choice = {}, url = SITE): Synthesis {
  return withRooms(({ hybrid, pool, connection }) => {
    const sharePoint = new SharePointServer(hybrid, "portal", { version: SharePointVersion.SHAREPOINT_2013, url });
    const content = ArchivedContent.IM_ONLY;
    const archive =
      choice.half === "sharepoint"
        ? {}
        : { archiving: new ExchangeArchiving(hybrid, "archive", { connection, pool, content }) };
    new SharePointDiscovery(hybrid, "discovery", {
      sharePoint,
      ...archive,
      autodiscover: "autodiscover.contoso.com",
      exchangeServer: "mail.contoso.com",
      investigator: "kenmyer",
      ...choice,
    });
  });
}

const onprem = folderOf(discovery({ half: "sharepoint" }));
const EXCHANGE = {
  Name: "Exchange",
  MetadataEndPoint: "https://autodiscover.contoso.com/autodiscover/metadata/json/1",
  NameId: "00000002-0000-0ff1-ce00-000000000000@contoso",
  Right: "None",
  AppOnly: false,
};

function farm(edit: (farm: SharePointState) => void = () => undefined): Simulator {
  const sharePoint: SharePointState = {
    sites: [SITE],
    tokenService: { HybridStsSelectionEnabled: false, AllowMetadataOverHttp: true, AllowOAuthOverHttp: false },
    issuers: [],
  };
  edit(sharePoint);
  return Simulator.from({ ...Simulator.seed("nothing"), sharePoint });
}

interface Wanted {
  readonly step: string;
  readonly undo?: boolean;
  readonly faults?: readonly Fault[];
}

function run(simulator: Simulator, { step, undo, faults }: Wanted): Promise<SimulatedRun> {
  const what = [...(undo === true ? ["-Undo"] : []), "-Step", step, "-State", simulator.stateFolder];
  return simulator.run("sharepoint", onprem, [...what, "-Apply", "-Approved", approvedDigest(onprem)], {
    ...(faults === undefined ? {} : { faults }),
  });
}

const words = ({ stdout }: SimulatedRun): string => stdout.replace(/\s+/g, " ");
const commands = ({ writes }: SimulatedRun): string[] => writes.map(({ command }) => command);

/** A person has signed off what comes before. */
async function installed(simulator: Simulator): Promise<void> {
  const done = ["-SignOff", "install-ews-managed-api/portal.contoso.local", "-By", "Anna", "-Note", "done"];
  await simulator.run("sharepoint", onprem, [
    ...done,
    ...["-State", simulator.stateFolder, "-Approved", approvedDigest(onprem)],
  ]);
}

describe("a farm that does not trust Exchange", () => {
  const simulator = farm();
  const before = simulator.state().sharePoint;

  test("gets the issuer, the token service and the permission, one after the other", async () => {
    await installed(simulator);
    expect(commands(await run(simulator, { step: ISSUER }))).toEqual(["New-SPTrustedSecurityTokenIssuer"]);
    expect(commands(await run(simulator, { step: SERVICE }))).toEqual(["SPSecurityTokenServiceManager.Update"]);
    expect(commands(await run(simulator, { step: PERMISSION }))).toEqual(["Set-SPAppPrincipalPermission"]);
    expect(simulator.state().sharePoint).toEqual({
      sites: [SITE],
      tokenService: { HybridStsSelectionEnabled: true, AllowMetadataOverHttp: false, AllowOAuthOverHttp: false },
      issuers: [{ ...EXCHANGE, Right: "FullControl", AppOnly: true }],
    });
  });

  test("is not written in a second run", async () => {
    for (const step of [ISSUER, SERVICE, PERMISSION]) expect((await run(simulator, { step })).writes).toEqual([]);
  });

  test("comes back by undo as it was", async () => {
    expect(commands(await run(simulator, { step: PERMISSION, undo: true }))).toEqual([
      "Remove-SPAppPrincipalPermission",
    ]);
    expect(commands(await run(simulator, { step: SERVICE, undo: true }))).toEqual([
      "SPSecurityTokenServiceManager.Update",
    ]);
    expect(commands(await run(simulator, { step: ISSUER, undo: true }))).toEqual([
      "Remove-SPTrustedSecurityTokenIssuer",
    ]);
    expect(simulator.state().sharePoint).toEqual(before);
  });
});

test("tokens over http are turned off, and never on again by a runbook", async () => {
  const simulator = farm((of) => {
    of.issuers = [EXCHANGE];
    of.tokenService.AllowOAuthOverHttp = true;
  });
  await installed(simulator);
  await run(simulator, { step: ISSUER });
  await run(simulator, { step: SERVICE });
  expect(simulator.state().sharePoint?.tokenService.AllowOAuthOverHttp).toBe(false);
  const back = await run(simulator, { step: SERVICE, undo: true });
  expect({ exit: back.exitCode, writes: back.writes }).toEqual({ exit: 1, writes: [] });
  expect(words(back)).toContain("Tokens over http are not turned on by a runbook.");
});

describe("a farm is not written", () => {
  test.each<[string, string, Fault | undefined, (farm: SharePointState) => void, string]>([
    ["in another farm", SERVICE, undefined, (of) => (of.sites = []), "Cannot find an SPSite object"],
    [
      "where the token service cannot be read",
      SERVICE,
      { command: "Get-SPSecurityTokenServiceConfig", times: 9, fault: "error" },
      () => undefined,
      "Simulated fault",
    ],
    [
      "where a value of the token service is missing",
      SERVICE,
      {
        command: "Get-SPSecurityTokenServiceConfig",
        times: 9,
        fault: "missing-property",
        property: "AllowOAuthOverHttp",
      },
      () => undefined,
      "came back without AllowOAuthOverHttp",
    ],
    [
      "where the name is that of another issuer",
      ISSUER,
      undefined,
      (of) => (of.issuers = [{ ...EXCHANGE, MetadataEndPoint: "https://other.example/metadata" }]),
      "cannot be changed after creation",
    ],
    [
      "without an issuer of that name",
      PERMISSION,
      undefined,
      () => undefined,
      "0 trusted token issuers with the name Exchange",
    ],
  ])("%s", async (_what, step, fault, edit, reason) => {
    const refused = await run(farm(edit), { step, ...(fault === undefined ? {} : { faults: [fault] }) });
    expect({ exit: refused.exitCode === 0, writes: refused.writes }).toEqual({ exit: false, writes: [] });
    expect(words(refused)).toContain(reason);
  });
});

describe("the halves of discovery", () => {
  const kinds = (synthesis: Synthesis): string[] =>
    stepsOf(synthesis).flatMap(({ id }) => (id.endsWith("/portal.contoso.local") ? [id.split("/")[0] ?? ""] : []));
  const IN_EXCHANGE = ["grant-discovery-management", "trust-sharepoint-in-exchange"];

  test("are both built without a choice", () => {
    expect(kinds(discovery())).toEqual(expect.arrayContaining([...IN_EXCHANGE, "SPAppPrincipalPermission"]));
  });

  test("can be that of SharePoint alone, without Exchange", () => {
    const alone = kinds(discovery({ half: "sharepoint" }));
    expect(alone).toContain("SPAppPrincipalPermission");
    expect(alone.filter((kind) => IN_EXCHANGE.includes(kind))).toEqual([]);
  });

  test("can be that of Exchange alone", () => {
    expect(kinds(discovery({ half: "exchange" })).sort()).toEqual(IN_EXCHANGE);
  });

  test("can be none, with SharePoint Online beside: no step of either", () => {
    const online = withRooms(
      ({ hybrid }) => new SharePointOnline(hybrid, "spo", { tenant: roomOf(hybrid, OnlineTenant) }),
    );
    expect(online.error).toBeUndefined();
    expect(kinds(online)).toEqual([]);
  });

  test("are refused in SharePoint Online, without an archive, and with a name that is none", () => {
    expect(() => discovery({}, "https://contoso.sharepoint.com")).toThrow("which is SharePoint Online");
    expect(() =>
      withRooms(({ hybrid }) => {
        const sharePoint = new SharePointServer(hybrid, "p", { version: SharePointVersion.SHAREPOINT_2013, url: SITE });
        const names = { autodiscover: "a.contoso.com", exchangeServer: "m.contoso.com", investigator: "kenmyer" };
        new SharePointDiscovery(hybrid, "discovery", { sharePoint, ...names });
      }),
    ).toThrow('"archiving" is missing');
    expect(() => discovery({ issuerName: "a/b" })).toThrow('"issuerName" must be the name of a trusted token issuer');
    expect(() => discovery({ issuerName: "${local.n}" })).toThrow("exists only after terraform apply");
  });
});
