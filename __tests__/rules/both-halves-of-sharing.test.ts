import { BOTH_HALVES_OF_SHARING } from "../../lib/rules/both-halves-of-sharing";
import { messages, NOT_SHARED, PROVIDER, violations } from "./model-fixture";

describe("the two halves of a shared address space", () => {
  test("are no matter for a provider of plain federation with companies in the cloud", () => {
    const hostingProviders = [{ ...PROVIDER, purpose: "other" as const }];
    expect(violations(BOTH_HALVES_OF_SHARING, { ...NOT_SHARED, hostingProviders })).toEqual([]);
  });

  test("refuse a space without the federation of both sides", () => {
    expect(messages(BOTH_HALVES_OF_SHARING, { edgeFederations: [], tenantFederations: [] })).toEqual([
      "The address space shared with contoso.onmicrosoft.com lacks a half in this deployment: the federation of " +
        "edge01.contoso.local, the federation of contoso.onmicrosoft.com.",
    ]);
  });

  test("refuse a space without its hosting provider", () => {
    expect(messages(BOTH_HALVES_OF_SHARING, { hostingProviders: [] })).toEqual([
      "The address space shared with contoso.onmicrosoft.com lacks a half in this deployment: the hosting provider " +
        "Office365.",
    ]);
  });

  test("refuse the hosting provider of the cloud without a space", () => {
    expect(messages(BOTH_HALVES_OF_SHARING, { sharedAddressSpaces: [] })).toEqual([
      "The hosting provider Office365 leads to sipfed.online.lync.com, but no tenant shares its address space.",
    ]);
  });

  test("are no matter for the provider of another service", () => {
    const voicemail = { ...PROVIDER, identity: "Exchange Online", proxyFqdn: "exap.um.outlook.com" };
    expect(violations(BOTH_HALVES_OF_SHARING, { hostingProviders: [PROVIDER, voicemail] })).toEqual([]);
  });

  test("are both there, or neither", () => {
    expect(violations(BOTH_HALVES_OF_SHARING)).toEqual([]);
    expect(violations(BOTH_HALVES_OF_SHARING, NOT_SHARED)).toEqual([]);
  });
});
