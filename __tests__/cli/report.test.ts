import { join } from "node:path";
import { diff } from "../../lib/cli/diff";
import { report } from "../../lib/cli/report";
import { Exit } from "../../lib/cli/terminal";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { FakeTerminal } from "./fake-terminal";

const before = synthContoso();
const after = synthContoso({ allowed: ["fabrikam.com", "adatum.com"] });

function run(path: string, against?: string): string {
  const terminal = new FakeTerminal();
  const options = against === undefined ? {} : { before: against };
  expect(report(path, options, terminal)).toBe(Exit.FINE);
  expect(terminal.said).toBe("");
  return terminal.out;
}

describe("lync-hybrid report", () => {
  test("writes a page in which everything is new when there is nothing to compare with", () => {
    const page = run(before.outdir);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page).toMatch(/New: Microsoft 365 is the hosting provider/);
  });

  test("writes the page of the difference to an earlier synthesis", () => {
    const page = run(after.outdir, before.outdir);
    expect(page).toContain("Allowed partner adatum.com is added");
    expect(page).not.toContain("New: Microsoft 365 is the hosting provider");
  });

  test("says that nothing changes where nothing does", () => {
    expect(run(before.outdir, before.outdir)).toContain("<title>contoso: no changes</title>");
  });

  test("refuses an empty folder and an earlier synthesis that is not there, with the next move", () => {
    const empty = temporaryFolder();
    expect(() => run(empty)).toThrow(/it is empty; run cdktf synth first/);
    expect(() => run(before.outdir, join(empty, "gone"))).toThrow(/it does not exist; run cdktf synth first/);
  });
});

describe("lync-hybrid diff --format html", () => {
  test("writes the same page, and exits with 2 only when asked", () => {
    for (const detailedExitcode of [false, true]) {
      const terminal = new FakeTerminal();
      const exit = diff(before.outdir, after.outdir, { format: "html", json: false, detailedExitcode }, terminal);
      expect(exit).toBe(detailedExitcode ? Exit.CHANGES : Exit.FINE);
      expect(terminal.out).toBe(run(after.outdir, before.outdir));
    }
  });
});
