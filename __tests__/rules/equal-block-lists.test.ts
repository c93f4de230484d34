import { EQUAL_BLOCK_LISTS } from "../../lib/rules/equal-block-lists";
import { EDGE_FEDERATION, messages, TENANT_FEDERATION, violations } from "./model-fixture";

describe("the block lists", () => {
  test("refuse a domain that is blocked on the Edge only", () => {
    expect(messages(EQUAL_BLOCK_LISTS, { tenantFederations: [{ ...TENANT_FEDERATION, blocked: [] }] })).toEqual([
      "The block lists of edge01.contoso.local and of contoso.onmicrosoft.com differ: only on edge01.contoso.local: " +
        "tailspintoys.com.",
    ]);
  });

  test("refuse a domain that is blocked in the tenant only", () => {
    expect(messages(EQUAL_BLOCK_LISTS, { edgeFederations: [{ ...EDGE_FEDERATION, blocked: [] }] })).toEqual([
      "The block lists of edge01.contoso.local and of contoso.onmicrosoft.com differ: only on " +
        "contoso.onmicrosoft.com: tailspintoys.com.",
    ]);
  });

  test("are equal", () => {
    expect(violations(EQUAL_BLOCK_LISTS)).toEqual([]);
  });
});
