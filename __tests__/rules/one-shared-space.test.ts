import { App, TerraformStack } from "cdktf";
import { declareContoso, synthQuietly, temporaryFolder } from "../instruments/contoso";
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

  test("refuses to be declared in a second deployment of the App, as long as the first one shares it", () => {
    const other = { ...SHARED_SPACE, source: "adatum/hybrid/shared-space", domains: ["adatum.com"] };
    expect(violations(ONE_SHARED_SPACE, { sharedAddressSpacesElsewhere: [other] })).toEqual([
      {
        subject: "contoso.onmicrosoft.com",
        message: "contoso.onmicrosoft.com shares its SIP address space 2 times, in more than one deployment.",
        fix: "Finish one deployment and take its SharedAddressSpace out, then begin the next: one forest at a time is hybrid.",
        source: "adatum/hybrid/shared-space, contoso/hybrid/shared-space",
      },
    ]);
  });

  test("is refused at synthesis for two stacks that share one tenant", () => {
    const app = new App({ outdir: temporaryFolder() });
    for (const name of ["contoso", "adatum"]) declareContoso(new TerraformStack(app, name));
    expect(() => synthQuietly(app)).toThrow(
      /HYB-SSA-002 contoso\.onmicrosoft\.com shares .* in more than one deployment/,
    );
  });

  test("is declared once, or not at all", () => {
    expect(violations(ONE_SHARED_SPACE)).toEqual([]);
    expect(violations(ONE_SHARED_SPACE, { sharedAddressSpaces: [] })).toEqual([]);
  });
});
