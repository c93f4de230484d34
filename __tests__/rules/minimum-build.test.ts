import { MINIMUM_BUILD } from "../../lib/rules/minimum-build";
import { DIRECTOR, EDGE_POOL, POOL, violations } from "./model-fixture";

const pool = (
  build: string | undefined,
): { frontEndPools: [Omit<typeof POOL, "build"> & { build: string | undefined }] } => ({
  frontEndPools: [{ ...POOL, build }],
});

describe("a declared build", () => {
  test("refuses a pool that is too old for moves", () => {
    expect(violations(MINIMUM_BUILD, pool("5.0.8308.956"))).toEqual([
      {
        subject: "lync01.contoso.local",
        message:
          "lync01.contoso.local (Lync Server 2013) has build 5.0.8308.956, hybrid with Teams needs 5.0.8308.1182 or later.",
        fix:
          "Install the cumulative update on every server of lync01.contoso.local, then declare what " +
          "Get-CsServerPatchVersion shows.",
        source: "contoso/hybrid/lync01",
      },
    ]);
  });

  test("refuses an Edge pool that is too old", () => {
    const edgePools = [{ ...EDGE_POOL, build: "5.0.8308.0" }];
    expect(violations(MINIMUM_BUILD, { edgePools }).map(({ subject }) => subject)).toEqual(["edge01.contoso.local"]);
  });

  test("refuses a Director that is too old", () => {
    const directors = [{ ...DIRECTOR, build: "5.0.8308.0" }];
    expect(violations(MINIMUM_BUILD, { directors }).map(({ subject }) => subject)).toEqual(["dir01.contoso.local"]);
  });

  test("is right where no document names a minimum", () => {
    const directors = [{ ...DIRECTOR, build: "1.0.0.0", minimumBuild: undefined }];
    expect(violations(MINIMUM_BUILD, { directors })).toEqual([]);
  });

  test("is right at the minimum and above it, number by number", () => {
    expect(violations(MINIMUM_BUILD, pool("5.0.8308.1182"))).toEqual([]);
    expect(violations(MINIMUM_BUILD, pool("5.0.8308.10000"))).toEqual([]);
  });

  test("is another rule's business when it is missing", () => {
    expect(violations(MINIMUM_BUILD, pool(undefined))).toEqual([]);
  });
});
