import { NO_ONMICROSOFT_SIP_DOMAIN } from "../../lib/rules/no-onmicrosoft-sip-domain";
import { SIP_DOMAIN, violations } from "./model-fixture";

const named = (name: string): typeof SIP_DOMAIN => ({ ...SIP_DOMAIN, name });

describe("a SIP domain below onmicrosoft.com", () => {
  test("is warned about", () => {
    const found = violations(NO_ONMICROSOFT_SIP_DOMAIN, { sipDomains: [SIP_DOMAIN, named("contoso.onmicrosoft.com")] });
    expect(found.map(({ subject }) => subject)).toEqual(["contoso.onmicrosoft.com"]);
    expect(found[0]?.message).toContain("nobody can find the Edge by it");
    expect(NO_ONMICROSOFT_SIP_DOMAIN.severity).toBe("warning");
  });

  test("is not one that only ends alike", () => {
    expect(violations(NO_ONMICROSOFT_SIP_DOMAIN, { sipDomains: [named("notonmicrosoft.com")] })).toEqual([]);
    expect(violations(NO_ONMICROSOFT_SIP_DOMAIN)).toEqual([]);
  });
});
