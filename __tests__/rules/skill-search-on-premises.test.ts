import { SKILL_SEARCH_ON_PREMISES } from "../../lib/rules/skill-search-on-premises";
import { messages, POOL, SHAREPOINT, SKILL_SEARCH, violations } from "./model-fixture";

const right = { sharePointServers: [SHAREPOINT], skillSearches: [SKILL_SEARCH] };

describe("skill search", () => {
  test("is right with a SharePoint on-premises and people on-premises", () => {
    expect(violations(SKILL_SEARCH_ON_PREMISES, right)).toEqual([]);
    const unknown = [{ ...POOL, homedUsers: undefined }];
    expect(violations(SKILL_SEARCH_ON_PREMISES, { ...right, frontEndPools: unknown })).toEqual([]);
  });

  test.each(["https://contoso.sharepoint.com", "https://contoso.sharepoint.us", "https://contoso.sharepoint-mil.us"])(
    "is refused with %s, which is SharePoint Online",
    (url) => {
      const online = {
        sharePointServers: [{ ...SHAREPOINT, url }],
        skillSearches: [{ ...SKILL_SEARCH, sharePoint: url }],
      };
      expect(messages(SKILL_SEARCH_ON_PREMISES, online)).toEqual([
        `Skill search would ask ${url}, which is SharePoint Online.`,
      ]);
    },
  );

  test("is refused when one of its addresses is SharePoint Online", () => {
    const urls = ["https://contoso.sharepoint.com/_vti_bin/search.asmx"];
    expect(messages(SKILL_SEARCH_ON_PREMISES, { ...right, skillSearches: [{ ...SKILL_SEARCH, urls }] }).length).toBe(1);
  });

  test("is allowed at a host that only sounds like it", () => {
    const url = "https://oursharepoint.com";
    const own = { sharePointServers: [{ ...SHAREPOINT, url }], skillSearches: [{ ...SKILL_SEARCH, sharePoint: url }] };
    expect(violations(SKILL_SEARCH_ON_PREMISES, own)).toEqual([]);
  });

  test("is refused at a SharePoint that nobody declared", () => {
    const [only] = violations(SKILL_SEARCH_ON_PREMISES, { skillSearches: [SKILL_SEARCH] });
    expect(only?.fix).toBe("Declare the SharePointServer https://portal.contoso.local in the same HybridDeployment.");
  });

  test("is refused when it is declared that nobody is homed on-premises", () => {
    const frontEndPools = [{ ...POOL, homedUsers: 0 }];
    const [only] = violations(SKILL_SEARCH_ON_PREMISES, { ...right, frontEndPools });
    expect(only?.fix).toContain("nobody who is homed online can use it");
  });
});
