import { visible } from "../runbook/markdown";
import { Review } from "./diff";
import { ReviewItem } from "./review-item";
import { actorsOf, digestText, factsOf, noChanges, shownDetails, verdictParts } from "./verdict";

const WIDTH = 100;
const MARGIN = 9;

/** A review for a terminal: the verdict in the first line, then every change in short, then each in full. */
export function renderText(review: Review): string {
  if (review.items.length === 0) return `${noChanges(review)}\n`;
  const { actors, digest, items } = review;
  const lines = [
    ...wrapped(`${review.stack}: ${verdictParts(review).join("; ")}.`, "", ""),
    ...(actors.length === 0 ? [] : wrapped(`Who: ${actors.join(", ")}.`, "", "     ")),
    `Digest to approve: ${digestText(digest.before)} -> ${digestText(digest.after)}`,
    "",
    ...items.flatMap(inShort),
    "",
    ...items.flatMap(inFull),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function inShort(item: ReviewItem): string[] {
  const short = `${actorsOf(item)}; people: ${item.people}; undo: ${item.undo.possible}`;
  const margin = " ".repeat(MARGIN);
  return [
    ...wrapped(`${item.sign} ${item.what}`, item.risk.level.toUpperCase().padEnd(MARGIN), `${margin}  `),
    ...wrapped(short, `${margin}  `, `${margin}  `),
  ];
}

function inFull(item: ReviewItem, index: number): string[] {
  return [
    ...wrapped(`${index + 1}. ${item.risk.level.toUpperCase()}: ${item.what}`, "", "   "),
    ...factsOf(item).flatMap(([name, text]) => wrapped(`${name}: ${text}`, "   ", "     ")),
    ...shownDetails(item).flatMap((line) => wrapped(line, "   | ", "   |   ")),
    "",
  ];
}

/** Lines of at most 100 columns; a word that is longer is broken. Nothing in a text can move the cursor. */
function wrapped(text: string, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of visible(text).split(" ").flatMap(piecesOf)) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

function piecesOf(word: string): string[] {
  return word.match(/.{1,80}/gsu) ?? [word];
}
