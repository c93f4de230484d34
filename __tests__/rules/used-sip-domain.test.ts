import { USED_SIP_DOMAIN } from "../../lib/rules/used-sip-domain";
import { messages, POOL, violations } from "./model-fixture";

const deployed = [
  { id: "CsSipDomain/contoso.com", noun: "CsSipDomain", identity: "contoso.com", after: [] },
  { id: "CsSipDomain/fabrikam.com", noun: "CsSipDomain", identity: "fabrikam.com", after: [] },
];

describe("a SIP domain of the baseline that is no longer declared", () => {
  test("is warned about while people are homed on-premises", () => {
    expect(violations(USED_SIP_DOMAIN, { deployed })).toEqual([
      {
        subject: "fabrikam.com",
        message:
          "fabrikam.com is no longer declared and would be taken back, and 60 people are homed on-premises: the server " +
          "refuses to remove it while one SIP address is in it.",
        fix:
          'Run Get-CsUser | Where-Object { $_.SipAddress -like "*@fabrikam.com" }, give whom it finds another address ' +
          "first, or declare the SipDomain again.",
        source: "contoso/hybrid/lync01",
      },
    ]);
    expect(USED_SIP_DOMAIN.severity).toBe("warning");
  });

  test.each([
    ["were not counted", [{ ...POOL, homedUsers: undefined }], "homed on lync01.contoso.local is not declared"],
    ["have no declared pool", [], "no pool is declared that would say whether people are homed there"],
  ])("is warned about while its people %s", (_what, frontEndPools, words) => {
    expect(messages(USED_SIP_DOMAIN, { deployed, frontEndPools })[0]).toContain(words);
  });

  test("may go when nobody is homed on-premises", () => {
    expect(violations(USED_SIP_DOMAIN, { deployed, frontEndPools: [{ ...POOL, homedUsers: 0 }] })).toEqual([]);
  });

  test("is no other object of the baseline", () => {
    const other = [{ id: "CsHostingProvider/Office365", noun: "CsHostingProvider", identity: "Office365", after: [] }];
    expect(violations(USED_SIP_DOMAIN, { deployed: other })).toEqual([]);
  });
});
