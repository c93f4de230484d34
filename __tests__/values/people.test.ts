import { People } from "../../lib";

describe("people named in code", () => {
  test("are kept in lower case, without sip:, sorted", () => {
    expect(People.of("sip:Ben@Contoso.com", " anna.o'neil@contoso.com ").addresses).toEqual([
      "anna.o'neil@contoso.com",
      "ben@contoso.com",
    ]);
  });

  test.each([
    ["", "it is empty"],
    ["sip:", "it is empty"],
    ["anna", "it has 0 @ signs"],
    ["anna@b@contoso.com", "it has 2 @ signs"],
    ["@contoso.com", "what stands before the @ is empty"],
    ["anna\u2019s@contoso.com", "holds other characters"],
    ["an\u0007na@contoso.com", "holds other characters"],
    ["\u212aarl@contoso.com", "holds other characters"],
    ["an'; Remove-Item@contoso.com", "holds other characters"],
    ["a..b@contoso.com", "holds other characters"],
    [`${"a".repeat(65)}@contoso.com`, "too long"],
  ])("are refused as %j", (address, reason) => {
    expect(() => People.of(address)).toThrow(reason);
    expect(() => People.of(address)).toThrow(/"people" must hold the SIP addresses of people.*anna@contoso\.com/);
  });

  test("are refused with a domain that is none", () => {
    expect(() => People.of("anna@contoso")).toThrow("it is one label only");
  });

  test("are refused twice, whatever the case", () => {
    expect(() => People.of("anna@contoso.com", "sip:ANNA@contoso.com")).toThrow(
      '"people" names anna@contoso.com twice: remove one of the two.',
    );
  });

  test("are refused when nobody is named", () => {
    expect(() => People.of()).toThrow('"people" is empty');
  });
});
