import { nearest } from "../../lib/values/nearest";

const IDS = ["CsHostingProvider/Office365", "CsSipDomain/contoso.com", "CsSipDomain/fabrikam.com", "domain-lists/edge"];

describe("what was meant", () => {
  test("is the name that holds what was typed, in any case", () => {
    expect(nearest("office365", IDS)).toEqual(["CsHostingProvider/Office365"]);
    expect(nearest("CsSipDomain", IDS)).toEqual(["CsSipDomain/contoso.com", "CsSipDomain/fabrikam.com"]);
  });

  test("is the name that differs in a few letters, the nearest first", () => {
    expect(nearest("CsSipDomain/kontoso.com", IDS)).toEqual(["CsSipDomain/contoso.com"]);
    expect(nearest("domain-list/egde", IDS)).toEqual(["domain-lists/edge"]);
  });

  test.each(["", "x", "CsTrunk/Global", "a".repeat(500)])("is nothing when nothing is near %j", (typed) => {
    expect(nearest(typed, IDS)).toEqual([]);
  });

  test("is three names at most, in one order however they are given", () => {
    const known = ["ab1", "ab2", "ab3", "ab4"];
    expect(nearest("ab0", known)).toEqual(["ab1", "ab2", "ab3"]);
    expect(nearest("ab0", [...known].reverse())).toEqual(["ab1", "ab2", "ab3"]);
  });
});
