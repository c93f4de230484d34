import { terraformName } from "../../lib/values/terraform-name";

describe("a Terraform name", () => {
  test.each([
    ["contoso-hybrid-pilot", "contoso-hybrid-pilot"],
    ["CsHostingProvider/Office365", "CsHostingProvider_Office365"],
    ["contoso.com", "contoso_com"],
    ["Teams Administrator", "Teams_Administrator"],
    ["365-licences", "_365-licences"],
    ["-pilot", "_-pilot"],
    ["münchen", "m_nchen"],
    ["", "_"],
  ])("of %j is %j", (subject, name) => {
    expect(terraformName(subject)).toBe(name);
  });

  test("may be the same for two subjects, which the collector of names refuses", () => {
    expect(terraformName("a.b")).toBe(terraformName("a_b"));
  });
});
