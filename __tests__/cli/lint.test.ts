import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FindingFormat, lint, LintOptions } from "../../lib/cli/lint";
import { Exit } from "../../lib/cli/terminal";
import { Finding } from "../../lib/rules/finding";
import { Manifest } from "../../lib/runbook/manifest";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { ACCEPTED, someFinding } from "../review/reported";
import { FakeTerminal } from "./fake-terminal";

const real = synthContoso();
const FORMATS: readonly FindingFormat[] = ["text", "json", "sarif", "junit", "github", "azure"];

interface Run {
  readonly exit: Exit;
  readonly out: string;
  readonly said: string;
}

function run(path: string, options: Partial<LintOptions> = {}, workingDirectory = real.outdir): Run {
  const terminal = new FakeTerminal();
  const asked = { format: "text", failOn: "error", today: "2026-11-24", ...options } as const;
  const exit = lint(path, asked, terminal, workingDirectory);
  return { exit, out: terminal.out, said: terminal.said };
}

/** A runbook folder whose manifest has these findings instead of its own. */
function withFindings(findings: readonly Finding[], stack = "contoso", folder = temporaryFolder()): string {
  const manifest = JSON.parse(readFileSync(join(real.onprem, "manifest.json"), "utf8")) as Manifest;
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, stack, findings }));
  return folder;
}

describe("lync-hybrid lint", () => {
  test("tells what the synthesis found, and does not fail for warnings", () => {
    const { exit, out, said } = run(real.outdir);
    expect({ exit, said }).toEqual({ exit: Exit.FINE, said: "" });
    expect(out).toMatch(/^WARNING {3}HYB-FED-019 {2}contoso\.onmicrosoft\.com$/m);
    expect(out).toMatch(/^Open findings: 3 \(errors: 0, warnings: 1, info: 2\)\. Accepted: 0\.$/m);
  });

  test("exits with 3 where --fail-on asks for it, and says how many fail it", () => {
    const { exit, said } = run(real.outdir, { failOn: "warning" });
    expect(exit).toBe(Exit.FINDINGS);
    expect(Exit.FINDINGS).toBe(3);
    expect(said).toBe("Findings that fail this run: 1 (--fail-on warning). Fix them, or acknowledge them in code.\n");
    expect(run(real.outdir, { failOn: "info" }).said).toContain("this run: 3");
    expect(run(real.outdir, { failOn: "none" }).exit).toBe(Exit.FINE);
  });

  test("fails for an accepted error from the day after its last day on", () => {
    const folder = withFindings([someFinding({ severity: "error", accepted: ACCEPTED })]);
    expect(run(folder, { failOn: "info", today: ACCEPTED.until }).exit).toBe(Exit.FINE);
    expect(run(folder, { today: "2027-02-01" }).exit).toBe(Exit.FINDINGS);
    expect(run(folder, { today: "2027-02-01", failOn: "none" }).exit).toBe(Exit.FINE);
  });

  test("judges as of today when no day is given", () => {
    const folder = withFindings([someFinding({ severity: "error", accepted: { ...ACCEPTED, until: "9999-12-31" } })]);
    const terminal = new FakeTerminal();
    expect(lint(folder, { format: "text", failOn: "error" }, terminal)).toBe(Exit.FINE);
    const over = withFindings([someFinding({ severity: "error", accepted: { ...ACCEPTED, until: "2001-01-01" } })]);
    expect(lint(over, { format: "text", failOn: "error" }, terminal)).toBe(Exit.FINDINGS);
  });

  test.each(FORMATS)("exits alike and prints the same bytes again as %s", (format) => {
    const first = run(real.outdir, { format, failOn: "warning" });
    expect(first.exit).toBe(Exit.FINDINGS);
    expect(run(real.outdir, { format, failOn: "warning" })).toEqual(first);
    expect(first.out).not.toContain(real.outdir);
  });

  test.each(["sarif", "junit", "github", "azure"] as const)(
    "names the file of the findings from the working directory as %s",
    (format) => {
      const file = "findings/contoso.json";
      expect(run(real.outdir, { format, failOn: "info" }).out).toContain(file);
      expect(run(real.outdir, { format, failOn: "info" }, join(real.outdir, "stacks")).out).not.toMatch(
        /["=]findings\/contoso\.json/,
      );
    },
  );

  test("names the line on which a finding stands", () => {
    const lines = readFileSync(join(real.outdir, "findings", "contoso.json"), "utf8").split("\n");
    const { out } = run(real.outdir, { format: "github" });
    const found = [...out.matchAll(/title=(HYB-[A-Z]+-\w+).*?,line=(\d+)::/g)];
    expect(found).toHaveLength(3);
    for (const [, rule, line] of found) expect(lines[Number(line)]).toContain(`"rule": "${rule ?? ""}"`);
  });

  test("tells what refused a synthesis, which left no runbook behind", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "findings"));
    const refusing = someFinding({ severity: "error", rule: "HYB-FED-016" });
    writeFileSync(join(folder, "findings", "contoso.json"), JSON.stringify({ schema: 1, findings: [refusing] }));
    const { exit, out } = run(folder);
    expect(exit).toBe(Exit.FINDINGS);
    expect(out).toContain("HYB-FED-016");
  });

  test("refuses a file of findings that is damaged", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "findings"));
    writeFileSync(join(folder, "findings", "contoso.json"), "{");
    expect(() => run(folder)).toThrow(/contoso\.json" is not a file of findings: it is no JSON/);
  });

  test("reads all stacks of a folder into one report", () => {
    const folder = temporaryFolder();
    for (const stack of ["one", "two"])
      cpSync(withFindings([someFinding()], stack), join(folder, stack), { recursive: true });
    const data = JSON.parse(run(folder, { format: "json" }).out) as { findings: { stack: string }[] };
    expect(data.findings.map(({ stack }) => stack)).toEqual(["one", "two"]);
  });

  test.each(["2026-02-30", "tomorrow", "", "2026-11-24T00:00:00Z"])("refuses %j as the day of judgement", (today) => {
    expect(() => run(real.outdir, { today })).toThrow(
      `--today ${JSON.stringify(today)} cannot be used: it is no day of the calendar; write YYYY-MM-DD.`,
    );
  });

  test("refuses an empty folder: nothing read must not look like nothing found", () => {
    expect(() => run(temporaryFolder())).toThrow(
      /is not a runbook or a folder of runbooks: it is empty; run cdktf synth/,
    );
  });

  test("refuses a path that does not exist, and says what to do", () => {
    expect(() => run("/nowhere/cdktf.out")).toThrow(/it does not exist; run cdktf synth first/);
  });

  test("refuses a finding of a severity that it does not know", () => {
    const folder = withFindings([{ ...someFinding(), severity: "fatal" as "error" }]);
    expect(() => run(folder)).toThrow(/findings\[0\]\.severity must be one of error, warning, info, got "fatal"/);
  });
});
