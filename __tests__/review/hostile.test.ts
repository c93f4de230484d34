import fc from "fast-check";
import { Step } from "../../lib/onprem/step";
import { review } from "../../lib/review/diff";
import { renderMarkdown } from "../../lib/review/markdown-rendering";
import { mergedPlan } from "../../lib/review/merged-plan";
import { mergedPlanMarkdown, mergedPlanText } from "../../lib/review/merged-plan-text";
import { renderText } from "../../lib/review/text-rendering";
import { EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { visible } from "../../lib/runbook/markdown";
import { hostileUnits } from "../instruments/hostile";
import { someStep } from "../instruments/some-step";
import { cellsOf, parseInline } from "../runbook/markdown-parser";
import { manifestOf } from "./manifests";

function hostileStep(identity: string, text: string): Step {
  return someStep({
    identity,
    title: text,
    host: text,
    outage: text,
    waits: text,
    words: [text],
    risk: { level: "medium", reason: text },
    undo: { possible: "with loss", how: text },
    objects: [{ noun: "CsHostingProvider", identity, properties: { Comment: text, Names: [text, identity] } }],
  });
}

/** Rows of the table, without header and rule. */
function rows(markdown: string): string[][] {
  const lines = markdown.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map(cellsOf);
}

describe("a hostile identity", () => {
  const pair = fc.tuple(hostileUnits, hostileUnits);

  test("adds no row and no cell to the table of the Markdown, and comes back in its own", () => {
    fc.assert(
      fc.property(pair, ([identity, text]) => {
        const compared = review(manifestOf([]), manifestOf([hostileStep(identity, text)]));
        const read = rows(renderMarkdown(compared));
        expect(read.map((cells) => cells.length)).toEqual([6]);
        const cells = (read[0] ?? []).map(parseInline);
        expect(cells.flatMap(({ markup }) => markup)).toEqual([]);
        expect(cells[1]?.text.trim()).toBe(visible(`+ New: ${text}`).trim());
      }),
      { numRuns: 500 },
    );
  });

  test("opens no element and no fence, and writes no line of its own", () => {
    fc.assert(
      fc.property(pair, ([identity, text]) => {
        const before = manifestOf([hostileStep(identity, "was")]);
        const compared = review(before, manifestOf([hostileStep(identity, text)]));
        const lines = renderMarkdown(compared).split("\n");
        const known =
          /^(<!-- cdktf-lync-hybrid:diff contoso -->|### contoso: |<details><summary>|<\/details>|- |  - |\| |Who must |Digest |No changes\.|$)/;
        expect(lines.filter((line) => !known.test(line))).toEqual([]);
        const elements =
          lines
            .join("\n")
            .replace(/\\[!-/:-@[-`{-~]/g, "")
            .match(/<[^>]*>/g) ?? [];
        const ours = /^<(!-- [^>]*--|\/?details|\/?summary)>$/;
        expect(elements.filter((element) => !ours.test(element))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("moves no cursor in a terminal, and no line is longer than it", () => {
    fc.assert(
      fc.property(pair, ([identity, text]) => {
        const compared = review(manifestOf([]), manifestOf([hostileStep(identity, text)]));
        const lines = renderText(compared).split("\n");
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(100);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a hostile identity in the list of what is left to do", () => {
  test("adds no row to the table, and moves no cursor in a terminal", () => {
    fc.assert(
      fc.property(fc.tuple(hostileUnits, hostileUnits), ([identity, text]) => {
        const plan = mergedPlan(manifestOf([hostileStep(identity, text)]), EMPTY_BASELINE, undefined);
        expect(rows(mergedPlanMarkdown(plan)).map((cells) => cells.length)).toEqual([7]);
        for (const line of mergedPlanText(plan).split("\n")) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
          expect(Array.from(line).length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a review that is too long for a comment", () => {
  const steps = Array.from({ length: 300 }, (_, index) =>
    someStep({
      id: `CsHostingProvider/P${String(index)}`,
      title: `Provider ${String(index)} ${"is long ".repeat(20)}`,
    }),
  );
  const markdown = renderMarkdown(review(manifestOf([]), manifestOf(steps)));

  test("fits into one and says how much does not", () => {
    expect(markdown.length).toBeLessThan(65_000);
    expect(markdown).toMatch(/\d+ more changes do not fit into a comment/);
    expect(markdown).toMatch(/\d+ more details do not fit into a comment/);
  });
});
