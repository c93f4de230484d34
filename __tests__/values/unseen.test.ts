import fc from "fast-check";
import { withoutUnseen } from "../../lib/values/unseen";
import { hostileUnits } from "../instruments/hostile";

describe("JSON whose every character is seen", () => {
  test("reads as it did before", () => {
    fc.assert(
      fc.property(hostileUnits, (text) => {
        const json = JSON.stringify({ text }, undefined, 2);
        expect(JSON.parse(withoutUnseen(json))).toEqual({ text });
      }),
    );
  });

  test("holds no control but its line feeds, and nothing that hides or turns text", () => {
    fc.assert(
      fc.property(hostileUnits, (text) => {
        const shown = withoutUnseen(JSON.stringify([text], undefined, 2));
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test.each([
    ["\u009b2J", "\\u009b2J"],
    ["\u202egnp", "\\u202egnp"],
    ["\u{e0041}", "\\udb40\\udc41"],
    ["a\u00e4\u{1f600}", "a\u00e4\u{1f600}"],
  ])("writes %j as its codes, and leaves letters alone", (text, shown) => {
    expect(withoutUnseen(JSON.stringify(text))).toBe(`"${shown}"`);
  });
});
