import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EXIT_CODES } from "../lib/explain/exit-codes";
import { parseAcceptances } from "../lib/review/acceptance";
import { RISK_RULES } from "../lib/review/risks";
import { synthContoso, temporaryFolder } from "./instruments/contoso";
import { Simulator } from "./instruments/simulator";
import { Workspace } from "./instruments/terraform";

const ROOT = resolve(__dirname, "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** The fenced blocks of the page, in their order. */
const blocks = [...README.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language: language ?? "",
  text: text ?? "",
}));

function block(start: string): string[] {
  const found = blocks.find(({ text }) => text.includes(start));
  if (found === undefined) throw new Error(`README.md has no block with ${start}`);
  return found.text.split("\n").filter((line) => line.trim() !== "");
}

const words = (text: string): string => text.replace(/[\s>]+/g, " ");

describe("what the README shows", () => {
  const more = synthContoso({ allowed: ["fabrikam.com", "northwindtraders.com"] });

  test("runs: the quick start synthesizes a runbook", () => {
    const folder = temporaryFolder();
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    const code = blocks.find(({ language }) => language === "ts")?.text ?? "";
    const names = [...new Set(code.match(/\b(?:[A-Z][A-Za-z]+)(?=\(|\.)/g))].join(", ");
    const main = [
      `import { App, TerraformStack } from "cdktf";`,
      `import { ${names} } from ${JSON.stringify(join(ROOT, "lib"))};`,
      `const app = new App({ outdir: ${JSON.stringify(folder)} });`,
      `const stack = new TerraformStack(app, "contoso");`,
      code,
      "app.synth();",
    ];
    const path = join(folder, "main.ts");
    writeFileSync(path, main.join("\n"));
    const run = spawnSync(process.execPath, ["--import", "tsx", path], { cwd: ROOT, encoding: "utf8" });
    expect({ status: run.status, stderr: run.stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining("") as string,
    });
    expect(existsSync(join(folder, "stacks", "contoso", "onprem", "RUNBOOK.md"))).toBe(true);
  });

  test("is the plan that Terraform prints for one more partner", () => {
    const workspace = new Workspace(synthContoso().stackDir);
    workspace.init();
    workspace.plan();
    workspace.apply();
    workspace.replace(more.stackDir);
    const plan = workspace.plan().text;
    for (const line of block("Plan: 2 to add")) expect(words(plan)).toContain(words(line));
  });

  test("is the step script, line by line", () => {
    const script = readFileSync(join(more.onprem, "30-share", "CsHostingProvider.Office365.ps1"), "utf8");
    const text = blocks.find((found) => found.language === "powershell")?.text ?? "no block";
    expect(script.replace(/\r\n/g, "\n")).toContain(text);
  });

  test("is the dry run that the engineer sees for one more partner", async () => {
    const simulator = Simulator.from("right");
    const { stdout } = await simulator.run("lync", more.onprem);
    for (const line of block("enters CsAllowedDomain")) expect(stdout).toContain(line);
  });

  test("is the review of a pull request that opens federation", () => {
    const review = readFileSync(join(__dirname, "golden", "review", "federation-opened", "diff.txt"), "utf8");
    for (const line of block("contoso: CRITICAL risk")) expect(review.split("\n")).toContain(line);
  });

  test("is an acceptance that the program reads, with a rule and a subject of that review", () => {
    const text = blocks.find(({ language }) => language === "json")?.text ?? "no block";
    const rules = RISK_RULES.map(({ id }) => id);
    const [acceptance] = parseAcceptances("README.md", text, "2026-12-31", rules).valid;
    const review = readFileSync(join(__dirname, "golden", "review", "federation-opened", "diff.txt"), "utf8");
    expect(review).toContain(`Rule: ${acceptance?.rule ?? "none"} (${acceptance?.subject ?? "none"})`);
  });

  test("names every exit code of both programs, with the words of explain", () => {
    for (const { number, program } of EXIT_CODES) {
      const row = README.split("\n").find((line) => line.startsWith(`| ${number} `));
      expect({ number, row }).toEqual({ number, row: expect.stringMatching(/^\|.*\|.*\|.*\|$/) as string });
      const cell = row?.split("|")[program === "lync-hybrid" ? 2 : 3]?.trim();
      expect({ program, number, isEmpty: cell === "" }).toEqual({ program, number, isEmpty: false });
    }
  });

  test("names every command of the program", () => {
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "lib/cli/main.ts", "--help"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)]
      .map((match) => match[1])
      .filter((name) => name !== "help");
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) expect(README).toContain(`| \`lync-hybrid ${command ?? ""} `);
  });

  test("maps what the mission names to constructs, examples and tests that exist", () => {
    const section = README.split("\n## ").find((text) => text.startsWith("What the mission names")) ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("| ") && !/^\| (noun|-)/.test(line));
    expect(rows.length).toBe(5);
    const front = readFileSync(join(ROOT, "lib", "index.ts"), "utf8");
    for (const row of rows) {
      const [, , constructs = "", example = "", tests = ""] = row.split("|");
      const names = [...constructs.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? "");
      expect({ row, missing: names.filter((name) => !new RegExp(`\\b${name}\\b`).test(front)) }).toEqual({
        row,
        missing: [],
      });
      const program = /\(([\w./-]+\.ts)\)/.exec(example)?.[1] ?? "no example";
      expect(readFileSync(join(ROOT, program), "utf8")).toContain(names[0] ?? "nothing");
      for (const [, path = ""] of tests.matchAll(/`([^`]+)`/g))
        expect({ path, exists: existsSync(join(ROOT, path)) }).toEqual({ path, exists: true });
    }
  });

  test("is the warning that synthesis prints", () => {
    const { warnings } = synthContoso();
    const quoted = README.split("\n").filter((line) => line.startsWith("> HYB-FED-019") || line.startsWith("> list:"));
    expect(quoted.length).toBe(2);
    expect(words(warnings)).toContain(words(quoted.join(" ")).trim());
  });
});
