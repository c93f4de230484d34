import { EXCHANGE_NEEDS_OUTSIDE } from "../../lib/rules/exchange-needs-outside";
import { ONE_PROVIDER_PER_PROXY } from "../../lib/rules/one-provider-per-proxy";
import { VOICEMAIL_HAS_PROVIDER } from "../../lib/rules/voicemail-has-provider";
import { VOICEMAIL_NEEDS_HYBRID } from "../../lib/rules/voicemail-needs-hybrid";
import { VOICEMAIL_ORGANIZATION } from "../../lib/rules/voicemail-organization";
import {
  EXCHANGE_ONLINE,
  EXCHANGE_PROVIDER,
  MAY_FEDERATE,
  NOT_SHARED,
  PROVIDER,
  violations,
  VOICEMAIL_POLICY,
} from "./model-fixture";

const hostedVoicemailPolicies = [VOICEMAIL_POLICY];

describe("the destination of a hosted voicemail policy", () => {
  test("is refused without a hosting provider that leads there", () => {
    const [found] = violations(VOICEMAIL_HAS_PROVIDER, { hostedVoicemailPolicies });
    expect(found?.message).toContain("sends calls to exap.um.outlook.com, and no hosting provider has that proxy");
    expect(found?.fix).toContain("Declare ExchangeOnline");
  });

  test("is right with one", () => {
    const hostingProviders = [PROVIDER, EXCHANGE_PROVIDER];
    expect(violations(VOICEMAIL_HAS_PROVIDER, { hostedVoicemailPolicies, hostingProviders })).toEqual([]);
  });
});

describe("the organization of a hosted voicemail policy", () => {
  const of = (...organizations: string[]): Parameters<typeof violations>[1] => ({
    hostedVoicemailPolicies: [{ ...VOICEMAIL_POLICY, organizations }],
  });

  test("is the initial domain of the tenant, or a SIP domain that may be its default one", () => {
    expect(violations(VOICEMAIL_ORGANIZATION, of("contoso.onmicrosoft.com"))).toEqual([]);
    expect(violations(VOICEMAIL_ORGANIZATION, of("contoso.com", "contoso.onmicrosoft.com"))).toEqual([]);
  });

  test("is refused when it is of another tenant", () => {
    const [found] = violations(VOICEMAIL_ORGANIZATION, of("contoso.onmicrosoft.com", "fabrikam.onmicrosoft.com"));
    expect(found?.message).toContain("Global is for fabrikam.onmicrosoft.com, which this deployment does not know");
    expect(found?.fix).toContain("Leave `organizations` out");
  });
});

describe("Cloud Voicemail", () => {
  test("is refused where no address space is shared", () => {
    const [found] = violations(VOICEMAIL_NEEDS_HYBRID, { ...NOT_SHARED, hostedVoicemailPolicies });
    expect(found?.message).toContain("but no SIP address space is shared with the tenant");
    expect(found?.fix).toContain("Declare SharedAddressSpace");
  });

  test("is right where one is, and nothing is asked where there is no policy", () => {
    expect(violations(VOICEMAIL_NEEDS_HYBRID, { hostedVoicemailPolicies })).toEqual([]);
    expect(violations(VOICEMAIL_NEEDS_HYBRID, NOT_SHARED)).toEqual([]);
  });
});

describe("presence in Outlook on the web", () => {
  const forbidden = MAY_FEDERATE.externalAccessPolicies.map((policy) => ({ ...policy, outside: false }));
  const exchangeOnlines = [EXCHANGE_ONLINE];

  test("is warned of where people on-premises may not sign in from outside", () => {
    const found = violations(EXCHANGE_NEEDS_OUTSIDE, { exchangeOnlines, externalAccessPolicies: forbidden });
    expect(found.map(({ subject }) => subject)).toEqual(["Exchange Online"]);
    expect(found[0]?.message).toContain("forbids signing in from outside");
    expect(found[0]?.fix).toContain("acknowledge HYB-EXO-101");
  });

  test("is no matter where they may, where no policy is declared, or where Exchange Online is not joined", () => {
    expect(violations(EXCHANGE_NEEDS_OUTSIDE, { exchangeOnlines, ...MAY_FEDERATE })).toEqual([]);
    expect(violations(EXCHANGE_NEEDS_OUTSIDE, { exchangeOnlines })).toEqual([]);
    expect(violations(EXCHANGE_NEEDS_OUTSIDE, { externalAccessPolicies: forbidden })).toEqual([]);
  });
});

test("a provider of Exchange Online that is declared twice is told which room keeps it", () => {
  const hostingProviders = [EXCHANGE_PROVIDER, { ...EXCHANGE_PROVIDER, purpose: "other" as const }];
  const [found] = violations(ONE_PROVIDER_PER_PROXY, { hostingProviders });
  expect(found?.fix).toContain("ExchangeOnline finds an existing provider by its proxy");
});
