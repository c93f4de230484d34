import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { diff, DiffOptions } from "../../lib/cli/diff";
import { Exit } from "../../lib/cli/terminal";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { FakeTerminal } from "./fake-terminal";

const before = synthContoso();
const after = synthContoso({ allowed: ["fabrikam.com", "adatum.com"] });

function run(left: string, right: string, options: Partial<DiffOptions> = {}): { exit: Exit; out: string } {
  const terminal = new FakeTerminal();
  const exit = diff(left, right, { format: "text", json: false, detailedExitcode: false, ...options }, terminal);
  expect(terminal.said).toBe("");
  return { exit, out: terminal.out };
}

/** The manifest of contoso as that of another stack, at this path. */
function otherStack(path: string): string {
  const manifest = readFileSync(join(before.onprem, "manifest.json"), "utf8");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, manifest.replace('"stack": "contoso"', '"stack": "fabrikam"'));
  return path;
}

describe("lync-hybrid diff", () => {
  test("says in one line that nothing changes, and exits with 0 however it is asked", () => {
    expect(run(before.outdir, before.outdir)).toEqual({ exit: Exit.FINE, out: "No changes.\n" });
    expect(run(before.outdir, before.outdir, { detailedExitcode: true }).exit).toBe(Exit.FINE);
  });

  test("tells a change and exits with 0, or with 2 when the exit code is asked for", () => {
    const { exit, out } = run(before.outdir, after.outdir);
    expect(exit).toBe(Exit.FINE);
    expect(out).toContain("Allowed partner adatum.com is added");
    expect(run(before.outdir, after.outdir, { detailedExitcode: true })).toEqual({ exit: Exit.CHANGES, out });
  });

  test("reads cdktf.out, a stack's folder, a runbook folder, its manifest and a folder of runbooks alike", () => {
    const rendered = temporaryFolder();
    cpSync(before.onprem, join(rendered, "contoso"), { recursive: true });
    const paths = [before.outdir, before.stackDir, before.onprem, join(before.onprem, "manifest.json"), rendered];
    for (const path of paths) expect(run(path, before.outdir).out).toBe("No changes.\n");
  });

  test("writes Markdown that a pipeline finds again, also when nothing changes", () => {
    const marker = /^<!-- cdktf-lync-hybrid:diff contoso -->\n/;
    expect(run(before.outdir, after.outdir, { format: "markdown" }).out).toMatch(marker);
    expect(run(before.outdir, before.outdir, { format: "markdown" }).out).toMatch(marker);
  });

  test("takes an empty folder as nothing declared: a first pull request can be reviewed", () => {
    expect(run(temporaryFolder(), before.outdir).out).toMatch(/\+ New: Microsoft 365 is the hosting provider/s);
  });

  test("is silent about a stack that does not change beside one that does", () => {
    const left = temporaryFolder();
    const right = temporaryFolder();
    cpSync(before.onprem, join(left, "contoso"), { recursive: true });
    cpSync(after.onprem, join(right, "contoso"), { recursive: true });
    for (const folder of [left, right]) otherStack(join(folder, "fabrikam", "manifest.json"));
    const { out } = run(left, right);
    expect(out).toContain("contoso: ");
    expect(out).not.toContain("fabrikam: ");
  });

  test("refuses two different stacks: comparing them would say nonsense", () => {
    const other = otherStack(join(temporaryFolder(), "manifest.json"));
    expect(() => run(before.outdir, other)).toThrow(
      /is not a runbook of the stack "contoso": it belongs to "fabrikam"/,
    );
  });

  test("refuses a path that does not exist, and says what to do", () => {
    expect(() => run("/nowhere/cdktf.out", before.outdir)).toThrow(/it does not exist; run cdktf synth first/);
  });

  test("refuses a folder without a runbook: a wrong path must not look like everything new", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "README.md"), "");
    expect(() => run(folder, before.outdir)).toThrow(/no runbook stands in it or below it/);
  });

  test("refuses a folder that holds one stack twice", () => {
    const folder = temporaryFolder();
    for (const name of ["one", "two"]) cpSync(before.onprem, join(folder, name), { recursive: true });
    expect(() => run(folder, before.outdir)).toThrow(/it holds the stack "contoso" twice/);
  });

  test("refuses a manifest that was edited by hand", () => {
    const file = join(temporaryFolder(), "manifest.json");
    writeFileSync(
      file,
      readFileSync(join(before.onprem, "manifest.json"), "utf8").replace('"schema": 1', '"schema": 9'),
    );
    expect(() => run(file, before.outdir)).toThrow(/schema must be one of 1, got 9/);
  });
});
