import { ONE_PROVIDER_PER_PROXY } from "../../lib/rules/one-provider-per-proxy";
import { messages, PROVIDER, violations } from "./model-fixture";

describe("hosting providers", () => {
  test("refuse a second one with the same proxy", () => {
    expect(
      messages(ONE_PROVIDER_PER_PROXY, { hostingProviders: [PROVIDER, { ...PROVIDER, identity: "LyncOnline" }] }),
    ).toEqual([
      "2 hosting providers have the proxy sipfed.online.lync.com: Office365 (sipfed.online.lync.com), " +
        "LyncOnline (sipfed.online.lync.com).",
    ]);
  });

  test("refuse a second one with the same identity, in any case", () => {
    const voicemail = { ...PROVIDER, identity: "OFFICE365", proxyFqdn: "exap.um.outlook.com" };
    expect(messages(ONE_PROVIDER_PER_PROXY, { hostingProviders: [PROVIDER, voicemail] })).toEqual([
      "2 hosting providers have the identity office365: Office365 (sipfed.online.lync.com), " +
        "OFFICE365 (exap.um.outlook.com).",
    ]);
  });

  test("refuse the same provider declared as found and as the shared one, and say that the shared one finds it", () => {
    const found = { ...PROVIDER, identity: "LyncOnline", purpose: "other" as const };
    const [violation] = violations(ONE_PROVIDER_PER_PROXY, { hostingProviders: [PROVIDER, found] });
    expect(violation?.fix).toBe(
      "Leave out HostingProvider.fromIdentity: SharedAddressSpace finds an existing provider by its proxy and keeps its name.",
    );
  });

  test("stand beside each other when both differ", () => {
    const voicemail = { ...PROVIDER, identity: "Exchange Online", proxyFqdn: "exap.um.outlook.com" };
    expect(violations(ONE_PROVIDER_PER_PROXY, { hostingProviders: [PROVIDER, voicemail] })).toEqual([]);
  });
});
