import { SHARED_DOMAINS_DECLARED } from "../../lib/rules/shared-domains-declared";
import { messages, SHARED_SPACE, violations } from "./model-fixture";

describe("what is shared", () => {
  test("refuses a SIP domain of another deployment", () => {
    const sharedAddressSpaces = [{ ...SHARED_SPACE, domains: ["contoso.com", "fabrikam.com"] }];
    expect(messages(SHARED_DOMAINS_DECLARED, { sharedAddressSpaces })).toEqual([
      "The address space shared with contoso.onmicrosoft.com names fabrikam.com, which this deployment does not declare.",
    ]);
  });

  test("is a declared SIP domain", () => {
    expect(violations(SHARED_DOMAINS_DECLARED)).toEqual([]);
  });
});
