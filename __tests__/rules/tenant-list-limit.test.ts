import { TENANT_LIST_LIMIT } from "../../lib/rules/tenant-list-limit";
import { messages, TENANT_FEDERATION, violations } from "./model-fixture";

const domains = (count: number): string[] => Array.from({ length: count }, (_, index) => `partner${index}.example`);

describe("the lists of the tenant", () => {
  test("refuse the 4,001st domain, each list for itself", () => {
    const tenantFederations = [{ ...TENANT_FEDERATION, allowed: domains(4001), blocked: domains(5000) }];
    expect(messages(TENANT_LIST_LIMIT, { tenantFederations })).toEqual([
      "contoso.onmicrosoft.com has 4001 allowed domains, and holds at most 4000.",
      "contoso.onmicrosoft.com has 5000 blocked domains, and holds at most 4000.",
    ]);
  });

  test("take 4,000 of each", () => {
    const tenantFederations = [{ ...TENANT_FEDERATION, allowed: domains(4000), blocked: domains(4000) }];
    expect(violations(TENANT_LIST_LIMIT, { tenantFederations })).toEqual([]);
  });

  test("cannot be stretched by an acknowledgement", () => {
    expect(TENANT_LIST_LIMIT.unacceptable).toBe("the cmdlet refuses a longer list.");
  });
});
