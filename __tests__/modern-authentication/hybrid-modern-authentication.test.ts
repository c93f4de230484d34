import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Cloud, ModernAuthenticationStage, ModernAuthenticationSwitch, OnlineTenant, ServerVersion } from "../../lib";
import { modernFolder, ModernOptions, refusalOf, STAYS_BEHIND, TENANT_ID } from "./modern-deployment";

interface ShownStep {
  readonly id: string;
  readonly identity: string;
  readonly after: readonly string[];
  readonly words: readonly string[];
  readonly approval: string;
  readonly outage: string;
  readonly risk: { readonly level: string; readonly reason: string };
  readonly undo: { readonly how: string };
}

const SWITCH = "CsOAuthConfiguration/Global/modern-authentication";
const EXCHANGE = "OrganizationConfig/Global/modern-authentication";
const PROOF = "prove-modern-authentication-prepared/contoso.onmicrosoft.com";
const NAMES = ["PrincipalName/lync01.contoso.local/clients", "PrincipalName/webext.contoso.com/clients"] as const;
const SERVICE = "CsOAuthServer/evoSTS";

function stepsOf(options: ModernOptions = {}): ShownStep[] {
  const text = readFileSync(join(modernFolder(options), "manifest.json"), "utf8");
  return (JSON.parse(text) as { steps: ShownStep[] }).steps.filter(
    ({ id }) => !/^(CsSipDomain|publish-edge-federation)/.test(id),
  );
}

function step(steps: readonly ShownStep[], id: string): ShownStep {
  const found = steps.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no step ${id}`);
  return found;
}

describe("modern authentication that is prepared", () => {
  const steps = stepsOf({ stage: ModernAuthenticationStage.PREPARED });

  test("has no step that changes how somebody signs in", () => {
    expect(steps.map(({ id }) => id).sort()).toEqual([SERVICE, ...NAMES]);
  });

  test("adds the addresses of every pool to the principal of the servers, inside and outside", () => {
    const lync = "00000004-0000-0ff1-ce00-000000000000";
    expect(NAMES.map((id) => step(steps, id).identity)).toEqual([
      `${TENANT_ID}/${lync}/https://lync01.contoso.local/`,
      `${TENANT_ID}/${lync}/https://webext.contoso.com/`,
    ]);
    expect(step(steps, NAMES[1]).after).toEqual([NAMES[0]]);
  });
});

describe("modern authentication that is switched", () => {
  const steps = stepsOf();

  test("is switched only after somebody proved that it is prepared, and Exchange before the servers", () => {
    expect([...step(steps, PROOF).after].sort()).toEqual([SERVICE, NAMES[1]]);
    expect(step(steps, "set-default-token-service/ex01.contoso.local").after).toEqual([PROOF]);
    expect(step(steps, EXCHANGE).after).toEqual(["set-default-token-service/ex01.contoso.local"]);
    expect(step(steps, SWITCH).after).toEqual([EXCHANGE]);
    expect(step(steps, "test-modern-authentication/contoso.onmicrosoft.com").after).toEqual([SWITCH]);
  });

  test("asks for a maintenance window, and says who stays behind and what the way back is", () => {
    const { approval, outage, risk, undo } = step(steps, SWITCH);
    expect(approval).toContain("the change board, in a maintenance window");
    expect(outage).not.toBe("");
    expect(risk).toEqual({ level: "high", reason: expect.stringContaining(STAYS_BEHIND) as string });
    expect(undo.how).toContain("declare the stage SWITCHED_BACK");
    expect(step(steps, PROOF).words).toContain(`Who stays behind, and is told before: ${STAYS_BEHIND}`);
  });

  test("does Exchange Online by hand where it is ours", () => {
    const online = stepsOf({ props: { exchangeOnline: ModernAuthenticationSwitch.byUs() } });
    expect(step(online, "switch-exchange-online/contoso.onmicrosoft.com").after).toEqual([PROOF]);
    expect(step(online, "set-default-token-service/ex01.contoso.local").after).toEqual([
      "switch-exchange-online/contoso.onmicrosoft.com",
    ]);
  });

  test("is taken back the other way round, without a proof before", () => {
    const back = stepsOf({ stage: ModernAuthenticationStage.SWITCHED_BACK });
    expect(step(back, SWITCH).after).toEqual([]);
    expect(step(back, EXCHANGE).after).toEqual([SWITCH]);
    expect(back.map(({ id }) => id)).not.toContain(PROOF);
  });
});

describe("modern authentication", () => {
  test.each<[string, ModernOptions, string]>([
    [
      "servers of Lync Server 2013",
      { version: ServerVersion.LYNC_2013 },
      "error HYB-TRU-061 lync01.contoso.local runs Lync Server 2013",
    ],
    [
      "an old Exchange",
      { exchangeBuild: "15.2.221.12" },
      "Exchange Server 2019 has build 15.2.221.12, modern authentication needs 15.2.330.5",
    ],
    ["the Hybrid Agent", { props: { exchangeHybrid: "hybrid agent" } }, "Exchange on-premises is hybrid: hybrid agent"],
    ["Passive Authentication", { props: { passiveAuthentication: true } }, "HYB-TRU-062"],
    ["no web services", { props: { webServices: [] } }, '"webServices"'],
    ["an id that is none", { props: { tenantId: "contoso" } }, '"tenantId" must be a GUID'],
    ["nobody who was thought of", { props: { staysBehind: " " } }, '"staysBehind" must not be empty'],
    [
      "Teams switched by us",
      { props: { teams: ModernAuthenticationSwitch.byUs() } },
      '"teams" is to be switched by us, but the cmdlet for it (Set-CsOAuthConfiguration of Skype for Business Online) was ' +
        "retired with that service. Say ModernAuthenticationSwitch.onAlready with who saw it, or leftOff.",
    ],
    [
      "Exchange switched by us, and none named",
      { props: { exchange: undefined as never } },
      '"exchange" is missing, and Exchange on-premises is to be switched by us: name its ExchangeOnPremises and the build of ' +
        "its oldest server, or say who switches it with ModernAuthenticationSwitch.onAlready or leftOff.",
    ],
  ])("is refused with %s", (_what, options, reason) => {
    expect(refusalOf(options)).toContain(reason);
  });

  test("is refused in a cloud whose token service no document names", () => {
    const endpoints = { proxyFqdn: "sipfed.example.us", autodiscoverUrl: "https://webdir.example.us/root" };
    const tenant = { cloud: Cloud.gccHigh(endpoints) } as OnlineTenant;
    expect(refusalOf({ props: { tenant } })).toContain("the address of its token server is not documented");
  });

  test.each([
    [() => ModernAuthenticationSwitch.onAlready(" "), '"reason" must not be empty'],
    [() => ModernAuthenticationSwitch.leftOff("${var.why}"), "exists only after terraform apply"],
  ])("is no switch without a reason of somebody", (make, refusal) => {
    expect(make).toThrow(refusal);
  });
});
