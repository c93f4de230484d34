import { beginningInert, inert } from "./log-line";

/** Columns of a terminal that says nothing about itself, and of a file. */
export const DEFAULT_WIDTH = 100;
/** Longer words are broken, so that no line is longer than the narrowest terminal that is served. */
export const NARROWEST = 60;
const LONGEST_WORD = NARROWEST - 20;

/** How the lines of a text begin. */
export interface Margin {
  readonly first: string;
  readonly rest: string;
}

/** Lines of at most so many columns; a word that is longer is broken. Nothing in a text can move the cursor. */
export function wrapped(text: string, margin: Margin, width: number = DEFAULT_WIDTH): string[] {
  const lines: string[] = [];
  let line = margin.first;
  let empty = true;
  for (const word of inert(text).split(" ").flatMap(piecesOf).map(beginningInert)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = margin.rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

const PIECE = new RegExp(`.{1,${LONGEST_WORD}}`, "gsu");

function piecesOf(word: string): string[] {
  return word.match(PIECE) ?? [word];
}
