import { nameList } from "../../lib/rules/name-list";

describe("names in a sentence", () => {
  test("are all there up to five", () => {
    expect(nameList(["a"])).toBe("a");
    expect(nameList(["a", "b", "c", "d", "e"])).toBe("a, b, c, d, e");
  });

  test("are five and a number when there are more", () => {
    expect(nameList(["a", "b", "c", "d", "e", "f"])).toBe("a, b, c, d, e and 1 more");
  });
});
