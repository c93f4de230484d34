import { BLOCK_LIST_IGNORED_ONLINE } from "../../lib/rules/block-list-ignored-online";
import { judge } from "../../lib/rules";
import { contosoModel, messages, TENANT_FEDERATION, violations } from "./model-fixture";

describe("a block list in a closed tenant", () => {
  test("is the one finding of main.ts that is said, a warning", () => {
    expect(judge(contosoModel()).filter(({ severity }) => severity !== "info")).toEqual([
      {
        rule: "HYB-FED-019",
        severity: "warning",
        subject: "contoso.onmicrosoft.com",
        message:
          "contoso.onmicrosoft.com lets in allowed partners only, and beside an allow list the tenant ignores its block " +
          "list: online, tailspintoys.com stays out for not being allowed, not for being blocked.",
        fix:
          'Leave "blocked" out of the policy: what is not allowed is out on both sides. Or keep it for the day the ' +
          "federation is opened, and acknowledge HYB-FED-019 with that reason.",
        source: "contoso/hybrid/tenant-federation",
        accepted: null,
      },
    ]);
  });

  test("is named in few words when it is long", () => {
    const blocked = Array.from({ length: 9 }, (_, index) => `bad${index}.example`);
    expect(messages(BLOCK_LIST_IGNORED_ONLINE, { tenantFederations: [{ ...TENANT_FEDERATION, blocked }] })).toEqual([
      "contoso.onmicrosoft.com lets in allowed partners only, and beside an allow list the tenant ignores its block " +
        "list: online, bad0.example, bad1.example, bad2.example, bad3.example, bad4.example and 4 more stay out for not " +
        "being allowed, not for being blocked.",
    ]);
  });

  test("is no matter when it is empty, or the tenant is open", () => {
    expect(
      violations(BLOCK_LIST_IGNORED_ONLINE, { tenantFederations: [{ ...TENANT_FEDERATION, blocked: [] }] }),
    ).toEqual([]);
    const open = [{ ...TENANT_FEDERATION, mode: "open" as const }];
    expect(violations(BLOCK_LIST_IGNORED_ONLINE, { tenantFederations: open })).toEqual([]);
  });
});
