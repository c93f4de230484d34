import { ONE_SHARED_SPACE } from "../../lib/rules/one-shared-space";
import { SHARED_SPACE, violations } from "./model-fixture";

describe("the shared address space of a tenant", () => {
  test("refuses to be declared twice", () => {
    const again = { ...SHARED_SPACE, source: "contoso/hybrid/again", domains: ["fabrikam.com"] };
    expect(violations(ONE_SHARED_SPACE, { sharedAddressSpaces: [SHARED_SPACE, again] })).toEqual([
      {
        subject: "contoso.onmicrosoft.com",
        message: "contoso.onmicrosoft.com shares its SIP address space 2 times.",
        fix: "Declare one SharedAddressSpace and name all SIP domains in it.",
        source: "contoso/hybrid/again, contoso/hybrid/shared-space",
      },
    ]);
  });

  test("is declared once, or not at all", () => {
    expect(violations(ONE_SHARED_SPACE)).toEqual([]);
    expect(violations(ONE_SHARED_SPACE, { sharedAddressSpaces: [] })).toEqual([]);
  });
});
