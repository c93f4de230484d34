import {
  ArchivedContent,
  ExchangeArchiving,
  SharePointDiscovery,
  SharePointServer,
  SharePointVersion,
} from "../../lib";
import { Synthesis } from "../rules/synthesis";
import { stepOf, stepsOf, withRooms } from "../exchange/rooms";

type Choice = Partial<ConstructorParameters<typeof SharePointDiscovery>[2]>;

function discovery(choice: Choice = {}, inExchange = true): Synthesis {
  return withRooms(({ hybrid, pool, connection }) => {
    const content = ArchivedContent.IM_ONLY;
    new SharePointDiscovery(hybrid, "discovery", {
      sharePoint: new SharePointServer(hybrid, "portal", {
        version: SharePointVersion.SHAREPOINT_2013,
        url: "https://portal.contoso.local/",
      }),
      archiving: new ExchangeArchiving(hybrid, "archive", { connection, pool, content, inExchange }),
      autodiscover: "autodiscover.contoso.com",
      exchangeServer: "mail.contoso.com",
      investigator: "kenmyer",
      ...choice,
    });
  });
}

const ORDER = [
  "install-ews-managed-api",
  "SPTrustedSecurityTokenIssuer",
  "SPSecurityTokenServiceConfig",
  "SPAppPrincipalPermission",
  "trust-sharepoint-in-exchange",
  "grant-discovery-management",
  "create-ediscovery-center",
  "add-exchange-result-source",
].map((name) => `${name}/portal.contoso.local`);

describe("discovery in SharePoint", () => {
  const synthesis = discovery();
  const words = (id: string | undefined): readonly string[] => stepOf(synthesis, id ?? "").words;

  test("comes after the archive, one step after the other", () => {
    const befores = ORDER.map((id) => stepOf(synthesis, id).after);
    expect(befores).toEqual([["CsArchivingPolicy/Global"], ...ORDER.slice(0, -1).map((id) => [id])]);
  });

  test("holds lines that can be copied, with the names of this deployment", () => {
    expect(words(ORDER[0])).toContain(
      'msiexec /I EwsManagedApi.msi addlocal="ExchangeWebServicesApi_Feature,ExchangeWebServicesApi_Gac"',
    );
    expect(words(ORDER[4]).join("\n")).toContain(
      "-AuthMetaDataUrl 'https://portal.contoso.local/_layouts/15/metadata/json/1' -ApplicationType SharePoint",
    );
    expect(words(ORDER[5])).toContain('Add-RoleGroupMember "Discovery Management" -Member "kenmyer"');
    expect(words(ORDER[7])).toContain("Exchange Source URL: https://mail.contoso.com/ews/exchange.asmx");
  });

  test("ends every step in something to see", () => {
    for (const step of stepsOf(synthesis).filter(({ id }) => ORDER.includes(id)))
      expect(step.verification).not.toBe("");
  });

  test("is refused where transcripts are not in Exchange", () => {
    expect(() => discovery({}, false)).toThrow(
      "does not store transcripts in Exchange, so SharePoint would search mailboxes",
    );
  });

  test.each([
    [{ investigator: 'ken" -Confirm' }, '"investigator" must be the alias of a person'],
    [{ investigator: "${var.who}" }, "exists only after terraform apply"],
    [{ autodiscover: "https://autodiscover.contoso.com" }, "it is a URL"],
    [{ exchangeServer: "mail" }, "it is one label only"],
  ])("is refused with %p", (choice, refusal) => {
    expect(() => discovery(choice)).toThrow(refusal);
  });
});
