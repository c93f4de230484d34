import { ExchangeVersion } from "../../lib/exchange/exchange-version";
import { integrationSupport, IntegrationSupport } from "../../lib/features/integration-support";
import { MAILBOX_PRODUCTS, MICROSOFT_365, SERVER_PRODUCTS, SHAREPOINT_PRODUCTS } from "../../lib/features/products";
import { FeatureId, FEATURES } from "../../lib/features/feature";
import { SharePointVersion } from "../../lib/sharepoint/sharepoint-version";
import { ServerVersion } from "../../lib/topology/server-version";

const [LYNC, SKYPE_2015, SKYPE_2019, SKYPE_SE] = SERVER_PRODUCTS as [string, string, string, string];
const HOMES = [...SERVER_PRODUCTS, MICROSOFT_365];
const PAIRS = HOMES.flatMap((home) => MAILBOX_PRODUCTS.map((mailbox) => [home, mailbox] as const));

function said(of: IntegrationSupport, id: FeatureId): string | undefined {
  return of.features.find(({ feature }) => feature.id === id)?.support.documented;
}

describe("what the documents say of a combination", () => {
  test("knows every version that can be declared", () => {
    const [exchanges, sharePoints] = [ExchangeVersion, SharePointVersion].map((type) =>
      Object.values(type).map((value) => (value as { productName: string }).productName),
    );
    expect(SERVER_PRODUCTS).toEqual(ServerVersion.all().map(({ productName }) => productName));
    expect(MAILBOX_PRODUCTS).toEqual(exchanges);
    expect(SHAREPOINT_PRODUCTS).toEqual(expect.arrayContaining(sharePoints ?? []));
  });

  test("is given for every home, mailbox and SharePoint, each feature once and with its document", () => {
    for (const [home, mailbox] of PAIRS) {
      for (const sharePoint of SHAREPOINT_PRODUCTS) {
        const { reason, features } = integrationSupport(home, mailbox, sharePoint);
        expect(features.map(({ feature }) => feature.id)).toEqual(FEATURES.map(({ id }) => id));
        expect(reason).not.toBe("");
        for (const { support } of features) expect(support.source).not.toBe("");
      }
    }
  });

  test.each([SKYPE_2015, SKYPE_2019, SKYPE_SE])("is support for %s with every Exchange from 2013 on", (home) => {
    for (const mailbox of MAILBOX_PRODUCTS.slice(1)) {
      const found = integrationSupport(home, mailbox, undefined);
      expect(found.verdict).toBe("supported");
      expect(said(found, "contact-store")).toBe("supported");
      expect(said(found, "web-presence")).toBe("supported");
    }
  });

  test("refuses Lync Server 2013 with Exchange of 2019 or later as a whole, and says why", () => {
    for (const mailbox of ["Exchange Server 2019", "Exchange Server Subscription Edition"]) {
      const { verdict, reason } = integrationSupport(LYNC, mailbox, undefined);
      expect(verdict).toBe("not supported");
      expect(reason).toContain("between Lync Server 2013 and Exchange Server 2016 or later it is not supported");
      expect(reason).toContain("Configure instant messaging integration with Outlook on the web in Exchange");
    }
    expect(integrationSupport(LYNC, "Exchange Server 2019", "SharePoint Server 2013").verdict).toBe("not supported");
  });

  test("refuses Lync Server 2013 with Exchange Server 2016 only the messaging in Outlook on the web", () => {
    const found = integrationSupport(LYNC, "Exchange Server 2016", undefined);
    expect(found.verdict).toBe("supported");
    expect(said(found, "web-presence")).toBe("not supported");
    expect(said(found, "contact-store")).toBe("supported");
  });

  test("refuses voicemail, and nothing else, of Skype for Business Server 2015 with Exchange Server 2019", () => {
    const { features } = integrationSupport(SKYPE_2015, "Exchange Server 2019", undefined);
    const refused = features.filter(({ support }) => support.documented === "not supported");
    expect(refused.map(({ feature }) => feature.id)).toEqual(["voicemail"]);
    expect(refused[0]?.support.note).toContain("no voicemail is supported for Skype for Business Server 2015");
  });

  test("refuses Exchange Server 2010 what needs 2013", () => {
    const found = integrationSupport(SKYPE_2015, "Exchange Server 2010", undefined);
    expect(said(found, "contact-store")).toBe("not supported");
    expect(said(found, "outlook-presence")).toBe("supported");
  });

  test("calls what was written for Skype for Business Online unconfirmed for people in Microsoft 365", () => {
    const found = integrationSupport(MICROSOFT_365, "Exchange Server 2016", undefined);
    expect(said(found, "web-presence")).toBe("not supported");
    const [presence] = found.features;
    expect(presence?.support).toMatchObject({ documented: "supported", unverified: true });
    expect(presence?.support.note).toContain("no document says it of Teams");
  });

  test("has skill search on-premises only", () => {
    for (const [home] of PAIRS) {
      expect(said(integrationSupport(home, undefined, "SharePoint Online"), "skill-search")).toBe("not supported");
    }
    expect(said(integrationSupport(LYNC, undefined, "SharePoint Server 2013"), "skill-search")).toBe("supported");
    expect(said(integrationSupport(MICROSOFT_365, undefined, "SharePoint Server 2013"), "skill-search")).toBe(
      "not supported",
    );
  });

  test("has discovery for the combinations that are named, and says nothing of others", () => {
    const discovery = (home: string, mailbox: string | undefined, sharePoint: string): string | undefined =>
      said(integrationSupport(home, mailbox, sharePoint), "discovery");
    expect(discovery(LYNC, "Exchange Server 2013", "SharePoint Server 2013")).toBe("supported");
    expect(discovery(SKYPE_2015, "Exchange Server 2016", "SharePoint Server 2016")).toBe("supported");
    expect(discovery(SKYPE_2019, "Exchange Server 2019", "SharePoint Server 2019")).toBe("not documented");
    expect(discovery(SKYPE_2015, undefined, "SharePoint Server 2016")).toBe("not documented");
    expect(discovery(MICROSOFT_365, "Exchange Online", "SharePoint Server 2016")).toBe("not supported");
  });

  test("says nothing of a lamp for waiting messages: no document does", () => {
    for (const [home, mailbox] of PAIRS) {
      expect(said(integrationSupport(home, mailbox, undefined), "message-waiting")).toBe("not documented");
    }
  });

  test("says nothing of names that no table knows", () => {
    const { verdict, features } = integrationSupport("Office Communications Server 2007", "Domino", "Alfresco");
    expect(verdict).toBe("not documented");
    expect(features.every(({ support }) => support.documented === "not documented")).toBe(true);
  });
});
