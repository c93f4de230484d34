import { EQUAL_ALLOW_LISTS } from "../../lib/rules/equal-allow-lists";
import { EDGE_FEDERATION, messages, TENANT_FEDERATION, violations } from "./model-fixture";

const tenantAllows = (allowed: string[]): { tenantFederations: [typeof TENANT_FEDERATION] } => ({
  tenantFederations: [{ ...TENANT_FEDERATION, allowed }],
});

describe("the allow lists", () => {
  test("refuse a partner that is allowed on one side only, and say on which", () => {
    expect(messages(EQUAL_ALLOW_LISTS, tenantAllows(["adatum.com", "fabrikam.com"]))).toEqual([
      "The allow lists of edge01.contoso.local and of contoso.onmicrosoft.com differ: only on edge01.contoso.local: " +
        "wingtip.com; only on contoso.onmicrosoft.com: adatum.com.",
    ]);
  });

  test("name a few domains when thousands differ", () => {
    const many = Array.from({ length: 3000 }, (_, index) => `partner${index}.example`);
    const [message] = messages(EQUAL_ALLOW_LISTS, tenantAllows(["fabrikam.com", "wingtip.com", ...many]));
    expect(message).toMatch(/partner4\.example and 2995 more\.$/);
  });

  test("are equal although a direct partner's proxy has no online twin", () => {
    expect(violations(EQUAL_ALLOW_LISTS)).toEqual([]);
  });

  test("are not compared when the tenant is open: it has none, and the Edge may trust partners beyond discovery", () => {
    const edgeFederations = [{ ...EDGE_FEDERATION, mode: "open" as const }];
    const tenantFederations = [{ ...TENANT_FEDERATION, mode: "open" as const, allowed: [] }];
    expect(violations(EQUAL_ALLOW_LISTS, { edgeFederations, tenantFederations })).toEqual([]);
  });

  test("refuse a partner that one side still allows although nobody shall federate", () => {
    const edgeFederations = [{ ...EDGE_FEDERATION, mode: "none" as const }];
    const tenantFederations = [{ ...TENANT_FEDERATION, mode: "none" as const, allowed: [] }];
    expect(messages(EQUAL_ALLOW_LISTS, { edgeFederations, tenantFederations })[0]).toContain(
      "only on edge01.contoso.local: fabrikam.com, wingtip.com",
    );
  });

  test("are equal in any order", () => {
    expect(violations(EQUAL_ALLOW_LISTS, tenantAllows(["wingtip.com", "fabrikam.com"]))).toEqual([]);
  });
});
