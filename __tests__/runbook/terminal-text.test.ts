import fc from "fast-check";
import { columns, wrapped } from "../../lib/runbook/terminal-text";
import { hostileText } from "../instruments/hostile";

describe("text for a terminal", () => {
  test("is at most 100 columns wide, and no word is lost", () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const lines = wrapped(words.join(" "), "Risk: ", "  ");
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.join(" ").split(/\s+/)).toEqual(["Risk:", ...words]);
  });

  test("breaks a word that is longer than a line", () => {
    expect(wrapped("x".repeat(170), "", "")).toEqual(["x".repeat(80), `${"x".repeat(80)} ${"x".repeat(10)}`]);
  });

  test("never moves the cursor, whatever a name holds", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of wrapped(text, "- ", "  ")) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test("stands in columns, the shorter ones filled up with nothing", () => {
    expect(columns(["1", "one two three", "x"], [3, 7, 5])).toEqual(["1    one two  x", "     three"]);
  });

  test("stays in its column when a word is longer than that", () => {
    for (const line of columns(["y".repeat(30), "z"], [10, 5])) expect(line.length).toBeLessThanOrEqual(17);
  });
});
