import { code, html, plain, table } from "../runbook/markdown";
import { objectKey } from "../values/object-key";
import { Review } from "./diff";
import { ReviewItem } from "./review-item";
import { actorsOf, digestText, factsOf, noChanges, shownDetails, verdictParts } from "./verdict";

/** What a comment on the forges may hold, with room for what a pipeline puts around it. */
const BUDGET = 60_000;

/** A review as a comment on a pull request. The hidden first line lets a pipeline find the comment and replace it. */
export function renderMarkdown(review: Review): string {
  const marker = `<!-- cdktf-lync-hybrid:diff ${objectKey(review.stack)} -->`;
  if (review.items.length === 0) return `${marker}\n${plain(noChanges(review))}\n`;
  const head = [
    marker,
    `### ${plain(review.stack)}: ${verdictParts(review).map(plain).join(" · ")}`,
    "",
    ...(review.actors.length === 0 ? [] : [`Who must act: ${review.actors.map(plain).join(", ")}.`, ""]),
    `Digest to approve: ${code(digestText(review.digest.before))} to ${code(digestText(review.digest.after))}`,
    "",
  ];
  return within([...head, ...overview(review.items), ""], review.items.map(folded));
}

/** The table is cut where the budget ends, and says so. */
function overview(items: readonly ReviewItem[]): string[] {
  const header = ["Risk", "What changes", "Who", "People", "Undo", "Waits"];
  const rows: string[][] = [];
  let used = 0;
  for (const item of items) {
    const cells = [
      item.risk.level.toUpperCase(),
      plain(`${item.sign} ${item.what}`),
      plain(actorsOf(item)),
      plain(item.people),
      item.undo.possible,
      plain(item.waits.join("; ")),
    ];
    used += cells.join().length;
    if (used > BUDGET / 2) break;
    rows.push(cells);
  }
  const rest = items.length - rows.length;
  return [...table(header, rows), ...(rest > 0 ? ["", left(rest, "changes do")] : [])];
}

function folded(item: ReviewItem): string {
  const facts = factsOf(item).map(([name, text]) => `- ${name}: ${plain(text)}`);
  const details = shownDetails(item).map((line) => `  - ${plain(line)}`);
  return [
    `<details><summary>${html(`${item.risk.level.toUpperCase()}: ${item.what}`)}</summary>`,
    "",
    ...facts,
    ...(details.length === 0 ? [] : ["- Change", ...details]),
    "",
    "</details>",
    "",
  ].join("\n");
}

/** As many details as fit, the worst first; the rest is counted, never dropped without a word. */
function within(head: readonly string[], details: readonly string[]): string {
  const parts = [head.join("\n")];
  let used = parts.join().length;
  for (const [index, part] of details.entries()) {
    used += part.length + 1;
    if (used > BUDGET) {
      parts.push(left(details.length - index, "details do"));
      break;
    }
    parts.push(part);
  }
  return `${parts.join("\n").trimEnd()}\n`;
}

function left(count: number, what: string): string {
  return `${count} more ${what} not fit into a comment: see \`lync-hybrid diff --format text\`.`;
}
