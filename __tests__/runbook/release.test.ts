import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Fn } from "cdktf";
import { Phase } from "../../lib/onprem/phase";
import { review } from "../../lib/review/diff";
import { renderText } from "../../lib/review/text-rendering";
import { retirementSteps } from "../../lib/runbook/retirement";
import { ContosoOptions, Synthesized, synthContoso } from "../instruments/contoso";
import { appliedBaseline, contosoManifest, itemAbout } from "../review/manifests";
import { baselineOf, deployedObject, deployedStep } from "./recorded";

const PROVIDER = "CsHostingProvider/Office365";
const SWITCH = "CsTenantFederationConfiguration/Global/shared-sip-address-space";
const WHY = "The cloud team owns it from now on.";

const before = contosoManifest();
const baseline = appliedBaseline(before);
const unshared = { baseline, shared: false } as const;
const released: ContosoOptions["released"] = [
  [PROVIDER, WHY],
  [SWITCH, WHY],
];

function findingsOf({ outdir }: Synthesized): { rule: string; severity: string; message: string; fix: string }[] {
  const file = JSON.parse(readFileSync(join(outdir, "findings", "contoso.json"), "utf8")) as { findings: [] };
  return file.findings;
}

describe("an applied step that is released", () => {
  const synthesized = synthContoso({ ...unshared, released });
  const manifest = contosoManifest({ ...unshared, released });

  test("is not taken back: no step of 90-retire is planned for it", () => {
    expect(contosoManifest({ ...unshared, homedUsers: 0 }).steps.some(({ phase }) => phase === Phase.RETIRE)).toBe(true);
    expect(manifest.steps.some(({ phase }) => phase === Phase.RETIRE)).toBe(false);
  });

  test("stands in manifest.json and RUNBOOK.md with the reason", () => {
    expect(manifest.released).toEqual([
      { id: PROVIDER, reason: WHY },
      { id: SWITCH, reason: WHY },
    ]);
    const page = readFileSync(join(synthesized.onprem, "RUNBOOK.md"), "utf8");
    expect(page).toContain("## Released");
    expect(page).toContain(`| \`${PROVIDER}\` | ${WHY} |`);
  });

  test("is a finding that nobody has to act on", () => {
    const about = findingsOf(synthesized).filter(({ rule }) => rule === "HYB-REL-001");
    expect(about.map(({ severity }) => severity)).toEqual(["info", "info"]);
    expect(about[0]?.message).toBe(
      `${PROVIDER} is released: it stays as it is on the servers, and nothing takes it back. ${WHY}`,
    );
    expect(synthesized.warnings).not.toContain("HYB-REL");
  });

  test("may be released while people are homed on-premises: their sharing goes on", () => {
    expect(() => synthContoso({ ...unshared, homedUsers: 60 })).toThrow(/HYB-SSA-031/);
    expect(findingsOf(synthesized).map(({ rule }) => rule)).not.toContain("HYB-SSA-031");
  });

  test("does not cover its neighbour: the switch alone is still refused", () => {
    expect(() => synthContoso({ ...unshared, homedUsers: 60, released: [[PROVIDER, WHY]] })).toThrow(
      /shared-sip-address-space would be taken back/,
    );
  });

  test("is told by a review as left and not taken back, with the reason", () => {
    const item = itemAbout(review(before, manifest), PROVIDER);
    expect(item).toMatchObject({ sign: "-", doers: [], what: `${PROVIDER} is released: left as it is, not taken back.` });
    expect(["low", "medium"]).toContain(item.risk.level);
    expect(item.risk.reason).toBe(`left, not taken back: ${WHY}`);
    expect(renderText(review(before, manifest))).toContain(WHY);
  });

  test("after it was to be taken back, is told the same way", () => {
    const retired = contosoManifest({ ...unshared, homedUsers: 0 });
    const item = itemAbout(review(retired, contosoManifest({ ...unshared, homedUsers: 0, released })), PROVIDER);
    expect(item.what).toBe(`${PROVIDER} is released: left as it is, not taken back.`);
  });

  test("is the same in any case", () => {
    const other = contosoManifest({ ...unshared, released: released.map(([id, why]) => [id.toUpperCase(), why]) });
    expect(other.released).toEqual(manifest.released);
  });

  test("keeps the order in which its neighbours are taken back", () => {
    const first = deployedStep({
      id: "CsSipDomain/a.com",
      objects: [deployedObject({ noun: "CsSipDomain", identity: "a.com" })],
    });
    const between = deployedStep({ after: [first.id] });
    const last = deployedStep({
      id: "CsSipDomain/b.com",
      after: [between.id],
      objects: [deployedObject({ noun: "CsSipDomain", identity: "b.com" })],
    });
    const context = { moduleOf: () => ({ name: "Lync", minimum: undefined }) };
    const steps = retirementSteps([], baselineOf(first, between, last), context, [{ id: between.id, reason: WHY }]);
    expect(steps.map(({ id, after }) => [id, after])).toEqual([
      ["CsSipDomain/a.com/retire", ["CsSipDomain/b.com/retire"]],
      ["CsSipDomain/b.com/retire", []],
    ]);
  });
});

describe("a release", () => {
  test("of what the baseline does not hold is a warning: the line is to be taken out", () => {
    const synthesized = synthContoso({ released: [["CsHostingProvider/Elsewhere", WHY]] });
    expect(findingsOf(synthesized).find(({ rule }) => rule === "HYB-REL-002")).toMatchObject({
      severity: "warning",
      message: "There is nothing to release: the baseline holds no CsHostingProvider/Elsewhere.",
      fix: expect.stringContaining("Take the line out") as string,
    });
    expect(synthesized.warnings).toContain("HYB-REL-002");
  });

  test("of what is declared still is refused: it would be let go and managed", () => {
    expect(() => synthContoso({ baseline, released: [[PROVIDER, WHY]] })).toThrow(
      `${PROVIDER} is released and declared at once`,
    );
  });

  test.each([
    ["without a reason", [[PROVIDER, "  "]], /has an empty "reason": say in a sentence/],
    ["of no step id", [["Office365", WHY]], /"stepId" must be the id of a step, got "Office365".*RUNBOOK\.md/],
    ["of a path", [["../../etc", WHY]], /must be the id of a step/],
    ["twice", [[PROVIDER, WHY], [PROVIDER.toLowerCase(), WHY]], /is released twice/],
    ["for a reason that Terraform will know", [[PROVIDER, Fn.join("", ["a", "b"])]], /only after terraform apply/],
  ] as const)("%s is refused", (_what, lines, reason) => {
    expect(() => synthContoso({ ...unshared, released: lines })).toThrow(reason);
  });
});
