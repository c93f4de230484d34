import { ExchangeVersion, OutlookWebTrust, ServerVersion } from "../../lib";
import { OUTLOOK_WEB_KNOWN_TWICE } from "../../lib/rules/outlook-web-known-twice";
import { OUTLOOK_WEB_NEEDS_SKYPE } from "../../lib/rules/outlook-web-needs-skype";
import { parseThumbprint } from "../../lib/values/thumbprint";
import { ExchangeOptions, NEW_CERTIFICATE, refusalOf, synthExchange } from "../instruments/exchange";
import { OF_2015, POOL, violations } from "../rules/model-fixture";
import { readFileSync } from "node:fs";
import { join } from "node:path";

describe("messaging in Outlook on the web", () => {
  test.each<[string, ExchangeOptions, string]>([
    [
      "Exchange Server 2010",
      { version: ExchangeVersion.EXCHANGE_2010 },
      '"contoso/hybrid/owa-im" configures Exchange Server 2010, but the documents of messaging in Outlook on the web that ' +
        "this library follows begin with Exchange Server 2013: remove the construct and leave that version as it is.",
    ],
    [
      "Exchange Server 2013, until it is said how the servers know it",
      { version: ExchangeVersion.EXCHANGE_2013 },
      '"trust" is missing: with Exchange Server 2013 it must be said how the servers know Outlook Web App, because both ways ' +
        "at once break messaging there. Say OutlookWebTrust.unifiedMessaging() when Unified Messaging with a SIP URI dial " +
        "plan runs on the same servers, otherwise OutlookWebTrust.trustedPool.",
    ],
    [
      "the name of an override, which Exchange Server 2013 does not have",
      {
        version: ExchangeVersion.EXCHANGE_2013,
        trust: OutlookWebTrust.unifiedMessaging(),
        overrides: ["IM Override"],
      },
      '"overrideName" names a setting override, and Exchange Server 2013 takes the pool and the certificate from a file of ' +
        "each server: leave the property out.",
    ],
    [
      "a pool of Lync Server 2013",
      { pool: ServerVersion.LYNC_2013 },
      "error HYB-EXC-064 Exchange Server 2019 takes messaging from sfb01.contoso.local, a pool of Lync Server 2013, which " +
        "is not supported with it. Name a Front End pool of Skype for Business Server 2015 or later as `pool`, or remove " +
        "the construct.",
    ],
    [
      "no servers",
      { servers: [] },
      '"servers" is empty: settings are written for the servers that are named. Name every Exchange server that people reach ' +
        "Outlook on the web on, such as ex01.contoso.local.",
    ],
    [
      "a server named twice",
      { servers: ["ex01.contoso.local", "EX01.contoso.local"] },
      '"servers" names ex01.contoso.local twice: remove one of the two.',
    ],
    [
      "two servers that Exchange cannot tell apart",
      { servers: ["ex01.contoso.local", "ex01.emea.contoso.local"] },
      '"servers" names ex01.contoso.local and ex01.emea.contoso.local, and Exchange knows a server by its short name only, ' +
        "which is ex01 for both: correct one of them, or remove it.",
    ],
    [
      "the thumbprint of the documents, which is none",
      { thumbprint: "NKT34A740E9D225A1A06193A9D44B2CE22771080" },
      '"certificateThumbprint" must be the thumbprint of a certificate, got "NKT34A740E9D225A1A06193A9D44B2CE22771080": it ' +
        "is not 40 digits 0-9 and A-F. Copy it from Get-ExchangeCertificate.",
    ],
    [
      "an override without a name",
      { overrides: [" "] },
      '"overrideName" must be the name of a setting override in printable ASCII, 1 to 64 characters, got " ": copy it from ' +
        "Get-SettingOverride, or leave it out.",
    ],
  ])("is refused with %s", (_what, options, reason) => {
    expect(refusalOf(options)).toContain(reason);
  });

  test("is one with the certificate, however its thumbprint was copied", () => {
    expect(parseThumbprint("t", "0f4e2202 12440250 f92b9cea 7fd8d40b a51374b0")).toBe(NEW_CERTIFICATE);
    expect(() => parseThumbprint("t", `\u200e${NEW_CERTIFICATE}`)).toThrow("a character that is not seen or not ASCII");
  });

  test("shows in the runbook who does it, where, by which calls, and what stops meanwhile", () => {
    const page = readFileSync(join(synthExchange().onprem, "RUNBOOK.md"), "utf8");
    expect(page).toContain("Exchange Management Shell");
    expect(page).toContain("Who: Exchange administrator. Where: `ex01.contoso.local`.");
    expect(page).toContain("New-SettingOverride -Name 'IM Override' -Component 'OwaServer'");
    expect(page).toContain("Get-ExchangeDiagnosticInfo -Server 'ex02'");
    expect(page).toContain("Outlook on the web, server by server, while its application pool restarts");
    expect(page).not.toMatch(/(^|\s)\\(New|Get)-/m);
  });

  test("says of Subscription Edition that no document confirms it", () => {
    const manifest = (version: ExchangeVersion): string =>
      readFileSync(join(synthExchange({ version }).onprem, "manifest.json"), "utf8");
    expect(manifest(ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION)).toContain(
      "is configured as Exchange Server 2019 is",
    );
    expect(manifest(ExchangeVersion.EXCHANGE_2019)).not.toContain("is configured as Exchange Server 2019 is");
  });
});

