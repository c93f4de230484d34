import { parseFqdn } from "../../lib/values/fqdn";

const parse = (value: string): string => parseFqdn("edgePool", value);
const label63 = "a".repeat(63);

describe("a fully qualified domain name", () => {
  test.each([
    ["sip.contoso.com", "sip.contoso.com"],
    ["SIP.Contoso.COM", "sip.contoso.com"],
    ["sip.contoso.com.", "sip.contoso.com"],
    ["  sip.contoso.com ", "sip.contoso.com"],
    ["xn--mnchen-3ya.example", "xn--mnchen-3ya.example"],
    ["edge-01.corp.contoso.local", "edge-01.corp.contoso.local"],
    ["1.contoso.com", "1.contoso.com"],
    [`${label63}.contoso.com`, `${label63}.contoso.com`],
  ])("reads %j as %j", (value, name) => {
    expect(parse(value)).toBe(name);
  });

  test.each([
    ["", "it is empty; write the full name, such as sip.contoso.com"],
    [".", "it is empty; write the full name, such as sip.contoso.com"],
    ["https://edge01.contoso.com/", "it is a URL; remove the scheme and the path"],
    ["kim@contoso.com", "it is an address; write only what stands after the @"],
    ["münchen.example", "it is an internationalised name; write its ASCII form, xn--mnchen-3ya.example"],
    ["sip..contoso.com", "it has an empty label; remove the extra dot"],
    [".contoso.com", "it has an empty label; remove the extra dot"],
    ["contoso.com..", "it has an empty label; remove the extra dot"],
    ["*.contoso.com", "it is a wildcard; name one host or domain"],
    ["edge01", "it is one label only; write the full name, such as edge01.contoso.com"],
    ["203.0.113.10", "it is an IP address; write the host name"],
    ["edge_01.contoso.com", '"edge_01" is not a DNS label; labels have 1 to 63 letters, digits and inner hyphens'],
    ["-edge.contoso.com", '"-edge" is not a DNS label; labels have 1 to 63 letters, digits and inner hyphens'],
    ["edge-.contoso.com", '"edge-" is not a DNS label; labels have 1 to 63 letters, digits and inner hyphens'],
    ["edge01.contoso.com:5061", '"com:5061" is not a DNS label; labels have 1 to 63 letters, digits and inner hyphens'],
  ])("refuses %j", (value, reason) => {
    const message = `"edgePool" must be a fully qualified domain name, got ${JSON.stringify(value)}: ${reason}.`;
    expect(() => parse(value)).toThrow(message);
  });

  test("refuses a label of 64 characters", () => {
    expect(() => parse(`${"a".repeat(64)}.contoso.com`)).toThrow("is not a DNS label");
  });

  test("refuses a name of more than 253 characters", () => {
    expect(() => parse(Array.from({ length: 4 }, () => label63).join("."))).toThrow(
      "it has 255 characters; at most 253 are legal",
    );
  });

  test("refuses a value that only Terraform knows", () => {
    expect(() => parse("${var.edge}")).toThrow(
      '"edgePool" holds a value that exists only after terraform apply, but the runbook is written before',
    );
  });
});
