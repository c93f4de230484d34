import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FeatureId } from "../../lib/features/feature";
import { featureReport, GroupEntry } from "../../lib/features/feature-report";
import { DeploymentModel } from "../../lib/model/deployment-model";
import { featuresSection } from "../../lib/runbook/features-section";
import { synthContoso } from "../instruments/contoso";
import {
  ARCHIVE,
  CONTACT_STORE,
  contosoModel,
  EXCHANGE,
  EXCHANGE_ONLINE,
  FARM,
  OF_2019,
  POOL,
  SHAREPOINT,
  SKILL_SEARCH,
  VOICEMAIL_POLICY,
} from "../rules/model-fixture";

const SECOND = { ...POOL, ...OF_2019, fqdn: "sfb01.contoso.local" };

function groups(overrides: Partial<DeploymentModel>): readonly GroupEntry[] {
  return featureReport(contosoModel(overrides)).groups;
}

/** Of the people on the pool of main.ts. */
function state(id: FeatureId, overrides: Partial<DeploymentModel>, at = 0): string | undefined {
  return groups(overrides)[at]?.features.find((feature) => feature.id === id)?.state;
}

function page(overrides: Partial<DeploymentModel>): string {
  return featuresSection(featureReport(contosoModel(overrides))).join("\n");
}

describe("the groups of people", () => {
  test("are every home with every mailbox and every SharePoint that is declared", () => {
    const found = groups({
      frontEndPools: [SECOND, POOL],
      exchangeConnections: [EXCHANGE],
      exchangeOnlines: [EXCHANGE_ONLINE],
      sharePointServers: [SHAREPOINT],
      sharePointOnlines: [{ source: "contoso/hybrid/online" }],
    }).map(({ home, mailbox, sharePoint }) => `${home} / ${mailbox} / ${sharePoint}`);
    expect(found).toHaveLength(12);
    expect(found.slice(0, 3)).toEqual([
      "Lync Server 2013 / Exchange Server 2013 / SharePoint Server 2013",
      "Lync Server 2013 / Exchange Server 2013 / SharePoint Online",
      "Lync Server 2013 / Exchange Online / SharePoint Server 2013",
    ]);
    expect(found.at(-1)).toBe("Microsoft 365 / Exchange Online / SharePoint Online");
  });

  test("have no cloud where neither a tenant nor a shared address space is declared", () => {
    const alone = { exchangeConnections: [EXCHANGE], tenants: [], sharedAddressSpaces: [] };
    expect(groups(alone).map(({ home }) => home)).toEqual(["Lync Server 2013"]);
  });

  test("are none where there is nothing to integrate with", () => {
    expect(groups({})).toEqual([]);
    expect(page({})).toContain("No Exchange, SharePoint or Office Web Apps farm is declared");
    expect(page({})).not.toContain("|");
  });

  test("have no rows for a SharePoint that nobody declared", () => {
    const [first] = groups({ exchangeConnections: [EXCHANGE] });
    expect(first?.features.map(({ id }) => id)).not.toContain("skill-search");
    expect(first?.sharePoint).toBeNull();
  });
});

