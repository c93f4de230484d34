import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OnlineSipDomain } from "../../lib";
import { synthTenant, tenantDeployment } from "../instruments/tenant-rooms";

describe("a SIP domain of the tenant", () => {
  const { hybrid, tenant } = tenantDeployment();

  test.each(["", "  "])("is not disabled while nobody says why the loss is accepted (%p)", (acceptDataLoss) => {
    expect(() => OnlineSipDomain.disabled(hybrid, "no", { tenant, domain: "acquired.com", acceptDataLoss })).toThrow(
      /when acquired\.com is disabled online.*lose their SIP addresses, their contacts and meetings are deleted/,
    );
  });

  test("is refused when it is no domain name", () => {
    const loss = { tenant, domain: "anna@acquired.com", acceptDataLoss: "accepted" };
    expect(() => OnlineSipDomain.disabled(hybrid, "no", loss)).toThrow(/it is an address/);
    expect(() => OnlineSipDomain.enabled(hybrid, "no", { tenant, domain: "acquired" })).toThrow(/one label only/);
  });

  test("cannot be enabled and disabled at once", () => {
    expect(() => synthTenant({ enabled: ["acquired.com"], disabled: ["Acquired.com."] })).toThrow(
      /already|have the id/,
    );
  });

  test("that is disabled says how bad that is, what does not come back, and who accepted it", () => {
    const page = readFileSync(join(synthTenant({ disabled: ["acquired.com"] }), "RUNBOOK.md"), "utf8");
    expect(page).toMatch(/- Risk: critical: people in this domain who are provisioned online lose their SIP addresses/);
    expect(page).toMatch(/- Undo: with loss: .*contacts and meetings that were deleted do not come back/);
    expect(page).toContain("The loss is accepted in main.ts: its people have servers of their own");
    expect(page).toContain("MicrosoftTeams\\Disable-CsOnlineSipDomain -Domain 'acquired.com'");
  });
});
