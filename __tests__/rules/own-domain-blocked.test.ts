import { OWN_DOMAIN_BLOCKED } from "../../lib/rules/own-domain-blocked";
import { EDGE_FEDERATION, messages, TENANT_FEDERATION, violations } from "./model-fixture";

const blocked = ["contoso.com", "tailspintoys.com"];

describe("a SIP domain of the deployment", () => {
  test("refuses to be blocked, on either side", () => {
    const edgeFederations = [{ ...EDGE_FEDERATION, blocked }];
    const tenantFederations = [{ ...TENANT_FEDERATION, blocked }];
    expect(messages(OWN_DOMAIN_BLOCKED, { edgeFederations, tenantFederations })).toEqual([
      "edge01.contoso.local blocks contoso.com, which the deployment itself uses for SIP addresses.",
      "contoso.onmicrosoft.com blocks contoso.com, which the deployment itself uses for SIP addresses.",
    ]);
  });

  test("stands beside a blocked domain of somebody else", () => {
    expect(violations(OWN_DOMAIN_BLOCKED)).toEqual([]);
  });
});
