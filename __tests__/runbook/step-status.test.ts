import { settingsDigest } from "../../lib/onprem/settings-digest";
import { Phase } from "../../lib/onprem/phase";
import { Shell } from "../../lib/onprem/shell";
import { Step } from "../../lib/onprem/step";
import { Baseline, DeployedStep } from "../../lib/runbook/baseline";
import { Manifest, manifest as manifestOf } from "../../lib/runbook/manifest";
import { retirementSteps } from "../../lib/runbook/retirement";
import { sessionsOf } from "../../lib/runbook/session";
import { StepStatus, stepStatuses } from "../../lib/runbook/step-status";
import { someStep } from "../instruments/some-step";
import { baselineOf, deployedObject, deployedStep } from "./recorded";

const CONTEXT = { moduleOf: (): { name: string; minimum: undefined } => ({ name: "Lync", minimum: undefined }) };

function runbook(steps: readonly Step[], released: Manifest["released"] = []): Manifest {
  return manifestOf({ stack: "contoso", findings: [], released, landscape: [] }, "a".repeat(64), sessionsOf(steps));
}

/** The step as a run that did exactly what is declared records it. */
function done(step: Step, part: Partial<DeployedStep> = {}): DeployedStep {
  const objects = step.objects.map((object) =>
    deployedObject({ noun: object.noun, identity: object.identity, settings: settingsDigest(object) }),
  );
  const { id, phase, shell, host, shape, after } = step;
  return deployedStep({ id, phase, shell, host, shape, after, objects, ...part });
}

function only(steps: readonly Step[], baseline: Baseline, released: Manifest["released"] = []): StepStatus {
  const [status, ...others] = stepStatuses(runbook(steps, released), baseline);
  if (status === undefined || others.length > 0) throw new Error(`expected one status, got ${others.length + 1}`);
  return status;
}

const PROVIDER = someStep();
const LISTS = someStep({
  id: "domain-lists/edge",
  kind: "domain-lists-edge",
  shape: "list",
  identity: "",
  objects: ["adatum.com", "fabrikam.com"].map((identity) => ({ noun: "CsAllowedDomain", identity, properties: {} })),
});

describe("a step that is declared", () => {
  test("is done as declared when every object has the digest of its settings", () => {
    for (const step of [PROVIDER, LISTS]) {
      expect(only([step], baselineOf(done(step)))).toMatchObject({ state: "as declared", open: false, details: [] });
    }
  });

  test("is done with other settings when one object has another digest, and is open", () => {
    const changed = { ...PROVIDER, objects: [{ noun: "CsHostingProvider", identity: "Office365", properties: {} }] };
    expect(only([changed], baselineOf(done(PROVIDER)))).toMatchObject({
      state: "other settings",
      open: true,
      details: ["CsHostingProvider Office365 was applied with other settings."],
    });
  });

  test("is done with other settings when an entry was declared later", () => {
    const earlier = { ...LISTS, objects: LISTS.objects.slice(1) };
    expect(only([LISTS], baselineOf(done(earlier))).details).toEqual([
      "CsAllowedDomain adatum.com is declared and was not applied.",
    ]);
  });

  test("tells the entry that it removes from the one that it found there and lets be", () => {
    const later = { ...LISTS, objects: [] };
    const of = done(LISTS);
    const foreign = of.objects.map((object, index) => ({ ...object, createdByUs: index === 0 ? "no" : "yes" }) as const);
    expect(only([later], baselineOf({ ...of, objects: foreign }))).toMatchObject({
      state: "other settings",
      details: [
        "CsAllowedDomain adatum.com is no longer declared: the step does not remove it.",
        "CsAllowedDomain fabrikam.com is no longer declared: the step removes it.",
      ],
    });
  });

  test("has nothing left to remove once the baseline has no such entry, whatever the runbook still says", () => {
    const stale = { ...LISTS, removals: [{ noun: "CsAllowedDomain", identity: "wingtip.com", properties: {} }] };
    expect(only([stale], baselineOf(done(LISTS))).state).toBe("as declared");
  });

  test.each([
    ["the baseline does not have it", baselineOf(), []],
    ["it was undone", baselineOf(done(PROVIDER, { state: "undone" })), []],
    ["a run died in it", baselineOf(done(PROVIDER, { state: "started" })), ["A run began it and did not finish."]],
  ])("is not done when %s", (_, baseline, details) => {
    expect(only([PROVIDER], baseline)).toMatchObject({ state: "not done", open: true, details });
  });

  test("by hand is done when it was signed off", () => {
    const manual = someStep({ id: "firewall/edge01", kind: "manual", shape: "manual", shell: Shell.BY_HAND, objects: [] });
    expect(only([manual], baselineOf(done(manual))).state).toBe("as declared");
  });

  test("is not mistaken for a retirement because of its name", () => {
    const named = someStep({ id: "CsHostingProvider/Office365/retire" });
    expect(only([named], baselineOf())).toMatchObject({ state: "not done", open: true });
  });
});

describe("a step that is no longer declared", () => {
  const baseline = baselineOf(done(PROVIDER));
  const retirement = retirementSteps([], baseline, CONTEXT);

  test("is open while the baseline has it, under its own id, with the step that takes it back", () => {
    expect(only(retirement, baseline)).toMatchObject({
      id: "CsHostingProvider/Office365",
      state: "no longer declared",
      open: true,
      details: ["CsHostingProvider/Office365/retire takes it back."],
    });
  });

  test("asks for a synthesis when the runbook does not take it back yet", () => {
    expect(only([], baseline).details).toEqual([
      "The runbook does not take it back yet: synthesize again with this baseline.",
    ]);
  });

  test("is done when the baseline has it no more", () => {
    expect(retirement.map(({ phase }) => phase)).toEqual([Phase.RETIRE]);
    expect(only(retirement, baselineOf())).toMatchObject({
      id: "CsHostingProvider/Office365/retire",
      state: "as declared",
      open: false,
    });
  });

  test("is not open where nothing has to be taken back", () => {
    const wait = deployedStep({ id: "cms-replication/edge01.contoso.local", shape: "operation", objects: [] });
    expect(only([], baselineOf(wait))).toMatchObject({ state: "no longer declared", open: false });
  });

  test("is said to be released, with the reason, and is not open then", () => {
    const released = [{ id: PROVIDER.id, reason: "The messaging team owns it." }];
    expect(only([], baseline, released)).toMatchObject({
      state: "released",
      open: false,
      details: ["The messaging team owns it."],
    });
  });

  test("of a kind that this version does not know is refused", () => {
    expect(() => only([], baselineOf(deployedStep({ id: "CsTrunk/Global" })))).toThrow(/no kind "CsTrunk".*update/);
  });
});
