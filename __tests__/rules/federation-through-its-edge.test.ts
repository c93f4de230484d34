import { FEDERATION_THROUGH_ITS_EDGE } from "../../lib/rules/federation-through-its-edge";
import { EDGE_FEDERATION, EDGE_POOL, messages, violations } from "./model-fixture";

describe("the federation of the Edge", () => {
  test("refuses an Edge pool that has none", () => {
    expect(messages(FEDERATION_THROUGH_ITS_EDGE, { edgePools: [{ ...EDGE_POOL, federation: false }] })).toEqual([
      "The federation of the Edge names edge01.contoso.local, which is declared with federation: false.",
    ]);
  });

  test("refuses an Edge pool of another deployment", () => {
    const edgeFederations = [{ ...EDGE_FEDERATION, edgePool: "edge01.fabrikam.local" }];
    expect(messages(FEDERATION_THROUGH_ITS_EDGE, { edgeFederations })).toEqual([
      "The federation of the Edge names edge01.fabrikam.local, which is no Edge pool of this deployment.",
    ]);
  });

  test("goes through the Edge pool that has it", () => {
    expect(violations(FEDERATION_THROUGH_ITS_EDGE)).toEqual([]);
  });
});
