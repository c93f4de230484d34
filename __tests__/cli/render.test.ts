import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "../../lib/cli/render";
import { Exit } from "../../lib/cli/terminal";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { folderContent } from "../instruments/folder-content";
import { FakeTerminal } from "./fake-terminal";

const { outdir, onprem } = synthContoso();

function run(
  to: string,
  check = false,
  from = outdir,
  json = false,
): { readonly exit: Exit; readonly terminal: FakeTerminal } {
  const terminal = new FakeTerminal();
  return { exit: render({ from, to, check, json }, terminal), terminal };
}

/** A folder that holds the rendered runbook already. */
function rendered(): string {
  const to = join(temporaryFolder(), "runbook");
  run(to);
  return to;
}

describe("lync-hybrid render", () => {
  test("copies the runbook byte by byte and says how many files that were", () => {
    const to = join(temporaryFolder(), "deep", "runbook");
    const { exit, terminal } = run(to);
    expect(exit).toBe(Exit.FINE);
    expect(folderContent(join(to, "contoso"))).toEqual(folderContent(onprem));
    const count = Object.keys(folderContent(onprem)).length;
    expect(terminal.out).toBe(`${join(to, "contoso")}: files changed: ${String(count)}\n`);
  });

  test("tells programs the same, with --json", () => {
    const to = rendered();
    rmSync(join(to, "contoso", "RUNBOOK.md"));
    const files = [{ path: "RUNBOOK.md", what: "missing" }];
    const expected = { schema: 1, stacks: [{ stack: "contoso", folder: join(to, "contoso"), files }] };
    const checked = run(to, true, outdir, true);
    expect(checked.exit).toBe(Exit.FAILURE);
    expect(JSON.parse(checked.terminal.out)).toEqual(expected);
    expect(JSON.parse(run(to, false, outdir, true).terminal.out)).toEqual(expected);
    expect(folderContent(join(to, "contoso"))).toEqual(folderContent(onprem));
  });

  test("says the second time that nothing changed", () => {
    expect(run(rendered()).terminal.out).toContain("nothing changed");
  });

  test("takes away what a former synthesis left", () => {
    const to = rendered();
    writeFileSync(join(to, "contoso", "20-federate", "CsTrunk.Global.ps1"), "");
    run(to);
    expect(folderContent(join(to, "contoso"))).toEqual(folderContent(onprem));
  });

  test("names a folder that was not synthesized here and leaves it alone", () => {
    const to = rendered();
    mkdirSync(join(to, "fabrikam"));
    expect(run(to).terminal.said).toContain(`${join(to, "fabrikam")} was not synthesized here`);
    expect(existsSync(join(to, "fabrikam"))).toBe(true);
  });

  test("refuses where nothing was synthesized, and writes nothing", () => {
    const to = join(temporaryFolder(), "runbook");
    expect(() => run(to, false, temporaryFolder())).toThrow(/no stack with a runbook stands in it; run cdktf synth/);
    expect(existsSync(to)).toBe(false);
  });
});

describe("lync-hybrid render --check", () => {
  test("is content with what was rendered", () => {
    const { exit, terminal } = run(rendered(), true);
    expect(exit).toBe(Exit.FINE);
    expect(terminal.out).toBe("All rendered runbooks are what was synthesized.\n");
  });

  const stale: readonly (readonly [string, (folder: string) => void, string])[] = [
    ["changed by one byte", (folder): void => { appendFileSync(join(folder, "steps.json"), " "); }, "steps.json: changed"],
    ["missing", (folder): void => { rmSync(join(folder, "RUNBOOK.md")); }, "RUNBOOK.md: missing"],
    ["left over", (folder): void => { writeFileSync(join(folder, "old.ps1"), ""); }, "old.ps1: left over"],
  ]; // prettier-ignore
  test.each(stale)("fails on a file that is %s, names it and repairs nothing", (_, spoil, line) => {
    const to = rendered();
    spoil(join(to, "contoso"));
    const spoilt = folderContent(to);
    const { exit, terminal } = run(to, true);
    expect(exit).toBe(Exit.FAILURE);
    expect(terminal.out).toBe(`${join(to, "contoso")}/${line}\n`);
    expect(terminal.said).toContain("files: 1.");
    expect(folderContent(to)).toEqual(spoilt);
  });

  test("fails where nothing was ever rendered", () => {
    const to = join(temporaryFolder(), "runbook");
    const { exit, terminal } = run(to, true);
    expect(exit).toBe(Exit.FAILURE);
    expect(terminal.out).toContain(`${join(to, "contoso", "RUNBOOK.md")}: missing`);
    expect(existsSync(to)).toBe(false);
  });
});