describe("the pool behind Outlook on the web", () => {
  const outlookWebMessagings = [
    {
      source: "contoso/hybrid/owa-im",
      overrideName: "IM Override",
      exchange: "contoso/hybrid/exchange",
      exchangeVersion: "Exchange Server 2016",
      exchangeOrder: 2016,
      pool: POOL.fqdn,
      trustedPool: undefined,
    },
  ];

  test("is refused when it runs Lync Server 2013", () => {
    expect(violations(OUTLOOK_WEB_NEEDS_SKYPE, { outlookWebMessagings })).toEqual([
      expect.objectContaining({ subject: POOL.fqdn, source: "contoso/hybrid/owa-im" }),
    ]);
  });

  test("is right when it runs Skype for Business Server", () => {
    const frontEndPools = [{ ...POOL, ...OF_2015 }];
    expect(violations(OUTLOOK_WEB_NEEDS_SKYPE, { outlookWebMessagings, frontEndPools })).toEqual([]);
  });

  test("is nobody's business where messaging is not declared", () => {
    expect(violations(OUTLOOK_WEB_NEEDS_SKYPE)).toEqual([]);
  });

  test("may be one of Lync Server 2013 beside Exchange Server 2013", () => {
    const old = outlookWebMessagings.map((fact) => ({ ...fact, exchangeOrder: 2013 }));
    expect(violations(OUTLOOK_WEB_NEEDS_SKYPE, { outlookWebMessagings: old })).toEqual([]);
  });

  const known = outlookWebMessagings.map((fact) => ({ ...fact, trustedPool: "mail.contoso.com" }));
  const unifiedMessagings = [{ source: "contoso/hybrid/um", exchange: "contoso/hybrid/exchange", dialPlans: ["HQ"] }];

  test("does not know the same Exchange twice: Unified Messaging there, and a trusted application pool", () => {
    const found = violations(OUTLOOK_WEB_KNOWN_TWICE, { outlookWebMessagings: known, unifiedMessagings });
    expect(found.map(({ message }) => message)).toEqual([
      "The trusted application pool mail.contoso.com is declared, and contoso/hybrid/um declares Unified Messaging on the " +
        "same Exchange servers.",
    ]);
  });

  test("knows it by a trusted application pool, or by Unified Messaging alone", () => {
    expect(violations(OUTLOOK_WEB_KNOWN_TWICE, { outlookWebMessagings: known })).toEqual([]);
    expect(violations(OUTLOOK_WEB_KNOWN_TWICE, { outlookWebMessagings, unifiedMessagings })).toEqual([]);
  });

  test.each([
    [{ fqdn: "mail.contoso.com", siteId: "Site:HQ" }, '"siteId" must be the bare name of a site'],
    [
      { fqdn: "mail.contoso.com", siteId: "HQ", port: 70000 },
      '"port" must be the number of a port, 1 to 65535, got 70000',
    ],
  ])("is told of Exchange by %j only when that can be", (props, reason) => {
    expect(() => OutlookWebTrust.trustedPool(props)).toThrow(reason);
  });
});
