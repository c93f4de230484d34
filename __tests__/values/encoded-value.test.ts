import { Token } from "cdktf";
import { isEncodedNumber, isEncodedText } from "../../lib/values/encoded-value";
import { parseFqdn } from "../../lib/values/fqdn";
import { parseIpAddress } from "../../lib/values/ip-address";
import { parseCount } from "../../lib/values/whole-number";

const text = Token.asString({ toString: () => "later" });
const inList = Token.asList({ toString: () => "later" })[0] ?? "";
const number = Token.asNumber({ toString: () => "later" });

/** The shapes are cdktf's own secret: they are held against the real ones. */
describe("a value that only Terraform knows", () => {
  test.each([
    ["a text of cdktf", text],
    ["a text that holds one", `sip.${text}`],
    ["an entry of a list of cdktf", inList],
    ["an expression", "${var.x}"],
    ["a directive", "%{ if true }x%{ endif }"],
  ])("is known by its shape: %s", (_name, value) => {
    expect(isEncodedText(value)).toBe(true);
    expect(() => parseFqdn("fqdn", value)).toThrow("exists only after terraform apply");
    expect(() => parseIpAddress("address", value)).toThrow("exists only after terraform apply");
  });

  test("is known by its shape: a number of cdktf", () => {
    expect(isEncodedNumber(number)).toBe(true);
    expect(() => parseCount("homedUsers", number)).toThrow("exists only after terraform apply");
  });

  test.each(["", "contoso.com", "$5", "100%", "{curly}", "#{fragment}", "$ {x}"])("is not %j", (value) => {
    expect(isEncodedText(value)).toBe(false);
  });

  test.each([0, -1, -1e9, Number.MAX_SAFE_INTEGER, Number.NaN])("is not %d", (value) => {
    expect(isEncodedNumber(value)).toBe(false);
  });
});
