import { ScriptChange } from "../../lib/review/change";
import { review } from "../../lib/review/diff";
import { COMMENT_BYTES, LEAST_BYTES, renderMarkdown } from "../../lib/review/markdown-rendering";
import { renderJson } from "../../lib/review/json-rendering";
import { renderText } from "../../lib/review/text-rendering";
import { someStep } from "../instruments/some-step";
import { manifestOf } from "./manifests";

const CHANGES = 5000;

const steps = Array.from({ length: CHANGES }, (_, index) =>
  someStep({
    id: `CsHostingProvider/P${String(index)}`,
    title: `Anbieter ${String(index)} ist f\u00fcr M\u00fcnchen zust\u00e4ndig.`,
    objects: [{ noun: "CsHostingProvider", identity: `P${String(index)}`, properties: { Enabled: true } }],
  }),
);
const scripts = steps.map(
  ({ id }): ScriptChange => ({
    path: `${id}.ps1`,
    action: "added",
    added: 1,
    removed: 0,
    patch: "@@ -0,0 +1,1 @@\n+x\n",
  }),
);
const compared = review(manifestOf([]), manifestOf(steps), { scripts });

function counts(markdown: string): number[] {
  return [...markdown.matchAll(/^(\d+) more .* do not fit into a comment/gm)].map((match) => Number(match[1]));
}

describe("5,000 changes", () => {
  test.each([COMMENT_BYTES, 20_000, LEAST_BYTES])("stay within %i bytes of Markdown, not characters", (most) => {
    const markdown = renderMarkdown(compared, most);
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(most);
    expect(Buffer.byteLength(markdown)).toBeGreaterThan(most / 4);
  });

  test("are all there or counted: table, details and scripts", () => {
    const markdown = renderMarkdown(compared);
    const shown = [
      markdown.match(/^\| MEDIUM \|/gm)?.length ?? 0,
      markdown.match(/^<details><summary>MEDIUM/gm)?.length ?? 0,
      markdown.match(/^<details><summary>CsHostingProvider/gm)?.length ?? 0,
    ];
    const [changes, details, diffs] = counts(markdown);
    expect([changes, details].map((left, index) => (left ?? 0) + (shown[index] ?? 0))).toEqual([CHANGES, CHANGES]);
    // The first part of the scripts is the line that counts them all.
    expect((diffs ?? 0) + (shown[2] ?? 0)).toBeGreaterThanOrEqual(CHANGES);
    expect(markdown).toContain("--format html");
  });

  test("close what they open, wherever the budget ends", () => {
    for (const most of [COMMENT_BYTES, 30_000, 10_000, LEAST_BYTES]) {
      const markdown = renderMarkdown(compared, most);
      const opened = markdown.match(/<details>/g)?.length ?? 0;
      expect(markdown.match(/<\/details>/g)?.length ?? 0).toBe(opened);
    }
  });

  test("lose nothing in the text and in the JSON", () => {
    expect(renderText(compared).match(/^\d+\. MEDIUM: /gm)?.length).toBe(CHANGES);
    const data = JSON.parse(renderJson([compared])) as { stacks: { items: unknown[] }[] };
    expect(data.stacks[0]?.items.length).toBe(CHANGES);
  });
});
