import { stepFileName, stepId } from "../../lib/onprem/step-id";

describe("the id of a step", () => {
  test("is the subject, readable as a path and as a file name", () => {
    expect(stepId("x", "CsHostingProvider", "Exchange Online")).toBe("CsHostingProvider/Exchange-Online");
    const id = stepId("x", "CsTenantFederationConfiguration", "Global", "shared-sip-address-space");
    expect(stepFileName(id)).toBe("CsTenantFederationConfiguration.Global.shared-sip-address-space");
  });

  test.each([
    ["is empty", "", /it is empty/],
    ["is a device of Windows", "NUL", /reserves that name/],
    ["is a device with an extension", "con.txt", /reserves that name/],
    ["ends in a dot, which Windows drops", "contoso.com.", /trailing dot/],
  ])("is refused when a piece %s", (_what, subject, reason) => {
    expect(() => stepId("contoso/hybrid/x", "CsSipDomain", subject)).toThrow(reason);
  });

  test("is refused when it is longer than 100 characters: names are never cut", () => {
    expect(() => stepId("x", "CsSipDomain", "a".repeat(90))).toThrow(/at most 100/);
  });

  test("names the property that helps", () => {
    expect(() => stepId("contoso/hybrid/x", "CsSipDomain", "NUL")).toThrow(
      /"contoso\/hybrid\/x".*set the "key" property/,
    );
  });
});
