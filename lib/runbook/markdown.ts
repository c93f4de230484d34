/** Text into Markdown without becoming Markdown. */

const SPECIAL = /[\\`*_{}[\]()#+=\-.!|<>~&$:@/]/g;
/** Controls, line and paragraph separators, lone surrogates, and what hides or turns text (right-to-left override). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Characters that would break a line, hide or turn the text around are written as their code. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** A sentence whose words mean only themselves. Plain punctuation inside words is left alone, so that it stays readable. */
export function plain(text: string): string {
  const shown = visible(text);
  // Four blanks in front would be a block of code.
  return isHarmless(shown) ? shown : shown.replace(SPECIAL, "\\$&").replace(/^ /, "&#32;");
}

/** Letters, digits and punctuation that Markdown never interprets inside a line. */
function isHarmless(text: string): boolean {
  return /^[A-Za-z0-9 ,.;:'"()/?=%-]*$/.test(text) && !/^ |^(\d+[.)]|[-=])|:\/\/|www\./i.test(text);
}

/** A value as code inside a line, also inside a table. */
export function code(text: string): string {
  const shown = visible(text);
  // Renderers disagree on a pipe behind backslashes inside code; on a character reference they do not.
  if (shown.includes("|")) return `<code>${references(shown)}</code>`;
  const runs = shown.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = /^[` ]|[` ]$/.test(shown) || shown === "" ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Text inside an HTML element that Markdown leaves alone, such as a summary. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"'`|]/g, reference);
}

function references(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A block of PowerShell. */
export function powershellBlock(lines: readonly string[]): string[] {
  return fencedBlock("powershell", lines);
}

/** A block of code in which nothing is Markdown; its fence is longer than any inside. */
export function fencedBlock(language: string, lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}

/** A table row of cells that are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(header), row(header.map(() => "---")), ...rows.map(row)];
}
