import { review } from "../../lib/review/diff";
import { renderMarkdown } from "../../lib/review/markdown-rendering";
import { renderText } from "../../lib/review/text-rendering";
import { Manifest } from "../../lib/runbook/manifest";
import { someStep } from "../instruments/some-step";
import { contosoManifest, eachStep, manifestOf } from "./manifests";

const contoso = contosoManifest();

function expectNoChanges(before: Manifest, after: Manifest): void {
  const compared = review(before, after);
  expect(compared.items).toEqual([]);
  expect(renderText(compared)).toBe("No changes.\n");
  expect(renderMarkdown(compared)).toMatch(/^<!-- cdktf-lync-hybrid:diff contoso -->\nNo changes\.\n$/);
}

describe("no change is found", () => {
  test("between a manifest and itself", () => {
    expectNoChanges(contoso, contoso);
  });

  test("where a step was declared elsewhere in the code", () => {
    expectNoChanges(
      contoso,
      eachStep(contoso, (step) => ({ ...step, source: `moved/${step.source}` })),
    );
  });

  test("where every construct got another id", () => {
    expectNoChanges(contoso, contosoManifest({ idPrefix: "renamed-" }));
  });

  test("where everything is declared in another order", () => {
    const allowed = ["fabrikam.com", "adatum.com", "northwindtraders.com"];
    expectNoChanges(contosoManifest({ allowed }), contosoManifest({ allowed, shuffled: true }));
  });

  test("where only an accepted finding came", () => {
    expectNoChanges({ ...contoso, findings: [] }, contoso);
  });

  test("where a list is written in another order whose order says nothing", () => {
    const reversed = eachStep(contoso, (step) => ({ ...step, objects: [...step.objects].reverse() }));
    expectNoChanges(contoso, reversed);
  });
});

describe("a change is told", () => {
  test("the other way round as the opposite", () => {
    const more = contosoManifest({ allowed: ["fabrikam.com", "adatum.com"] });
    expect(review(contoso, more).items.map(({ sign }) => sign)).toEqual(["+"]);
    expect(review(more, contoso).items.map(({ sign }) => sign)).toEqual(["-"]);
  });

  test("in the same words every time", () => {
    const other = contosoManifest({ allowed: ["adatum.com"], direct: [], shared: false, homedUsers: null });
    expect(renderText(review(contoso, other))).toBe(renderText(review(contoso, other)));
    expect(renderMarkdown(review(contoso, other))).toBe(renderMarkdown(review(contoso, other)));
  });

  test("worst first", () => {
    const items = review(contoso, contosoManifest({ allowed: ["adatum.com"], direct: [], homedUsers: 61 })).items;
    const levels = items.map((item) => ["info", "low", "medium", "high", "critical"].indexOf(item.risk.level));
    expect(levels.length).toBeGreaterThan(1);
    expect(levels).toEqual([...levels].sort((left, right) => right - left));
  });

  test("of the scripts alone as no change, with both digests: approval is bound to them", () => {
    const text = renderText(review(contoso, { ...contoso, digest: "f".repeat(64) }));
    expect(text).toMatch(/^No changes\. The scripts differ all the same, digest [0-9a-f]{12} -> ffffffffffff/);
  });

  test("of a number of people as words alone: nobody must act for it", () => {
    const step = someStep();
    const users = { ...step.users, total: 61 };
    const compared = review(manifestOf([step]), manifestOf([{ ...step, users }]));
    expect(compared.items.map((item) => [item.risk.level, item.doers])).toEqual([["info", []]]);
    expect(renderText(compared)).toContain("nobody must act");
  });
});
