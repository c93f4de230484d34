import { OnlineSipDomainFact } from "../../lib/model/deployment-model";
import { SHARED_DOMAINS_ENABLED_ONLINE } from "../../lib/rules/shared-domains-enabled-online";
import { NOT_SHARED, violations } from "./model-fixture";

const online = (name: string, enabled: boolean): OnlineSipDomainFact => ({
  source: "contoso/hybrid/online",
  tenant: "contoso.onmicrosoft.com",
  name,
  enabled,
  acceptDataLoss: enabled ? undefined : "its people have servers of their own",
});

describe("a SIP domain that is shared", () => {
  test("is refused when it is declared disabled online", () => {
    expect(violations(SHARED_DOMAINS_ENABLED_ONLINE, { onlineSipDomains: [online("contoso.com", false)] })).toEqual([
      {
        subject: "contoso.com",
        message: "contoso.com is shared with the tenant and declared disabled there.",
        fix:
          "Take OnlineSipDomain.disabled for contoso.com out, or leave contoso.com out of the domains of the " +
          "SharedAddressSpace.",
        source: "contoso/hybrid/online",
      },
    ]);
    expect(SHARED_DOMAINS_ENABLED_ONLINE.unacceptable).toBeDefined();
  });

  test("may be declared enabled", () => {
    const onlineSipDomains = [online("contoso.com", true)];
    expect(violations(SHARED_DOMAINS_ENABLED_ONLINE, { onlineSipDomains })).toEqual([]);
  });
});

test("a domain of another forest may be disabled online, and so may ours before it is shared", () => {
  const others = { onlineSipDomains: [online("acquired.com", false)] };
  expect(violations(SHARED_DOMAINS_ENABLED_ONLINE, others)).toEqual([]);
  const ours = { onlineSipDomains: [online("contoso.com", false)], ...NOT_SHARED };
  expect(violations(SHARED_DOMAINS_ENABLED_ONLINE, ours)).toEqual([]);
});
