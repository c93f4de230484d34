import { SAME_FEDERATION_MODEL } from "../../lib/rules/same-federation-model";
import { EDGE_FEDERATION, TENANT_FEDERATION, violations } from "./model-fixture";

describe("the model of federation", () => {
  test("refuses a closed Edge before an open tenant", () => {
    const tenantFederations = [{ ...TENANT_FEDERATION, mode: "open" as const }];
    expect(violations(SAME_FEDERATION_MODEL, { tenantFederations })).toEqual([
      {
        subject: "contoso.onmicrosoft.com",
        message:
          "edge01.contoso.local is closed and contoso.onmicrosoft.com is open: a partner would reach people on one side " +
          "and not on the other.",
        fix: "Decide for one model and pass the EdgeFederation as `matching` to the TenantFederation.",
        source: "contoso/hybrid/edge, contoso/hybrid/tenant-federation",
      },
    ]);
  });

  test("is the same on both sides", () => {
    const edgeFederations = [{ ...EDGE_FEDERATION, mode: "open" as const }];
    const tenantFederations = [{ ...TENANT_FEDERATION, mode: "open" as const }];
    expect(violations(SAME_FEDERATION_MODEL, { edgeFederations, tenantFederations })).toEqual([]);
    expect(violations(SAME_FEDERATION_MODEL)).toEqual([]);
  });

  test("is not judged where one half is not declared", () => {
    expect(violations(SAME_FEDERATION_MODEL, { tenantFederations: [] })).toEqual([]);
  });
});
