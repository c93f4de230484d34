/** Text into Markdown without becoming Markdown. */

const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&$:@/]/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Characters that would break a line or hide are written as their code. */
function visible(text: string): string {
  return text.replace(CONTROL, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A sentence whose words mean only themselves. Plain punctuation inside words is left alone, so that it stays readable. */
export function plain(text: string): string {
  const shown = visible(text);
  return isHarmless(shown) ? shown : shown.replace(SPECIAL, "\\$&");
}

/** Letters, digits and punctuation that Markdown never interprets inside a line. */
function isHarmless(text: string): boolean {
  return /^[A-Za-z0-9 ,.;:'"()/?=%-]*$/.test(text) && !/^\s*(\d+[.)]|[-+#>=]|www\.)|:\/\/|www\./.test(text);
}

/** A value as code inside a line, also inside a table. */
export function code(text: string): string {
  const shown = visible(text).replace(/\|/g, "\\|");
  const runs = shown.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = /^[` ]|[` ]$/.test(shown) || shown === "" ? " " : "";
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A block of PowerShell. */
export function powershellBlock(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}powershell`, ...lines, fence];
}

/** A table row of cells that are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [row(header), row(header.map(() => "---")), ...rows.map(row)];
}
