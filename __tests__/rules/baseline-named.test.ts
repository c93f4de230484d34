import { BASELINE_NAMED } from "../../lib/rules/baseline-named";
import { emptyModel, TENANT, violations } from "./model-fixture";

describe("a deployment without a baseline", () => {
  test("is warned: nothing would ever be taken back", () => {
    const [violation] = BASELINE_NAMED.check(emptyModel({ tenants: [TENANT], baselines: [] }));
    expect(violation?.message).toContain("never taken back");
    expect(violation?.fix).toContain('deployed: "deployed/<stack>.json"');
  });

  test("is none that names one", () => {
    expect(violations(BASELINE_NAMED)).toEqual([]);
  });
});
