import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../instruments/contoso";
import { PipelineRun } from "./pipeline-run";

const BASE = "review/base/cdktf.out";
const HEAD = "review/head/cdktf.out";
const MANIFEST = "stacks/contoso/onprem/manifest.json";

/** Stands in for npm: `ci` is noted; `run synth` writes what the file main.ts of the working directory holds. */
const NPM = `
echo "$1 in $(basename "$PWD")" >> "$HOME/npm"
if [ "$1" = ci ]; then exit "$(cat ci-exit 2> /dev/null || echo 0)"; fi
mkdir -p "$CDKTF_OUTDIR/stacks/contoso/onprem"
echo partly > "$CDKTF_OUTDIR/cdk.tf.json"
! grep -q broken main.ts || exit 1
grep -q nothing main.ts || cp main.ts "$CDKTF_OUTDIR/${MANIFEST}"
`;

type Files = Readonly<Record<string, string>>;

class Repository extends PipelineRun {
  public readonly home = temporaryFolder();

  public constructor(base: Files, head: Files) {
    super();
    this.tool("npm", NPM);
    this.git("init", "--quiet");
    this.commit({ ".gitignore": "node_modules/\nreview/\n", ...base });
    for (const path of Object.keys(base)) rmSync(this.path(path));
    this.commit(head);
  }

  public synthesize(base = "HEAD^1"): { readonly status: number | null; readonly stderr: string } {
    const { status, stderr } = this.script("synthesize.sh", [base], { HOME: this.home });
    return { status, stderr };
  }

  public npm(): string[] {
    const path = join(this.home, "npm");
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  }

