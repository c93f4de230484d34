import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { diff, DiffOptions } from "../../lib/cli/diff";
import { FakeTerminal } from "../cli/fake-terminal";
import { SCENARIOS, synthScenario } from "./scenarios";

const GOLDEN = join(__dirname, "..", "golden", "review");
const FORMATS = [
  ["text", "diff.txt"],
  ["markdown", "diff.md"],
  ["json", "diff.json"],
  ["html", "diff.html"],
] as const;

/** How many lines a reviewer sees without scrolling. */
const SCREEN = 24;

/** `npm run golden` rewrites what is committed; everybody else compares with it. */
function expectGolden(path: string, text: string): void {
  if (process.env.GOLDEN === "write") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, "utf8"));
}

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))("%s", (name, scenario) => {
  const { before, after } = synthScenario(scenario);
  const told = (format: DiffOptions["format"]): string => {
    const terminal = new FakeTerminal();
    diff(before, after, { format, json: false, detailedExitcode: false, today: "2026-11-24" }, terminal);
    return terminal.out;
  };

  test.each(FORMATS)("reads in %s as it was committed", (format, file) => {
    expectGolden(join(GOLDEN, name, file), told(format));
  });

  test.each(["text", "markdown"] as const)("says change, risk and actors on the first screen of the %s", (format) => {
    const screen = told(format).split("\n").slice(0, SCREEN).join("\n");
    const words = screen.replace(/\\(?=[!-/:-@[-`{-~])/g, "").replace(/\s+/g, " ");
    for (const said of scenario.says) expect(words).toContain(said);
  });
});
