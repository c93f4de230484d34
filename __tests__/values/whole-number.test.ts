import { parseCount } from "../../lib/values/whole-number";

describe("a count", () => {
  test.each([0, 1, 60, Number.MAX_SAFE_INTEGER])("reads %d", (count) => {
    expect(parseCount("homedUsers", count)).toBe(count);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d", (value) => {
    expect(() => parseCount("homedUsers", value)).toThrow(
      `"homedUsers" must be a whole number, zero or more, got ${value}: correct it or leave it out.`,
    );
  });
});
