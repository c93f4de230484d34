import { join } from "node:path";
import {
  Cloud,
  ExchangeCloudTrust,
  ExchangeConnection,
  ExchangeUnifiedMessaging,
  ExchangeVersion,
  OnlineTenant,
  OutlookWebMessaging,
  OutlookWebTrust,
  ServerVersion,
  UmDialPlan,
} from "../../lib";
import { kindOf } from "../../lib/onprem/catalog";
import { checkCall, parseScripts } from "../instruments/powershell";
import { ExchangeOptions, OLD_CERTIFICATE, refusalOf, synthExchange } from "../instruments/exchange";
import { folderContent } from "../instruments/folder-content";
import { namesOf } from "../powershell/emitted-calls";

const TENANT_ID = "11111111-2222-3333-4444-555555555555";
const CERTIFICATE = join(__dirname, "../trust/token-certificate.pem");
const THUMBPRINT = { certificateThumbprint: OLD_CERTIFICATE };

/** Everything that this version of Exchange takes. */
function everything(version: ExchangeVersion): NonNullable<ExchangeOptions["declare"]> {
  return ({ hybrid, pool, tenant, exchange }) => {
    const trusted = OutlookWebTrust.trustedPool({ fqdn: "mail.contoso.com", siteId: "HQ" });
    new ExchangeCloudTrust(hybrid, "cloud", {
      exchange,
      tenant,
      tenantId: TENANT_ID,
      domain: "contoso.com",
      certificate: CERTIFICATE,
    });
    const hasUm = version.order <= ExchangeVersion.EXCHANGE_2016.order;
    const trust = hasUm ? OutlookWebTrust.unifiedMessaging() : trusted;
    new OutlookWebMessaging(hybrid, "owa", { exchange, pool, trust, ...THUMBPRINT });
    if (!hasUm) return;
    const connection = ExchangeConnection.byHand(hybrid, "connection", { exchange: version, reason: "CHG-1042." });
    const dialPlans = [
      new UmDialPlan({
        name: "HQ",
        extensionDigits: 3,
        countryCode: "1",
        callsAnywhereInCountry: true,
        accessNumbers: ["+14255550100"],
      }),
    ];
    new ExchangeUnifiedMessaging(hybrid, "um", { connection, exchange, pool, dialPlans, ...THUMBPRINT });
  };
}

describe.each([
  ["exchange2013", ExchangeVersion.EXCHANGE_2013],
  ["exchange2016", ExchangeVersion.EXCHANGE_2016],
  ["exchange2019", ExchangeVersion.EXCHANGE_2019],
  ["exchangeSE", ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION],
] as const)("what is declared for %s", (known, version) => {
  test("calls only what its catalogue knows, without a module, and stops on errors", async () => {
    const pool = ServerVersion.SKYPE_FOR_BUSINESS_2015;
    const { onprem } = synthExchange({ version, pool, messaging: false, declare: everything(version) });
    const paths = Object.keys(folderContent(onprem)).filter((path) => /^40-integrate.*\.ps1$/.test(path));
    const reports = await parseScripts(paths.map((path) => join(onprem, path)));
    expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
    let checked = 0;
    for (const [index, report] of reports.entries()) {
      const [key = ""] = (paths[index] ?? "").replace("40-integrate/", "").split(".");
      if (key === "manual" || !/^(Setting|Owa|Mail|Management|Partner|UM)/.test(key)) continue;
      const { properties } = kindOf(key);
      const cmdlets = /^(Get|New|Set|Remove)-(SettingOverride|Exchange|Owa|MailUser|Management|Partner|UM)/;
      for (const call of report.commands.filter(({ name }) => cmdlets.test(name ?? ""))) {
        const createOnly = (name: string): boolean =>
          call.block?.key === "Change" && properties[name]?.createOnly === true;
        expect(
          checkCall(
            known,
            call.name ?? "",
            namesOf(report, call).filter((name) => !createOnly(name)),
          ),
        ).toEqual([]);
        expect(call.parameters.find(({ name }) => name === "ErrorAction")?.value).toBe("Stop");
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(15);
  });
});

describe("trust of the cloud in Exchange on-premises is refused", () => {
  const declared = (domain: string, version = ExchangeVersion.EXCHANGE_2016): string => {
    const declare: ExchangeOptions["declare"] = ({ hybrid, tenant, exchange }) =>
      new ExchangeCloudTrust(hybrid, "cloud", {
        exchange,
        tenant,
        tenantId: TENANT_ID,
        domain,
        certificate: CERTIFICATE,
      });
    return refusalOf({ version, messaging: false, declare });
  };

  test("for Exchange Server 2010, which the document does not name", () => {
    expect(declared("contoso.com", ExchangeVersion.EXCHANGE_2010)).toContain(
      '"contoso/hybrid/cloud" has Exchange Server 2010, but the document names Exchange Server 2013 to 2019',
    );
  });

  test("in a cloud that the document does not name", () => {
    const declare: ExchangeOptions["declare"] = ({ hybrid, exchange }) => {
      const endpoints = { proxyFqdn: "sipfed.gov.example", autodiscoverUrl: "https://webdir.gov.example/root" };
      const settings = { cloud: Cloud.gccHigh(endpoints) };
      const tenant = OnlineTenant.fromInitialDomain(hybrid, "gov", "contoso.onmicrosoft.us", settings);
      const props = { exchange, tenant, tenantId: TENANT_ID, domain: "contoso.com", certificate: CERTIFICATE };
      new ExchangeCloudTrust(hybrid, "cloud", props);
    };
    expect(refusalOf({ messaging: false, declare })).toContain(
      '"tenant" lives in the cloud "gcc-high": the document for mailboxes on-premises and people online names no cloud but ' +
        "the commercial one.",
    );
  });

  test("with a domain that is none", () => {
    expect(declared("contoso")).toContain('"domain" must be a fully qualified domain name');
  });
});
