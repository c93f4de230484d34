import { compareBuilds, parseBuild } from "../../lib/values/server-build";

describe("a build of a server", () => {
  test("reads what Get-CsServerPatchVersion prints", () => {
    expect(parseBuild("build", "5.0.8308.1182")).toBe("5.0.8308.1182");
  });

  test.each([
    "",
    "5.0.8308",
    "5.0.8308.1182.0",
    "v5.0.8308.1182",
    "5.0.8308.1182 ",
    "CU10",
    "5.0.-1.0",
    "٥.0.8308.1182",
  ])("refuses %j", (value) => {
    expect(() => parseBuild("build", value)).toThrow(
      `"build" must be a build number, got ${JSON.stringify(value)}: copy it from Get-CsServerPatchVersion`,
    );
  });
});

describe("two builds", () => {
  const sign = (left: string, right: string): number => Math.sign(compareBuilds(left, right));

  test.each([
    ["5.0.8308.1182", "5.0.8308.1182", 0],
    ["5.0.8308.956", "5.0.8308.1182", -1],
    ["5.0.8308.1182", "5.0.8308.956", 1],
    ["5.0.10000.0", "5.0.9999.9999", 1],
    ["6.0.0.0", "5.9.9.9", 1],
    ["7.0.2046.385", "10.0.0.0", -1],
  ])("%s and %s are compared as numbers, not as texts", (left, right, expected) => {
    expect(sign(left, right)).toBe(expected);
  });
});
