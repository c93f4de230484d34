import { ONE_DEFAULT_SIP_DOMAIN } from "../../lib/rules/one-default-sip-domain";
import { messages, SIP_DOMAIN, violations } from "./model-fixture";

const FABRIKAM = { source: "contoso/hybrid/fabrikam-com", name: "fabrikam.com", isDefault: true };

describe("the default SIP domain", () => {
  test("refuses a deployment with two default SIP domains", () => {
    expect(violations(ONE_DEFAULT_SIP_DOMAIN, { sipDomains: [SIP_DOMAIN, FABRIKAM] })).toEqual([
      {
        subject: "default SIP domain",
        message: "2 SIP domains are the default: contoso.com, fabrikam.com.",
        fix: "Declare the domain that Get-CsSipDomain shows with IsDefault True, with isDefault: true, and no other.",
        source: "contoso/hybrid/contoso-com, contoso/hybrid/fabrikam-com",
      },
    ]);
  });

  test("refuses a deployment whose SIP domains are none of them the default", () => {
    const sipDomains = [SIP_DOMAIN, FABRIKAM].map((domain) => ({ ...domain, isDefault: false }));
    expect(messages(ONE_DEFAULT_SIP_DOMAIN, { sipDomains })).toEqual([
      "None of contoso.com, fabrikam.com is the default.",
    ]);
  });

  test("names the domains that could be it when none is", () => {
    const sipDomains = [{ ...SIP_DOMAIN, isDefault: false }];
    expect(violations(ONE_DEFAULT_SIP_DOMAIN, { sipDomains })[0]?.source).toBe("contoso/hybrid/contoso-com");
  });

  test("refuses a deployment without a SIP domain", () => {
    expect(messages(ONE_DEFAULT_SIP_DOMAIN, { sipDomains: [] })).toEqual(["No SIP domain is declared."]);
  });

  test("stands beside any number of others", () => {
    const sipDomains = [SIP_DOMAIN, { ...FABRIKAM, isDefault: false }];
    expect(violations(ONE_DEFAULT_SIP_DOMAIN, { sipDomains })).toEqual([]);
  });
});
