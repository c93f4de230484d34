import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Exit } from "../../lib/cli/terminal";
import { CONTROLLER_PRECEDENCE, EXIT_CODES, Program } from "../../lib/explain/exit-codes";
import { exitCodesText } from "../../lib/explain/list-text";

const POWERSHELL = join(__dirname, "../../lib/powershell");
const CONTROLLER = readFileSync(join(POWERSHELL, "controller/Invoke-Runbook.ps1"), "utf8");

function numbersOf(program: Program): number[] {
  return EXIT_CODES.filter((code) => code.program === program).map(({ number }) => number);
}

function functionIn(text: string, name: string): string {
  return new RegExp(`^function ${name} \\{$[\\s\\S]*?^\\}$`, "m").exec(text)?.[0] ?? "";
}

function runtime(name: string): string {
  const folder = join(POWERSHELL, "runtime");
  const texts = readdirSync(folder).map((file) => functionIn(readFileSync(join(folder, file), "utf8"), name));
  return texts.join("");
}

function numbersBehind(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map((match) => Number(match[1]));
}

/** Numbers with which the controller ends: its own exits, and what the files return that hold a run and its end. */
function written(): number[] {
  const ends = ["85-next.ps1", "90-run.ps1"].map((file) => readFileSync(join(POWERSHELL, "runtime", file), "utf8"));
  const own = numbersBehind(/\bexit (\d+)/g, CONTROLLER.slice(CONTROLLER.indexOf("[CmdletBinding")));
  const returned = ends.flatMap((text) => numbersBehind(/(?:\breturn|\$code =) (\d+)/g, text));
  return [...new Set([...own, ...returned])].sort((left, right) => left - right);
}

describe("the exit codes", () => {
  test("of the controller are those that its scripts give", () => {
    expect(numbersOf("Invoke-Runbook.ps1")).toEqual(written());
  });

  test("of the controller are those of its help, in the same words", () => {
    const help = /Exit codes: ([\s\S]*?)\n\n/.exec(CONTROLLER)?.[1]?.replace(/\s+/g, " ") ?? "";
    const told = [...help.matchAll(/(?:^|\. )(\d+) ([^.]+)/g)].map(
      (match) => [Number(match[1]), match[2] ?? ""] as const,
    );
    expect(told.map(([number]) => number)).toEqual(numbersOf("Invoke-Runbook.ps1"));
    for (const [number, words] of told) {
      const meaning = EXIT_CODES.find(
        (code) => code.program === "Invoke-Runbook.ps1" && code.number === number,
      )?.meaning;
      expect(meaning?.toLowerCase()).toContain(words.trim().toLowerCase());
    }
  });

  test("of the command line are those of its enumeration", () => {
    const numbers = Object.values(Exit).filter((value) => typeof value === "number");
    expect(numbersOf("lync-hybrid")).toEqual(numbers);
  });

  test("of the controller have an order of precedence that leaves out none", () => {
    expect([...CONTROLLER_PRECEDENCE].sort((left, right) => left - right)).toEqual(numbersOf("Invoke-Runbook.ps1"));
    const inScript = numbersBehind(/return (\d+)/g, runtime("Get-HybridExitCode"));
    // 7 stands there twice: blocked steps that nothing else explains come last.
    expect([...new Set(inScript)]).toEqual(CONTROLLER_PRECEDENCE.filter((number) => inScript.includes(number)));
  });

  test("stand side by side, none twice, and no line is wider than a terminal", () => {
    const lines = exitCodesText().split("\n");
    for (const number of [0, 1, 2, 3, 4, 5, 6, 7, 64]) {
      expect(lines.filter((line) => line.startsWith(`${number} `)).length).toBe(1);
    }
    expect(lines.find((line) => line.startsWith("64 "))).toMatch(/^64 +- +Wrong use/);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });
});
