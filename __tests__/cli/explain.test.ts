import fc from "fast-check";
import { explain, ExplainOptions } from "../../lib/cli/explain";
import { Exit } from "../../lib/cli/terminal";
import { GLOSSARY } from "../../lib/explain/glossary";
import { RULES } from "../../lib/rules";
import { hostileText } from "../instruments/hostile";
import { FakeTerminal } from "./fake-terminal";

function run(words: readonly string[], options: Partial<ExplainOptions> = {}): string {
  const terminal = new FakeTerminal();
  expect(explain(words, { list: false, json: false, ...options }, terminal)).toBe(Exit.FINE);
  expect(terminal.said).toBe("");
  return terminal.out;
}

describe("lync-hybrid explain", () => {
  test("says why a rule exists and how a finding of it is accepted", () => {
    const out = run(["HYB-FED-019"]);
    expect(out).toMatch(/^HYB-FED-019 \(warning\): /);
    expect(out).toContain('hybrid.acknowledge("HYB-FED-019", { reason: ');
  });

  test("says why nobody may accept a rule", () => {
    expect(run(["HYB-SSA-002"])).toMatch(/Nobody may accept it: the tenant has one switch/);
  });

  test("tells meaning, causes, next moves, source and what is not confirmed of a code", () => {
    const out = run(["1066"]);
    for (const part of ["Means: ", "Usual causes:", "Look at:", "Source: ", "Not confirmed by any document:"]) {
      expect(out).toContain(`\n  ${part}`);
    }
  });

  test("takes a message without quotes", () => {
    expect(run(["This", "scenario", "is", "not", "supported", "anymore"])).toMatch(/^This scenario is not supported/);
  });

  test("tells both programs of an exit code, and all of them side by side", () => {
    expect(run(["exit-2"])).toMatch(/^lync-hybrid exit code 2\n[^]*^Invoke-Runbook\.ps1 exit code 2$/m);
    expect(run(["exit-codes"])).toContain("Invoke-Runbook.ps1 gives the first of these that is right: 64, 3, 4,");
  });

  test("lists everything, at most 100 columns wide", () => {
    const out = run([], { list: true });
    for (const { id } of RULES) expect(out).toContain(`  ${id} `);
    for (const { code } of GLOSSARY) expect(out).toContain(`  ${code}`);
    expect(out.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  test("keeps every explanation within 100 columns", () => {
    const codes = [...RULES.map(({ id }) => id), ...GLOSSARY.map(({ code }) => code), "exit-1", "exit-64"];
    for (const code of codes) {
      expect([code, ...run([code]).split("\n")].filter((line) => line.length > 100)).toEqual([]);
    }
  });

  test("gives data with --json, and says there what is verified", () => {
    const one = JSON.parse(run(["574"], { json: true })) as { codes: { code: string; verified: boolean }[] };
    expect(one.codes).toMatchObject([{ code: "Test-CsExStorageConnectivity 574", verified: false, sources: [] }]);
    const all = JSON.parse(run([], { list: true, json: true })) as Record<string, unknown[]>;
    expect(Object.values(all).map((list) => list.length > 9)).toEqual([true, true, true, true]);
    expect(JSON.parse(run(["exit-codes"], { json: true }))).toHaveProperty("controllerPrecedence");
  });

  test("refuses a code that nothing is known of, and names near ones and the list", () => {
    expect(() => run(["HYB-FED-19"])).toThrow(
      /nothing is known of "HYB-FED-19" \(did you mean "HYB-FED-019" .*write a rule id, .*explain --list prints all/,
    );
  });

  test("suggests nothing where nothing is near", () => {
    expect(() => run(["quite another thing altogether"])).toThrow(/^nothing is known of "[^"]*": write a rule id/);
  });

  test.each([[[]], [[""]], [[" ", " "]]])("refuses to explain nothing (%j)", (words) => {
    expect(() => run(words)).toThrow(/explain needs a code, such as .*or print all of them with --list/);
  });

  test("repeats nothing of what was typed that could act in a terminal", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let said = "";
        try {
          said = run([`zz${text}`]);
        } catch (error) {
          said = error instanceof Error ? error.message : "";
        }
        return !/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u.test(said);
      }),
      { numRuns: 200 },
    );
  });
});
