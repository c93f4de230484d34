import { visible } from "./markdown";

/** Columns of everything that is written to a terminal. */
export const WIDTH = 100;

/** A longer word is broken. */
const LONGEST_WORD = 80;

/**
 * Lines of at most 100 columns; a word that is longer is broken. Nothing in a text can move the cursor.
 *
 * @param first what the first line begins with
 * @param rest what every other line begins with
 */
export function wrapped(text: string, first: string, rest: string, width = WIDTH): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of visible(text)
    .split(" ")
    .flatMap((piece) => piecesOf(piece, Math.min(LONGEST_WORD, width)))) {
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
