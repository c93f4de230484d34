import { code, fencedBlock, html, plain, table, visible } from "../runbook/markdown";
import { objectKey } from "../values/object-key";
import { ScriptChange } from "./change";
import { Review } from "./diff";
import { ReviewItem } from "./review-item";
import {
  actorsOf,
  digestText,
  factsOf,
  graveReason,
  levelText,
  noChanges,
  scriptsText,
  sessionsText,
  shownDetails,
  verdictParts,
  whenText,
} from "./verdict";

/** What a comment on the forges may hold (GitHub: 65,536), with room for what a pipeline puts around it. */
export const COMMENT_BYTES = 60_000;

/** Less than this holds no table worth reading. */
export const LEAST_BYTES = 2_000;

/**
 * A review as a comment on a pull request. The hidden first line lets a pipeline find the comment and replace it.
 *
 * @param maxBytes UTF-8 bytes; what does not fit is counted and named, never dropped without a word
 */
export function renderMarkdown(review: Review, maxBytes: number = COMMENT_BYTES): string {
  const marker = `<!-- cdktf-lync-hybrid:diff ${objectKey(review.stack)} -->`;
  if (review.items.length === 0) return `${marker}\n${plain(noChanges(review))}\n`;
  const budget = new Budget(maxBytes);
  budget.always([
    ...head(review, marker),
    ...overview(review.items, maxBytes / 2),
    "",
    ...signOff(review),
    ...noise(review),
  ]);
  budget.whatFits(review.items.map(folded), "details do");
  budget.whatFits(patches(review.scripts ?? []), "script diffs do");
  return budget.text();
}

function head(review: Review, marker: string): string[] {
  const { stack, actors, digest } = review;
  return [
    marker,
    `### ${plain(stack)}: ${verdictParts(review).map(plain).join(" · ")}`,
    "",
    ...(actors.length === 0
      ? []
      : [`Who must act: ${actors.map(plain).join(", ")}. ${plain(sessionsText(review))}`, ""]),
    `Digest to approve: ${code(digestText(digest.before))} to ${code(digestText(digest.after))}`,
    "",
  ];
}

/** The table is cut where its share of the budget ends, and says so. */
function overview(items: readonly ReviewItem[], share: number): string[] {
  const header = ["Risk", "What changes", "Who", "People", "Undo", "When"];
  const rows: string[][] = [];
  let used = 0;
  for (const item of items) {
    const reason = graveReason(item);
    const what = plain(`${item.sign} ${item.what}${reason === undefined ? "" : ` (${reason})`}`);
    const people = [plain(actorsOf(item)), plain(item.people), item.undo.possible, plain(whenText(item))];
    const cells = [levelText(item), what, ...people];
    used += Buffer.byteLength(cells.join()) + 3 * cells.length;
    if (used > share) break;
    rows.push(cells);
  }
  const rest = items.length - rows.length;
  return [...table(header, rows), ...(rest > 0 ? ["", left(rest, "changes do")] : [])];
}

/** A box for everybody who must act: a tick is a word given. */
function signOff({ actors }: Review): string[] {
  return actors.length === 0 ? [] : [...actors.map((actor) => `- [ ] ${plain(actor)} has read it`), ""];
}

function noise({ terraform }: Review): string[] {
  const lines = terraform?.noise ?? [];
  return lines.length === 0 ? [] : lines.flatMap((line) => [`Terraform: ${plain(line)}.`, ""]);
}

function folded(item: ReviewItem): string {
  const facts = factsOf(item).map(([name, text]) => `- ${name}: ${plain(text)}`);
  const details = shownDetails(item).map((line) => `  - ${plain(line)}`);
  return fold(`${levelText(item)}: ${item.what}`, [
    ...facts,
    ...(details.length === 0 ? [] : ["- Change", ...details]),
  ]);
}

/** First how much there is, then file by file. */
function patches(scripts: readonly ScriptChange[]): string[] {
  if (scripts.length === 0) return [];
  return [`${plain(scriptsText(scripts))}\n`, ...scripts.map(patch)];
}

function patch({ path, action, added, removed, patch: lines }: ScriptChange): string {
  const body =
    lines === undefined
      ? ["Rewritten: a diff would show every line."]
      : fencedBlock("diff", lines.trimEnd().split("\n").map(visible));
  return fold(`${path} (${action}, +${added} -${removed})`, body);
}

function fold(summary: string, lines: readonly string[]): string {
  return [`<details><summary>${html(summary)}</summary>`, "", ...lines, "", "</details>", ""].join("\n");
}

/** As many parts as fit, in their order; the rest is counted. */
class Budget {
  private readonly parts: string[] = [];
  private used = 0;

  public constructor(private readonly most: number) {}

  public always(lines: readonly string[]): void {
    this.add(lines.join("\n"));
  }

  public whatFits(parts: readonly string[], what: string): void {
    for (const [index, part] of parts.entries()) {
      if (this.used + Buffer.byteLength(part) + ROOM_FOR_REST > this.most) {
        this.add(`${left(parts.length - index, what)}\n`);
        return;
      }
      this.add(part);
    }
  }

  public text(): string {
    return `${this.parts.join("\n").trimEnd()}\n`;
  }

  private add(part: string): void {
    this.parts.push(part);
    this.used += Buffer.byteLength(part) + 1;
  }
}

/** Bytes of the sentences that say what did not fit. */
const ROOM_FOR_REST = 250;

function left(count: number, what: string): string {
  return `${count} more ${what} not fit into a comment: see \`lync-hybrid diff --format text\` or \`--format html\`.`;
}
