import { PEOPLE_UNKNOWN_SHARING } from "../../lib/rules/people-unknown-sharing";
import { DEPLOYED_SPACE, messages, NOT_SHARED, POOL, violations } from "./model-fixture";

const ENDING = { ...NOT_SHARED, deployed: DEPLOYED_SPACE };
const UNCOUNTED = { ...POOL, homedUsers: undefined };

describe("sharing that ends with unknown people", () => {
  test("is warned about, with the pools that do not say", () => {
    expect(messages(PEOPLE_UNKNOWN_SHARING, { ...ENDING, frontEndPools: [UNCOUNTED] })).toEqual([
      "CsHostingProvider/Office365 and CsTenantFederationConfiguration/Global/shared-sip-address-space would be taken " +
        "back, and lync01.contoso.local does not say how many people are homed there: whoever is still there would be " +
        "cut off from the cloud.",
    ]);
    expect(PEOPLE_UNKNOWN_SHARING.severity).toBe("warning");
  });

  test("is warned about when no pool is declared any more", () => {
    expect(violations(PEOPLE_UNKNOWN_SHARING, { ...ENDING, frontEndPools: [] })[0]).toMatchObject({
      message: expect.stringContaining("and no pool is declared: whoever") as string,
      source: "the whole deployment",
    });
  });

  test("is another rule's business where people are counted", () => {
    expect(violations(PEOPLE_UNKNOWN_SHARING, ENDING)).toEqual([]);
  });

  test("is no matter while sharing goes on", () => {
    expect(violations(PEOPLE_UNKNOWN_SHARING, { deployed: DEPLOYED_SPACE, frontEndPools: [UNCOUNTED] })).toEqual([]);
  });
});
