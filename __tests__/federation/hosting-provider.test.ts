import { TerraformStack } from "cdktf";
import { HostingProvider } from "../../lib";
import { declareContoso } from "../instruments/contoso";
import { sentence, synthesize } from "../rules/synthesis";

function withProvider(identity: string, proxyFqdn: string): (stack: TerraformStack) => void {
  return (stack) => {
    HostingProvider.fromIdentity(declareContoso(stack), "other", { identity, proxyFqdn });
  };
}

describe("a hosting provider that exists for somebody else", () => {
  test("yields no step and no finding", () => {
    const { error, warnings } = synthesize(withProvider("Exchange Online", "exap.um.outlook.com"));
    expect(error).toBeUndefined();
    expect(warnings.trim().split("\n").length).toBe(1);
  });

  test("is refused with the proxy of the cloud beside a shared address space, which would adopt it", () => {
    const { error } = synthesize(withProvider("LyncOnline", "SIPFED.online.lync.com"));
    expect(sentence(error)).toContain("2 hosting providers have the proxy sipfed.online.lync.com");
    expect(sentence(error)).toContain("Leave out HostingProvider.fromIdentity");
  });

  test.each([
    ["", "exap.um.outlook.com", '"identity" must not be empty'],
    ["Voicemail", "203.0.113.9", '"proxyFqdn" must be a fully qualified domain name'],
    ["${local.name}", "exap.um.outlook.com", '"identity" holds a value that exists only after terraform apply'],
  ])("refuses the identity %j with the proxy %j", (identity, proxyFqdn, reason) => {
    expect(() => synthesize(withProvider(identity, proxyFqdn))).toThrow(reason);
  });
});
