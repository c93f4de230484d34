import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

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
    for (const command of ["diff", "render", "receipts"]) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
    expect(stdout).toContain("$ lync-hybrid diff /tmp/main/cdktf.out cdktf.out");
  });

  test("suggests the command that was meant, and fails", () => {
    const { status, stdout, stderr } = lyncHybrid("rendr");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/unknown command 'rendr'\n\(Did you mean render\?\)/);
  });

  test("prints a refusal of ours as one line without a stack, and fails", () => {
    const { status, stdout, stderr } = lyncHybrid("diff", "/nowhere/before", "/nowhere/after");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^lync-hybrid: "\/nowhere\/before" is not a runbook[^\n]*it does not exist[^\n]*\.\n$/);
  });
});
