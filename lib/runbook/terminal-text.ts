import { beginningInert, inert } from "./log-line";

/** Columns of a terminal that says nothing about itself, and of a file. */
export const WIDTH = 100;
/** The narrowest terminal that is served: fewer columns count as these. */
export const NARROWEST = 60;

/** A longer word is broken, and in a narrow terminal a shorter one, so that it fits behind any margin. */
const LONGEST_WORD = 80;
const WIDEST_MARGIN = 20;

/**
 * Lines of at most so many columns; a word that is longer is broken. Nothing in a text can move the cursor or start a
 * command of a pipeline's runner.
 *
 * @param first what the first line begins with
 * @param rest what every other line begins with
 */
export function wrapped(text: string, first: string, rest: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  const longest = width < NARROWEST ? width : Math.min(LONGEST_WORD, width - WIDEST_MARGIN);
  for (const word of inert(text).split(" ").flatMap((piece) => piecesOf(piece, longest)).map(beginningInert)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}

function piecesOf(word: string, longest: number): string[] {
  return word.match(new RegExp(`.{1,${longest}}`, "gsu")) ?? [word];
}

/** Text in columns side by side; a column that has no more lines is left blank. */
export function columns(cells: readonly string[], widths: readonly number[]): string[] {
  const texts = cells.map((cell, index) => wrapped(cell, "", "", widths[index]));
  const height = Math.max(...texts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    texts
      .map((lines, index) => (lines[line] ?? "").padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
