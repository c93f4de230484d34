import { byText, sortedSet } from "../../lib/values/text-order";

describe("the order of texts", () => {
  test("is that of their code units, on every machine", () => {
    expect(["b", "ä", "a", "B", "Z", "a-b", "a.b"].sort(byText)).toEqual(["B", "Z", "a", "a-b", "a.b", "b", "ä"]);
    expect(byText("a", "a")).toBe(0);
  });

  test("leaves a set sorted and the original alone", () => {
    const names = ["b", "a", "b"];
    expect(sortedSet(names)).toEqual(["a", "b"]);
    expect(names).toEqual(["b", "a", "b"]);
  });
});
