import { DECLARED_BUILD } from "../../lib/rules/declared-build";
import { POOL, violations } from "./model-fixture";

describe("a pool without a build", () => {
  test("is warned about, with the build that moves need", () => {
    expect(violations(DECLARED_BUILD, { frontEndPools: [{ ...POOL, build: undefined }] })).toEqual([
      {
        subject: "lync01.contoso.local",
        message:
          "lync01.contoso.local (Lync Server 2013) declares no build; people can be moved from 5.0.8308.1182 or later only.",
        fix: 'Run Get-CsServerPatchVersion there and declare what it shows, such as build: "5.0.8308.1182".',
        source: "contoso/hybrid/lync01",
      },
    ]);
    expect(DECLARED_BUILD.severity).toBe("warning");
  });

  test("may be an Edge pool: nobody is moved from it", () => {
    expect(violations(DECLARED_BUILD)).toEqual([]);
  });
});
