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

  test("stand beside each other when both differ", () => {
    const voicemail = { ...PROVIDER, identity: "Exchange Online", proxyFqdn: "exap.um.outlook.com" };
    expect(violations(ONE_PROVIDER_PER_PROXY, { hostingProviders: [PROVIDER, voicemail] })).toEqual([]);
  });
});
