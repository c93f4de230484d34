import { ONE_TENANT } from "../../lib/rules/one-tenant";
import { emptyModel, messages, NOT_SHARED, SIP_DOMAIN, TENANT, TENANT_FEDERATION, violations } from "./model-fixture";

const SECOND = { source: "contoso/hybrid/second", initialDomain: "fabrikam.onmicrosoft.com", cloud: "commercial" };

describe("the tenant of a deployment", () => {
  test("is exactly one", () => {
    expect(violations(ONE_TENANT)).toEqual([]);
  });

  test("may be referred to twice", () => {
    expect(violations(ONE_TENANT, { tenants: [TENANT, { ...TENANT, source: "contoso/hybrid/again" }] })).toEqual([]);
  });

  test("refuses a deployment without a tenant", () => {
    expect(ONE_TENANT.check(emptyModel({ sipDomains: [SIP_DOMAIN] }))).toEqual([
      {
        subject: "tenant",
        message: "No tenant is declared.",
        fix: 'Refer to yours: OnlineTenant.fromInitialDomain(hybrid, "tenant", "<name>.onmicrosoft.com").',
        source: "the whole deployment",
      },
    ]);
  });

  test("refuses a deployment with two tenants, and names both", () => {
    expect(violations(ONE_TENANT, { tenants: [TENANT, SECOND] })[0]).toMatchObject({
      message: "2 tenants are named: contoso.onmicrosoft.com, fabrikam.onmicrosoft.com.",
      source: expect.stringContaining("contoso/hybrid/second, contoso/hybrid/shared-space") as string,
    });
  });

  test("refuses a federation with the tenant of another deployment", () => {
    const tenantFederations = [{ ...TENANT_FEDERATION, tenant: SECOND.initialDomain }];
    expect(messages(ONE_TENANT, { tenantFederations })).toEqual([
      "2 tenants are named: contoso.onmicrosoft.com, fabrikam.onmicrosoft.com.",
    ]);
    expect(messages(ONE_TENANT, { tenants: [], tenantFederations, ...NOT_SHARED })).toEqual([
      "No tenant is declared; fabrikam.onmicrosoft.com is used, but declared in another deployment.",
    ]);
  });

  test("refuses a coexistence mode or a domain of the tenant of another deployment", () => {
    const tenant = SECOND.initialDomain;
    const coexistenceModes = [{ source: "contoso/hybrid/mode", tenant, mode: "SfBOnly" }];
    const domain = { source: "contoso/hybrid/online", tenant, name: "fabrikam.com", enabled: true };
    for (const part of [{ coexistenceModes }, { onlineSipDomains: [{ ...domain, acceptDataLoss: undefined }] }]) {
      expect(messages(ONE_TENANT, part)).toEqual([
        "2 tenants are named: contoso.onmicrosoft.com, fabrikam.onmicrosoft.com.",
      ]);
    }
  });

  test("cannot be argued about", () => {
    expect(ONE_TENANT.unacceptable).toBeDefined();
  });
});
