import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "../instruments/contoso";

const ROOT = resolve(__dirname, "../..");

function lyncHybrid(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const call = ["--import", "tsx", "lib/cli/main.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd: ROOT, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the command line", () => {
  test("shows examples with --help", () => {
    const { status, stdout, stderr } = lyncHybrid("--help");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const command of ["diff", "lint", "render", "receipts", "runbook", "explain"])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
    expect(stdout).toContain("$ lync-hybrid diff /tmp/main/cdktf.out cdktf.out");
  });

  test("takes the paths behind --tfplan as paths, not as more plans", () => {
    const { status, stderr } = lyncHybrid("diff", "--tfplan", "plan.json", "/nowhere/before", "/nowhere/after");
    expect(status).toBe(1);
    expect(stderr).toMatch(/"\/nowhere\/before" is not a runbook/);
  });

  test("suggests the command that was meant, and fails", () => {
    const { status, stdout, stderr } = lyncHybrid("rendr");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/unknown command 'rendr'\n\(Did you mean render\?\)/);
  });

  test("lints with short options, and exits with 3 for what --fail-on names", () => {
    const golden = "__tests__/golden/contoso";
    const { status, stdout, stderr } = lyncHybrid("lint", golden, "--json", "--fail-on", "warning");
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("fail this run: 1") as unknown,
    });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1 });
    const sarif = lyncHybrid("lint", golden, "--format", "sarif", "--today", "2026-11-24");
    expect(sarif).toMatchObject({ status: 0, stderr: "" });
    expect(sarif.stdout).toContain(`"uri": "${golden}/onprem/manifest.json"`);
  });

  test.each([
    [["--format", "xml"], /argument 'xml' is invalid\. Allowed choices are text, json/],
    [["--fail-on", "fatal"], /argument 'fatal' is invalid\. Allowed choices are error, warning, info, none/],
    [["--json", "--format", "junit"], /'--json' cannot be used with option '--format <format>'/],
  ])("refuses lint %j", (options, words) => {
    const { status, stdout, stderr } = lyncHybrid("lint", ...options);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(words);
  });

  test("lets a damaged file that it quotes move no cursor and start no command of a pipeline's runner", () => {
    const file = join(temporaryFolder(), "manifest.json");
    writeFileSync(file, "x\n::add-mask::y ##vso[task.complete]\u001b[2J");
    const { status, stderr } = lyncHybrid("lint", file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/is not a runbook manifest: it is no JSON/);
    expect(stderr).not.toMatch(/^\s*::|##|\u001b/m);
  });

  test("prints a refusal of ours as one line without a stack, and fails", () => {
    const { status, stdout, stderr } = lyncHybrid("diff", "/nowhere/before", "/nowhere/after");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^lync-hybrid: "\/nowhere\/before" is not a runbook[^\n]*it does not exist[^\n]*\.\n$/);
  });

  test("shows examples with the help of every command that has any", () => {
    for (const command of [["explain"], ["runbook", "list"], ["runbook", "show"], ["runbook", "status"]]) {
      const { status, stdout } = lyncHybrid(...command, "--help");
      expect({ command, status }).toEqual({ command, status: 0 });
      expect(stdout).toContain(`$ lync-hybrid ${command.join(" ")}`);
    }
  }, 30_000);

  test("fails with 1 on a code that nothing is known of, and names near ones", () => {
    const { status, stdout, stderr } = lyncHybrid("explain", "HYB-FED-19");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^lync-hybrid: nothing is known of "HYB-FED-19" \(did you mean "HYB-FED-019"[^\n]*\n$/);
  });
});
