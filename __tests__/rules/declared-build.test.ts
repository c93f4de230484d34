import { DECLARED_BUILD } from "../../lib/rules/declared-build";
import { DIRECTOR, POOL, violations } from "./model-fixture";

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

  test("is warned about for a Director as well, without a word of people that it does not home", () => {
    const directors = [{ ...DIRECTOR, build: undefined }];
    expect(violations(DECLARED_BUILD, { directors }).map(({ message }) => message)).toEqual([
      "dir01.contoso.local (Lync Server 2013) declares no build; hybrid is supported with 5.0.8308.1182 or later only.",
    ]);
  });

  test("is told of no minimum that no document names", () => {
    const frontEndPools = [{ ...POOL, build: undefined, minimumBuild: undefined }];
    expect(violations(DECLARED_BUILD, { frontEndPools })[0]).toMatchObject({
      message: "lync01.contoso.local (Lync Server 2013) declares no build; no document names the oldest that will do.",
      fix: "Run Get-CsServerPatchVersion there and declare what it shows.",
    });
  });

  test("may be an Edge pool: nobody is moved from it", () => {
    expect(violations(DECLARED_BUILD)).toEqual([]);
  });
});
