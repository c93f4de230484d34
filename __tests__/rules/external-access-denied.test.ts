import { EXTERNAL_ACCESS_DENIED } from "../../lib/rules/external-access-denied";
import { EDGE_FEDERATION, MAY_FEDERATE, TENANT_FEDERATION, violations } from "./model-fixture";

const denied = MAY_FEDERATE.externalAccessPolicies.map((policy) => ({ ...policy, federation: false }));

describe("an external access policy that forbids federation", () => {
  test("is odd beside a federation that somebody declared: warned on each side", () => {
    const [servers, tenant, ...rest] = violations(EXTERNAL_ACCESS_DENIED, { externalAccessPolicies: denied });
    expect(rest).toEqual([]);
    expect(servers?.message).toBe(
      "Federation is declared for the servers, and its external access policy Global forbids it: nobody talks to partners " +
        "there who has no policy of their own.",
    );
    expect(servers?.source).toBe("contoso/hybrid/on-premises-policy");
    expect(tenant?.subject).toBe("the tenant");
    expect(tenant?.fix).toContain("acknowledge HYB-FED-101");
  });

  test("is right where nobody shall federate", () => {
    const none = { mode: "none" as const, allowed: [], blocked: [] };
    expect(
      violations(EXTERNAL_ACCESS_DENIED, {
        externalAccessPolicies: denied,
        edgeFederations: [{ ...EDGE_FEDERATION, ...none }],
        tenantFederations: [{ ...TENANT_FEDERATION, ...none }],
      }),
    ).toEqual([]);
  });

  test("is no matter where people may, or no policy is declared", () => {
    expect(violations(EXTERNAL_ACCESS_DENIED, MAY_FEDERATE)).toEqual([]);
    expect(violations(EXTERNAL_ACCESS_DENIED)).toEqual([]);
  });
});
