import fc from "fast-check";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { literal } from "../../lib/powershell/literal";
import { temporaryFolder } from "../instruments/contoso";
import { hostileUnits } from "../instruments/hostile";
import { parseScripts, runScript } from "../instruments/powershell";

const COUNT = 4000;

/** Prints every value as its UTF-16 units, so that no console encoding stands between the engine and the comparison. */
const REPORT = `foreach ($value in $values) {
    $units = foreach ($unit in $value.ToCharArray()) { ([int]$unit).ToString('X4') }
    [Console]::Out.WriteLine('=' + ($units -join ''))
}`;

function units(text: string): string {
  return text
    .split("")
    .map((unit) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"))
    .join("");
}

describe("a literal", () => {
  const values = fc.sample(hostileUnits, { numRuns: COUNT, seed: 20130711 });

  test("comes back from the real engine exactly, for thousands of hostile texts", async () => {
    const script = join(temporaryFolder(), "values.ps1");
    const lines = values.map((value) => `    ${literal(value)}`);
    writeFileSync(script, ["$values = @(", ...lines, ")", REPORT, ""].join("\r\n"));
    const { stdout, exitCode } = await runScript(script);
    expect(exitCode).toBe(0);
    const printed = stdout.split(/\r?\n/).filter((line) => line.startsWith("="));
    expect(printed).toEqual(values.map((value) => `=${units(value)}`));
  });

  test("is one expression of pure ASCII: nothing in it becomes a command", async () => {
    const script = join(temporaryFolder(), "parsed.ps1");
    writeFileSync(script, values.map((value) => `Write-Output ${literal(value)}\r\n`).join(""));
    const [report] = await parseScripts([script]);
    expect(report?.errors).toEqual([]);
    expect(report?.nonAsciiBytes).toBe(0);
    expect(report?.commands.filter((command) => command.name !== "Write-Output")).toEqual([]);
    expect(report?.commands.length).toBe(values.length);
  });

  test("doubles all five single quotes, not only the one on the keyboard", () => {
    expect(literal("O'Brien")).toBe("'O''Brien'");
    expect(literal("O\u2019; Remove-X")).toBe("('O' + [char]0x2019 + '; Remove-X')");
  });

  test("writes truth values, numbers and lists as PowerShell does", () => {
    expect([literal(true), literal(false), literal(-3), literal([]), literal(["a", "b"])]).toEqual([
      "$true",
      "$false",
      "-3",
      "@()",
      "@('a', 'b')",
    ]);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])(
    "refuses %p, which would not come back unchanged",
    (number) => {
      expect(() => literal(number)).toThrow(/cannot stand in a PowerShell script: .* is not a whole number/);
    },
  );
});