  public git(...args: readonly string[]): string {
    const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    const { status, stdout, stderr } = spawnSync("git", [...who, ...args], { cwd: this.folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  private commit(files: Files): void {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "-m", "test");
  }
}

const LOCK = { "package-lock.json": "{}" };

describe("synthesizing both sides", () => {
  test("gives the base its own state, and leaves no second checkout behind", () => {
    const run = new Repository({ "main.ts": "before", ...LOCK }, { "main.ts": "after", ...LOCK });
    expect(run.synthesize()).toEqual({ status: 0, stderr: "" });
    expect([run.read(`${BASE}/${MANIFEST}`), run.read(`${HEAD}/${MANIFEST}`)]).toEqual(["before", "after"]);
    expect(run.git("worktree", "list").trim().split("\n")).toHaveLength(1);
    expect(run.git("status", "--porcelain")).toBe("");
    expect(existsSync(run.path("node_modules/.bin"))).toBe(true);
    expect(run.npm().filter((line) => line.startsWith("ci"))).toEqual([]);
  });

  test("installs the packages of the base where it names others", () => {
    const run = new Repository({ "main.ts": "before", "package-lock.json": "{ }" }, { "main.ts": "after", ...LOCK });
    expect(run.synthesize().status).toBe(0);
    expect(run.npm()).toContain("ci in base");
  });

  test.each<[string, Files, string]>([
    ["has no main.ts", {}, "The base has no main.ts."],
    ["does not synthesize", { "main.ts": "broken" }, "The base does not synthesize."],
    ["declares nothing of ours", { "main.ts": "nothing" }, "The base declares no hybrid deployment."],
  ])("compares with nothing when the base %s, and says so", (_, base, words) => {
    const run = new Repository({ ...base, ...LOCK }, { "main.ts": "after", ...LOCK });
    const { status, stderr } = run.synthesize();
    expect({ status, base: readdirSync(run.path(BASE)) }).toEqual({ status: 0, base: [] });
    expect(stderr).toContain(words);
    expect(run.read("review/base-note.md")).toBe(`> ${words} Everything below is compared with nothing declared.\n`);
  });

  test("refuses a base that is not in the clone, or no commit at all, instead of comparing with nothing", () => {
    const run = new Repository({ "main.ts": "before" }, { "main.ts": "after" });
    for (const base of ["0123456789012345678901234567890123456789", "--all", "HEAD^1; touch pwned"]) {
      const { status, stderr } = run.synthesize(base);
      expect({ status, note: existsSync(run.path("review/base-note.md")) }).toEqual({ status: 1, note: false });
      expect(stderr).toContain(`the base commit '${base}' is not in this clone. Fetch more history.`);
    }
    expect(existsSync(run.path("pwned"))).toBe(false);
  });

  test("refuses when the packages of the base cannot be installed: that says nothing of what it declares", () => {
    const run = new Repository({ "main.ts": "before", "ci-exit": "7" }, { "main.ts": "after", ...LOCK });
    expect(run.synthesize().status).toBe(7);
    expect(existsSync(run.path("review/base-note.md"))).toBe(false);
    expect(run.git("worktree", "list").trim().split("\n")).toHaveLength(1);
  });

  test("refuses a change that does not synthesize, and leaves no older output to review", () => {
    const run = new Repository({ "main.ts": "before" }, { "main.ts": "broken" });
    run.write(`${HEAD}/${MANIFEST}`, "of the last push");
    expect(run.synthesize().status).toBe(1);
    expect(existsSync(run.path(HEAD, MANIFEST))).toBe(false);
  });

  test("refuses a synthesis that writes elsewhere", () => {
    const run = new Repository({ "main.ts": "before" }, { "main.ts": "nothing" });
    const { status, stderr } = run.synthesize();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /npm run synth wrote no runbook to [^\n]*review\/head\/cdktf\.out\. Does it obey CDKTF_OUTDIR\?/,
    );
  });
});

describe("after the merge", () => {
  const golden = join(__dirname, "../golden/contoso/onprem");

  function merged(): PipelineRun {
    const run = new PipelineRun();
    run.tool("npm", `mkdir -p "$CDKTF_OUTDIR/stacks/contoso" && cp -R '${golden}' "$CDKTF_OUTDIR/stacks/contoso/"`);
    mkdirSync(run.path("runbook"));
    cpSync(golden, run.path("runbook/contoso"), { recursive: true });
    return run;
  }

  test("a rendered runbook that is what was synthesized is kept", () => {
    expect(merged().script("runbook.sh")).toMatchObject({ status: 0, stderr: "" });
  });

  test("a stale one is refused", () => {
    const run = merged();
    writeFileSync(run.path("runbook/contoso/RUNBOOK.md"), "older");
    const { status, stdout } = run.script("runbook.sh");
    expect(status).toBe(1);
    expect(stdout).toContain("runbook/contoso/RUNBOOK.md: changed");
  });
});

describe("Terraform in a pipeline", () => {
  const terraform = 'echo "$* as ${ARM_CLIENT_ID:-nobody}" >> "$HOME/terraform"\n[ "$2" != show ] || echo "{}"';

  function stacks(shell: string): PipelineRun & { readonly called: () => string } {
    const run = new PipelineRun();
    run.tool("terraform", shell);
    for (const stack of ["adatum", "contoso"]) run.write(`${HEAD}/stacks/${stack}/cdk.tf.json`, "{}");
    return Object.assign(run, { called: () => run.read("terraform") });
  }

  test("plans every stack without a lock, as the identity that the service connection hands over", () => {
    const run = stacks(terraform);
    const identity = { idToken: "t", tenantId: "contoso", servicePrincipalId: "reader", HOME: run.folder };
    expect(run.script("plan.sh", [], identity)).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(run.path("review/plans"))).toEqual(["adatum.json", "contoso.json"]);
    expect(run.called()).toMatch(/stacks\/contoso\/ plan [^\n]*-lock=false[^\n]* as reader\n/);
    expect(run.called()).not.toMatch(/ apply /);
  });

  test("leaves no plan of a stack that could not be planned, and fails", () => {
    const run = stacks('[ "$2" = init ] || { echo "{}"; exit 1; }');
    run.write("review/plans/contoso.json", "older");
    expect(run.script("plan.sh").status).toBe(1);
    expect(readdirSync(run.path("review/plans"))).toEqual([]);
  });

  test("applies nothing of a stack that could not be planned", () => {
    const run = stacks(`${terraform}\n[ "$2" != plan ]`);
    expect(run.script("apply.sh", [HEAD], { HOME: run.folder }).status).toBe(1);
    expect(run.called()).not.toMatch(/ apply /);
  });
});
