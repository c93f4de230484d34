/**
 * A small strict Markdown parser: inline text as CommonMark and GitHub read it, tables as GitHub splits them. Whatever is
 * more than text is named in `markup`, so a test sees that nothing got through.
 */
export interface Inline {
  readonly text: string;
  /** "code", "html", "link", "emphasis", "autolink" ... */
  readonly markup: readonly string[];
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/;

export function parseInline(source: string): Inline {
  let text = "";
  const markup: string[] = [];
  let at = 0;
  const rest = (): string => source.slice(at);
  while (at < source.length) {
    const character = source.charAt(at);
    const next = source.charAt(at + 1);
    if (character === "\\" && PUNCTUATION.test(next)) {
      text += next;
      at += 2;
      continue;
    }
    const span = character === "`" ? codeSpan(rest()) : undefined;
    if (span !== undefined) {
      markup.push("code");
      text += span.text;
      at += span.length;
      continue;
    }
    if (character === "`") {
      const run = /^`+/.exec(rest())?.[0] ?? "`";
      markup.push("backticks");
      text += run;
      at += run.length;
      continue;
    }
    const reference = REFERENCE.exec(rest());
    if (reference !== null) {
      const number = reference[1] === undefined ? parseInt(reference[2] ?? "fffd", 16) : parseInt(reference[1], 10);
      if (reference[3] !== undefined) markup.push("entity");
      text += String.fromCodePoint(number);
      at += reference[0].length;
      continue;
    }
    const special = markupAt(rest(), text);
    if (special !== undefined) markup.push(special);
    text += character;
    at += 1;
  }
  return { text, markup };
}

function codeSpan(source: string): { readonly text: string; readonly length: number } | undefined {
  const fence = /^`+/.exec(source)?.[0] ?? "";
  for (const run of source.slice(fence.length).matchAll(/`+/g)) {
    if (run[0].length !== fence.length) continue;
    const inner = source.slice(fence.length, fence.length + run.index).replace(/\r\n?|\n/g, " ");
    const padded = /^ .* $/s.test(inner) && /[^ ]/.test(inner);
    return { text: padded ? inner.slice(1, -1) : inner, length: fence.length * 2 + run.index };
  }
  return undefined;
}

function markupAt(rest: string, before: string): string | undefined {
  if (rest.startsWith("<")) return "html";
  if (/^!?\[/.test(rest) || rest.startsWith("]")) return "link";
  if (/^[*_~]/.test(rest)) return "emphasis";
  if (rest.startsWith("$")) return "math";
  if (/^(\r|\n)/.test(rest)) return "line";
  if (/^(https?|ftp):\/\//i.test(rest)) return "autolink";
  if (/^www\./i.test(rest) && !/[A-Za-z0-9]$/.test(before)) return "autolink";
  return rest.startsWith("@") ? "mention" : undefined;
}

/** What a line would be at the start of a block; undefined for a paragraph. */
export function blockOf(line: string): string | undefined {
  if (/^( {4}|\t)/.test(line)) return "indented code";
  const start = line.replace(/^ {0,3}/, "");
  if (/^#{1,6}( |$)/.test(start)) return "heading";
  if (/^(=+|-+) *$/.test(start)) return "underline";
  if (start.startsWith(">")) return "quote";
  if (/^([-+*]|\d{1,9}[.)])( |$)/.test(start)) return "list";
  if (/^(`{3,}|~{3,})/.test(start)) return "fence";
  if (/^(\* *){3,}$|^(_ *){3,}$|^(- *){3,}$/.test(start)) return "rule";
  return start.startsWith("<") ? "html" : undefined;
}

/** Cells of a row as GitHub splits it: every pipe counts unless a backslash escapes it. */
export function cellsOf(line: string): string[] {
  if (!line.startsWith("|") || !line.endsWith("|")) throw new Error(`no row: ${line}`);
  const cells: string[] = [];
  let cell = "";
  for (let at = 1; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === "\\" && PUNCTUATION.test(line.charAt(at + 1))) {
      at += 1;
      // GitHub takes the backslash before a pipe away before it reads the cell, inside code too.
      cell += line.charAt(at) === "|" ? "|" : `\\${line.charAt(at)}`;
    } else if (character === "|") {
      cells.push(cell.replace(/^ +| +$/g, ""));
      cell = "";
    } else {
      cell += character;
    }
  }
  return cells;
}
