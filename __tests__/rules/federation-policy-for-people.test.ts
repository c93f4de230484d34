import { FEDERATION_POLICY_FOR_PEOPLE } from "../../lib/rules/federation-policy-for-people";
import { EDGE_FEDERATION, violations } from "./model-fixture";

const POLICY = {
  source: "contoso/hybrid/external-access",
  side: "on-premises" as const,
  identity: "Global",
  federation: false,
  outside: true,
};

describe("the external access policy", () => {
  test.each([["on-premises" as const], ["online" as const]])("is warned of when it shuts out partners (%s)", (side) => {
    expect(violations(FEDERATION_POLICY_FOR_PEOPLE, { externalAccessPolicies: [{ ...POLICY, side }] })).toEqual([
      {
        subject: `${side} Global`,
        message: `Partners are let in, but the external access policy Global (${side}) lets nobody talk to them.`,
        fix: "Set `federation` of the policy to true, or declare FederationPolicy.none().",
        source: "contoso/hybrid/external-access",
      },
    ]);
  });

  test("may shut out partners where nobody is let in, and may be left to others", () => {
    const edgeFederations = [{ ...EDGE_FEDERATION, mode: "none" as const }];
    expect(violations(FEDERATION_POLICY_FOR_PEOPLE, { edgeFederations, externalAccessPolicies: [POLICY] })).toEqual([]);
    expect(violations(FEDERATION_POLICY_FOR_PEOPLE)).toEqual([]);
  });
});
