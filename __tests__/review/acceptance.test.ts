import Ajv2020 from "ajv/dist/2020";
import { Acceptance, parseAcceptances } from "../../lib/review/acceptance";
import schema from "../../lib/review/accepted-risks.schema.json";
import { review } from "../../lib/review/diff";
import { renderMarkdown } from "../../lib/review/markdown-rendering";
import { renderText } from "../../lib/review/text-rendering";
import { appliedBaseline, contosoManifest } from "./manifests";

const ACCEPTANCE: Acceptance = {
  rule: "entry-removed",
  subject: "wingtip.com",
  who: "Anna Lind, head of UC",
  reason: "contract ended",
  until: "2026-12-31",
};
const RULES = ["entry-removed", "federation-opened"];

function parse(accepted: object, today = "2026-11-24"): ReturnType<typeof parseAcceptances> {
  return parseAcceptances("accepted-risks.json", JSON.stringify({ schema: 1, accepted: [accepted] }), today, RULES);
}

describe("a file of accepted risks", () => {
  const isValid = new Ajv2020().compile(schema);

  test("is described by the published schema", () => {
    expect(isValid({ schema: 1, accepted: [ACCEPTANCE] })).toBe(true);
    expect(isValid({ schema: 1, accepted: [{ ...ACCEPTANCE, who: " " }] })).toBe(false);
  });

  test("counts to the end of its last day, and not longer", () => {
    expect(parse(ACCEPTANCE, "2026-12-31")).toEqual({ valid: [ACCEPTANCE], expired: [] });
    expect(parse(ACCEPTANCE, "2027-01-01")).toEqual({ valid: [], expired: [ACCEPTANCE] });
  });

  test.each<[string, object, RegExp]>([
    ["without a name", { ...ACCEPTANCE, who: "" }, /accepted\[0\]\.who must be a text that is not empty, got ""/],
    ["without a reason", { ...ACCEPTANCE, reason: "  " }, /accepted\[0\]\.reason must be a text that is not empty/],
    ["without an end", { ...ACCEPTANCE, until: undefined }, /accepted\[0\]\.until is missing/],
    ["with a day that no calendar has", { ...ACCEPTANCE, until: "2026-02-30" }, /until is no day of the calendar/],
    [
      "of a rule that does not exist",
      { ...ACCEPTANCE, rule: "x" },
      /rule names no risk rule, got "x"; .*explain --list/,
    ],
    ["with a field nobody knows", { ...ACCEPTANCE, forever: true }, /accepted\[0\]\.forever is not known/],
  ])("is refused %s", (_why, accepted, words) => {
    expect(() => parse(accepted)).toThrow(words);
  });

  test("is refused when it is no JSON", () => {
    expect(() => parseAcceptances("a.json", "{", "2026-11-24", RULES)).toThrow(
      /"a\.json" is not a file of accepted risks: it is no JSON/,
    );
  });
});

describe("an accepted risk", () => {
  const baseline = appliedBaseline(contosoManifest());
  const direct: readonly (readonly [string, string])[] = [
    ["wingtip.com", "sip.wingtip.com"],
    ["adatum.com", "sip.adatum.com"],
  ];
  const before = contosoManifest({ direct, baseline });
  const one = contosoManifest({ direct: direct.slice(1), baseline });

  test("is named with who, until when and why, and is open no more", () => {
    const compared = review(before, one, { acceptances: [ACCEPTANCE] });
    expect({ risk: compared.risk, openRisk: compared.openRisk }).toEqual({ risk: "high", openRisk: "info" });
    for (const told of [renderText(compared).replace(/\s+/g, " "), renderMarkdown(compared)]) {
      expect(told).toContain("HIGH (accepted)");
      expect(told).toContain("by Anna Lind, head of UC until 2026-12-31: contract ended");
    }
  });

  test("stays open when it is accepted for another subject", () => {
    const other = { ...ACCEPTANCE, subject: "fabrikam.com" };
    expect(review(before, one, { acceptances: [other] }).openRisk).toBe("high");
  });

  test("stays open while one of several subjects is not accepted", () => {
    const both = contosoManifest({ direct: [], baseline: appliedBaseline(before) });
    const from = contosoManifest({ direct, baseline: appliedBaseline(before) });
    const second = { ...ACCEPTANCE, subject: "adatum.com" };
    expect(review(from, both, { acceptances: [ACCEPTANCE] }).openRisk).toBe("high");
    expect(review(from, both, { acceptances: [ACCEPTANCE, second] }).openRisk).toBe("info");
  });

  test("says in the verdict what is left when another one is not accepted", () => {
    const blocked = contosoManifest({
      direct: direct.slice(1),
      baseline,
      blocked: ["tailspintoys.com", "wingtip.com"],
    });
    const text = renderText(review(before, blocked, { acceptances: [ACCEPTANCE] }));
    expect(text).toMatch(/^contoso: HIGH risk; MEDIUM is not accepted;/);
  });
});
