import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { FederationPolicy } from "../../lib";
import { synthContoso } from "../instruments/contoso";
import { planned, planText } from "../review/terraform/plans";
import { PipelineRun } from "./pipeline-run";

const closed = synthContoso();
const open = synthContoso({ policy: FederationPolicy.open() });

/** Both sides as synthesize.sh leaves them. `undefined`: nothing declared. */
function sides(base: string | undefined, head: string): PipelineRun {
  const run = new PipelineRun();
  mkdirSync(run.path("review/base/cdktf.out"), { recursive: true });
  if (base !== undefined) cpSync(base, run.path("review/base/cdktf.out"), { recursive: true });
  cpSync(head, run.path("review/head/cdktf.out"), { recursive: true });
  return run;
}

function accepted(until: string): string {
  const subjects = ["CsAccessEdgeConfiguration/Global", "domain-lists/tenant"];
  const why = { rule: "federation-opened", who: "Anna", reason: "The board decided it.", until };
  return JSON.stringify({ schema: 1, accepted: subjects.map((subject) => ({ subject, ...why })) });
}

describe("a pull request that opens federation", () => {
  const run = sides(closed.outdir, open.outdir);

  test("is written down with its labels, whatever the gate will say", () => {
    expect(run.script("review.sh")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(run.read("review/review.md")).toMatch(
      /^<!-- cdktf-lync-hybrid:diff contoso -->\n### contoso: CRITICAL risk/,
    );
    expect(JSON.parse(run.read("review/review.json"))).toMatchObject({
      labels: expect.arrayContaining(["needs/tenant-administrator", "risk/critical"]) as unknown,
    });
  });

  test("is refused by the gate with 4, which says where somebody could answer for it, and whose acceptance ran out", () => {
    run.write("accepted-risks.json", accepted("2020-12-31"));
    const { status, stdout, stderr } = run.script("gate.sh");
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
    expect(stderr).toMatch(/^contoso: critical risk is above --max-risk high and not accepted\./m);
    expect(stderr).toContain("was accepted until 2020-12-31 and counts no more.");
  });

  test("is a page too", () => {
    expect(run.script("page.sh")).toMatchObject({ status: 0, stdout: "" });
    expect(run.read("review/review.html")).toMatch(/^<!doctype html>[^]*federation/i);
  });

  test("passes the gate when somebody answers for it", () => {
    run.write("risks/accepted.json", accepted("2999-12-31"));
    expect(run.script("gate.sh", [], { ACCEPTED_RISKS: "risks/accepted.json" }).status).toBe(0);
  });
});

test("findings fail the step with 3 when it asks for that, and both files are there all the same", () => {
  const run = sides(undefined, closed.outdir);
  const { status, stdout } = run.script("lint.sh", ["azure"], { LINT_FAIL_ON: "warning" });
  expect(status).toBe(3);
  expect(stdout).toMatch(/^##vso\[task\.logissue type=warning;[^\n]*HYB-FED-019/);
  expect(JSON.parse(run.read("review/findings.sarif"))).toMatchObject({ version: "2.1.0" });
  expect(run.read("review/findings.xml")).toContain("<testsuite");
});

describe("a review that cannot be made", () => {
  test("leaves no older one to post, and nothing is posted", () => {
    const run = sides(closed.outdir, closed.outdir);
    run.forge([]);
    run.write("review/review.md", "<!-- cdktf-lync-hybrid:diff contoso -->\nof the last push\n");
    run.write("review/review.json", '{ "labels": ["risk/low"] }');
    run.write("review/head/cdktf.out/stacks/contoso/onprem/manifest.json", "half a manif");
    const { status, stderr } = run.script("review.sh");
    expect(status).toBe(1);
    expect(stderr).toContain("is not a runbook manifest");
    expect(readdirSync(run.path("review")).sort()).toEqual(["base", "head"]);
    const env = { GITHUB_REPOSITORY: "contoso/hybrid", PULL_REQUEST: "7" };
    for (const script of ["comment-github.sh", "labels-github.sh"]) expect(run.script(script, [], env).status).toBe(1);
    expect(run.calls()).toEqual([]);
  });

  test("does not pass the gate", () => {
    const run = new PipelineRun();
    const { status, stderr } = run.script("gate.sh");
    expect(status).toBe(1);
    expect(stderr).toContain("it does not exist");
  });
});

describe("a first pull request, with a plan, of a stack with a hostile name", () => {
  const hostile = "contoso $(touch pwned) `touch pwned`";
  const run = sides(undefined, closed.outdir);

  test("is compared with nothing, says so below its hidden first line, and reads the plan of that name", () => {
    const manifest = "review/head/cdktf.out/stacks/contoso/onprem/manifest.json";
    run.write(manifest, run.read(manifest).replace('"stack": "contoso"', `"stack": "${hostile}"`));
    run.write("review/base-note.md", "> The base has no main.ts.\n");
    run.write(`review/plans/${hostile}.json`, planText([planned({ actions: ["delete"], before: { id: "1" } })]));
    expect(run.script("review.sh")).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(run.read("review/review.json"))).toMatchObject({ stacks: [{ terraform: { from: "plan" } }] });
    const [marker, note, blank, title] = run.read("review/review.md").split("\n");
    expect(marker).toMatch(/^<!-- cdktf-lync-hybrid:diff contoso-[a-z-]* -->$/);
    expect([note, blank]).toEqual(["> The base has no main.ts.", ""]);
    expect(title).toMatch(/^### contoso \\\$\\\(touch pwned\\\) /);
  });

  test("is posted as it is, and its name runs nothing", () => {
    run.forge([
      { method: "GET", address: "/comments", body: [] },
      { method: "POST", address: "/comments", body: {} },
    ]);
    const env = { GITHUB_REPOSITORY: "contoso/hybrid", PULL_REQUEST: "7" };
    expect(run.script("comment-github.sh", [], env)).toMatchObject({ status: 0, stderr: "" });
    expect(run.changes()).toMatchObject([{ sent: { body: run.read("review/review.md") } }]);
    expect(existsSync(run.path("pwned"))).toBe(false);
  });
});
