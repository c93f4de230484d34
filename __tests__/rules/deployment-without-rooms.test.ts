import { DEPLOYMENT_WITHOUT_ROOMS } from "../../lib/rules/deployment-without-rooms";
import { judge } from "../../lib/rules";
import { DEPLOYED_SPACE, emptyModel, TENANT, violations } from "./model-fixture";

describe("a deployment without rooms", () => {
  test("is refused", () => {
    expect(DEPLOYMENT_WITHOUT_ROOMS.check(emptyModel())).toEqual([
      {
        subject: "deployment",
        message: "The deployment declares no pool, no Edge, no SIP domain and no tenant.",
        fix: "Create the parts with the HybridDeployment as scope; to take everything back, acknowledge HYB-DEP-101.",
        source: "the whole deployment",
      },
    ]);
  });

  test("is refused with what would be taken back", () => {
    expect(DEPLOYMENT_WITHOUT_ROOMS.check(emptyModel({ deployed: DEPLOYED_SPACE }))[0]?.message).toBe(
      "The deployment declares no pool, no Edge, no SIP domain and no tenant, and what the baseline holds would be " +
        "taken back: CsHostingProvider Office365, CsTenantFederationConfiguration Global.",
    );
  });

  test("is one mistake, not one for every part that is missing", () => {
    expect(judge(emptyModel()).map(({ rule }) => rule)).toEqual(["HYB-DEP-101"]);
  });

  test("may be accepted, to take everything back", () => {
    expect(DEPLOYMENT_WITHOUT_ROOMS.unacceptable).toBeUndefined();
  });

  test("is no deployment that declares anything at all", () => {
    expect(violations(DEPLOYMENT_WITHOUT_ROOMS)).toEqual([]);
    expect(DEPLOYMENT_WITHOUT_ROOMS.check(emptyModel({ tenants: [TENANT] }))).toEqual([]);
  });
});
