import { html as escaped } from "../../runbook/markdown";

/** Text that is HTML already. Only `markup` makes it, so that nothing else reaches a page unescaped. */
export class Html {
  public constructor(public readonly text: string) {}
}

export type Hole = Html | string | number | readonly Html[];

/**
 * HTML with holes: what stands in a hole is text, unless this made it. A tagged template and not a template engine: the
 * compiler checks every hole, nothing is compiled while it runs, and no file has to travel with the package.
 */
export function markup(pieces: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  // Indentation is for the reader of the source: 4,000 changes would carry it 4,000 times.
  const filled = pieces.map((piece, index) => `${piece.replace(/\n\s+/g, "\n")}${fill(holes[index] ?? "")}`);
  return new Html(filled.join(""));
}

export const NOTHING = new Html("");

function fill(hole: Hole): string {
  if (hole instanceof Html) return hole.text;
  return typeof hole === "string" || typeof hole === "number" ? escaped(String(hole)) : hole.map(fill).join("");
}

/** A longer word than this may break after a dot, a dash or a slash; a usual name stays whole. */
const LONG = 40;

/** Text whose long words the browser may break where a reader would. */
export function breakable(text: string): Html {
  const pieces = text.split(/(?<= )/).flatMap((word) => (word.length > LONG ? word.split(/(?<=[./_-])/) : [word]));
  return new Html(
    pieces
      .map((piece, index) => `${index > 0 && !pieces[index - 1]?.endsWith(" ") ? "<wbr>" : ""}${escaped(piece)}`)
      .join(""),
  );
}