describe("whether a feature works in this deployment", () => {
  const needs: readonly (readonly [FeatureId, Partial<DeploymentModel>, Partial<DeploymentModel>])[] = [
    ["contact-store", { exchangeConnections: [EXCHANGE] }, { contactStores: [CONTACT_STORE] }],
    ["archive", { exchangeConnections: [EXCHANGE] }, { exchangeArchives: [ARCHIVE] }],
    ["photo", { exchanges: [exchange2013()] }, { exchangeConnections: [EXCHANGE] }],
    ["skill-search", { sharePointServers: [SHAREPOINT] }, { skillSearches: [SKILL_SEARCH] }],
    [
      "discovery",
      { exchangeConnections: [EXCHANGE], sharePointServers: [SHAREPOINT] },
      { sharePointDiscoveries: [{ source: "contoso/hybrid/discovery", sharePoint: SHAREPOINT.url }] },
    ],
    ["voicemail", { exchangeOnlines: [EXCHANGE_ONLINE] }, { hostedVoicemailPolicies: [VOICEMAIL_POLICY] }],
    [
      "web-presence",
      { hostedVoicemailPolicies: [VOICEMAIL_POLICY] },
      { exchangeOnlines: [EXCHANGE_ONLINE], hostedVoicemailPolicies: [VOICEMAIL_POLICY] },
    ],
    ["powerpoint", { exchangeConnections: [EXCHANGE] }, { officeWebAppsFarms: [FARM] }],
  ];

  test.each(needs)("%s does only once what it needs is declared", (id, without, added) => {
    expect(state(id, without)).toBe("supported, not declared here");
    expect(state(id, { ...without, ...added })).toBe("works");
  });

  test("does not count what is declared through another Exchange, or forbidden", () => {
    const stores = { exchangeConnections: [EXCHANGE], contactStores: [{ ...CONTACT_STORE, allowed: false }] };
    expect(state("contact-store", stores)).toBe("supported, not declared here");
    const elsewhere = [{ ...CONTACT_STORE, connection: "contoso/hybrid/other" }];
    expect(state("contact-store", { ...stores, contactStores: elsewhere })).toBe("supported, not declared here");
    const nothing = [{ ...ARCHIVE, content: "None" }];
    expect(state("archive", { exchangeConnections: [EXCHANGE], exchangeArchives: nothing })).toBe(
      "supported, not declared here",
    );
  });

  test("counts a voicemail policy only for the pools that it names", () => {
    const policy = [{ ...VOICEMAIL_POLICY, pools: [SECOND.fqdn] }];
    const both = { frontEndPools: [POOL, SECOND], hostedVoicemailPolicies: policy };
    expect(state("voicemail", both, 0)).toBe("supported, not declared here");
    expect(state("voicemail", both, 1)).toBe("works");
  });

  test("says for whom, where it is not for everybody", () => {
    const pilot = [{ ...CONTACT_STORE, allowed: false, pilotPolicy: "Pilot" }];
    expect(page({ exchangeConnections: [EXCHANGE], contactStores: pilot })).toContain(
      "for people with the policy Pilot",
    );
    const more = [POOL, { ...POOL, fqdn: "lync02.contoso.local" }];
    expect(page({ frontEndPools: more, officeWebAppsFarms: [FARM] })).toContain("for people on lync01.contoso.local");
  });
});

describe("the section of the runbook", () => {
  const some = {
    exchangeConnections: [EXCHANGE],
    exchangeOnlines: [EXCHANGE_ONLINE],
    hostedVoicemailPolicies: [VOICEMAIL_POLICY],
  };

  test("has a column a group, a row a feature, and a legend", () => {
    const lines = page(some).split("\n");
    expect(lines[2]).toBe(
      "|  | Lync Server 2013, Exchange Server 2013 | Lync Server 2013, Exchange Online | " +
        "Microsoft 365, Exchange Server 2013 | Microsoft 365, Exchange Online |",
    );
    expect(lines).toContain("| Presence in Outlook | y | y | y UNVERIFIED (1) | y UNVERIFIED (1) |");
    expect(lines.find((line) => line.startsWith("| Lamp"))).toBe(
      "| Lamp for a waiting message on the phone | ? | ? | ? | ? |",
    );
    expect(page(some)).toContain("1. written for Skype for Business Online, which was retired in 2021");
  });

  test("is one table a home where the groups would not fit beside each other", () => {
    const many = { ...some, frontEndPools: [POOL, SECOND], sharePointServers: [SHAREPOINT, sharePoint2019()] };
    expect(page(many).match(/^\|  \|/gm)).toHaveLength(3);
    expect(page(some).match(/^\|  \|/gm)).toHaveLength(1);
  });

  test("shows a name as text, whatever is in it", () => {
    const hostile = [{ ...EXCHANGE, exchange: "<b>Exchange</b> | [x](http://evil)" }];
    const text = page({ exchangeConnections: hostile });
    expect(text).not.toContain("<b>");
    expect(text).toContain("\\<b\\>");
  });
});

test("a synthesis writes it after the plan and as data, and neither is a byte that is approved", () => {
  const { onprem } = synthContoso();
  const read = (name: string): string => readFileSync(join(onprem, name), "utf8");
  const headings = read("RUNBOOK.md").match(/^## .*$/gm);
  expect(headings?.slice(0, 2)).toEqual(["## The plan on a page", "## What works for whom"]);
  expect(JSON.parse(read("features.json"))).toEqual({ schema: 1, groups: [] });
  expect(read("checksums.json")).not.toContain("features.json");
});

function exchange2013(): DeploymentModel["exchanges"][number] {
  return {
    source: "contoso/hybrid/servers",
    version: "Exchange Server 2013",
    versionOrder: 2013,
    managementHost: "mail.contoso.local",
    servers: ["mail.contoso.local"],
  };
}

function sharePoint2019(): typeof SHAREPOINT {
  return { ...SHAREPOINT, version: "SharePoint Server 2019", url: "https://new.contoso.local" };
}
