import { isDay } from "../../lib/values/day";

test("a day is one that exists in the calendar", () => {
  expect(["2026-11-24", "2028-02-29", "0001-01-01"].map(isDay)).toEqual([true, true, true]);
});

test.each(["", "2026-02-29", "2026-13-01", "2026-1-1", "24.11.2026", "2026-11-24T00:00:00Z", " 2026-11-24"])(
  "%j is none",
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);
