import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plan, PlanOptions } from "../../lib/cli/plan";
import { Exit } from "../../lib/cli/terminal";
import { settingsDigest } from "../../lib/onprem/settings-digest";
import { Baseline, baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { parseManifest } from "../../lib/runbook/manifest-reader";
import { synthContoso, temporaryFolder } from "../instruments/contoso";
import { FakeTerminal } from "./fake-terminal";

const { outdir, onprem } = synthContoso();

function baselineAt(of: Baseline): string {
  const path = join(temporaryFolder(), "contoso.json");
  writeFileSync(path, baselineText(of));
  return path;
}

/** Everything of main.ts as a run that did exactly that would have recorded it. */
function allDone(): Baseline {
  const path = join(onprem, "manifest.json");
  const { steps, digest } = parseManifest(path, readFileSync(path, "utf8"));
  return {
    schema: 1,
    steps: steps.map((step) => ({
      id: step.id,
      state: "done",
      phase: step.phase,
      shell: step.shell,
      host: step.host,
      shape: step.shape,
      after: step.after,
      digest,
      objects: step.objects.map((object) => ({
        noun: object.noun,
        identity: object.identity,
        settings: settingsDigest(object),
        createdByUs: "yes",
        foundAs: null,
        before: [],
      })),
    })),
  };
}

const NOT_DONE = baselineAt(EMPTY_BASELINE);
const DONE = baselineAt(allDone());

function tfplan(...changes: readonly object[]): string {
  const path = join(temporaryFolder(), "plan.json");
  writeFileSync(
    path,
    JSON.stringify({ format_version: "1.2", complete: true, errored: false, resource_changes: changes }),
  );
  return path;
}

const GROUP = {
  address: "azuread_group.pilot",
  mode: "managed",
  type: "azuread_group",
  name: "pilot",
  change: {
    actions: ["delete"],
    before: { display_name: "pilot" },
    after: null,
    before_sensitive: {},
    after_sensitive: false,
  },
};

function run(options: Partial<PlanOptions>): { exit: Exit; out: string; said: string } {
  const terminal = new FakeTerminal();
  const all = { format: "text", json: false, detailedExitcode: false, baseline: NOT_DONE, ...options } as const;
  const exit = plan(outdir, all, terminal);
  return { exit, out: terminal.out, said: terminal.said };
}

describe("lync-hybrid plan", () => {
  test("lists what people do in their order, and says that the cloud half is not told", () => {
    const { out, said } = run({});
    expect(out).toMatch(
      /^contoso: 8 things are left to do by on-premises administrator, tenant administrator; HIGH risk/,
    );
    expect(out.match(/^[A-Z]+ +\d\./gm)?.length).toBe(8);
    expect(said).toBe("The cloud half is not told: name a plan with --tfplan.\n");
  });

  test("puts what Terraform does before them, in the same list", () => {
    const { out, said } = run({ tfplan: tfplan(GROUP) });
    expect(out.replace(/\s+/g, " ")).toContain("HIGH 1. azuread_group.pilot is destroyed. pipeline (terraform apply)");
    expect(out).toContain("9 things are left to do by on-premises administrator, pipeline, tenant administrator");
    expect(said).toBe("");
  });

  test("says in one line that nothing is left, and exits with 0", () => {
    const { exit, out } = run({ baseline: DONE, detailedExitcode: true });
    expect(out).toBe("contoso: nothing is left to do; 8 steps are done as declared.\n");
    expect(exit).toBe(Exit.FINE);
  });

  test("exits with 2 when something is left and the exit code is asked for", () => {
    expect(run({ detailedExitcode: true }).exit).toBe(Exit.CHANGES);
    expect(run({ baseline: DONE, tfplan: tfplan(GROUP), detailedExitcode: true }).exit).toBe(Exit.CHANGES);
  });

  test("names what was applied and is not declared any more, when no script takes it back yet", () => {
    const [step] = allDone().steps;
    if (step === undefined) throw new Error("nothing was done");
    const gone = { ...step, id: "CsSipDomain/adatum.com", shape: "entity" as const, phase: "10-prepare" as const };
    const domain = {
      noun: "CsSipDomain",
      identity: "adatum.com",
      settings: "0".repeat(12),
      createdByUs: "yes",
      foundAs: null,
      before: [],
    } as const;
    const baseline = baselineAt({ schema: 1, steps: [...allDone().steps, { ...gone, objects: [domain] }] });
    const { exit, out } = run({ baseline, detailedExitcode: true });
    expect(out.replace(/\s+/g, " ")).toContain(
      "Not in the runbook yet: CsSipDomain/adatum.com: The runbook does not take it back yet",
    );
    expect(exit).toBe(Exit.CHANGES);
  });

  test("is a table for the forge, and data for programs", () => {
    expect(run({ format: "markdown" }).out).toContain("| # | Risk | What | Who | People | Undo | By |");
    const data = JSON.parse(run({ json: true }).out) as { rows: object[] };
    expect(data).toMatchObject({ schema: 1, stack: "contoso", risk: "high", done: 0 });
    expect(data.rows.length).toBe(8);
  });

  test("refuses a file that is no plan", () => {
    expect(() => run({ tfplan: NOT_DONE })).toThrow(/is not a plan/);
  });

  test("refuses a baseline that is not there", () => {
    expect(() => run({ baseline: "/nowhere/contoso.json" })).toThrow(/does not exist/);
  });
});
