import { EXTERNAL_ACCESS_UNDECLARED } from "../../lib/rules/external-access-undeclared";
import { EDGE_FEDERATION, MAY_FEDERATE, messages, TENANT_FEDERATION, violations } from "./model-fixture";

describe("federation without an external access policy", () => {
  test("is noted for each side that federates", () => {
    expect(messages(EXTERNAL_ACCESS_UNDECLARED)).toEqual([
      "Federation is declared for the servers, but not who may use it: the external access policy stays as it is found.",
      "Federation is declared for the tenant, but not who may use it: the external access policy stays as it is found.",
    ]);
    expect(violations(EXTERNAL_ACCESS_UNDECLARED)[1]?.fix).toContain("declare OnlineExternalAccessPolicy");
  });

  test("is noted for the side that lacks it only", () => {
    const [first] = MAY_FEDERATE.externalAccessPolicies;
    const found = violations(EXTERNAL_ACCESS_UNDECLARED, {
      externalAccessPolicies: first === undefined ? [] : [first],
    });
    expect(found.map(({ subject, source }) => [subject, source])).toEqual([
      ["the tenant", "contoso/hybrid/tenant-federation"],
    ]);
  });

  test("is no matter where the policy is declared, or nobody federates", () => {
    expect(violations(EXTERNAL_ACCESS_UNDECLARED, MAY_FEDERATE)).toEqual([]);
    const none = { mode: "none" as const, allowed: [], blocked: [] };
    expect(
      violations(EXTERNAL_ACCESS_UNDECLARED, {
        edgeFederations: [{ ...EDGE_FEDERATION, ...none }],
        tenantFederations: [{ ...TENANT_FEDERATION, ...none }],
      }),
    ).toEqual([]);
  });
});
