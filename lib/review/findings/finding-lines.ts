const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|\n/g;

/**
 * The lines, counted from 1, on which the findings of a manifest begin, in the order of the file. The text is known to be
 * a manifest: only its shape counts here.
 */
export function findingLines(manifest: string): number[] {
  let lines: number[] = [];
  let line = 1;
  let depth = 0;
  let last = "";
  let field = "";
  for (const [token] of manifest.matchAll(TOKEN)) {
    if (token === "\n") {
      line += 1;
      continue;
    }
    if (token === ":" && depth === 1) field = last;
    if (token === "[" && depth === 1) lines = field === '"findings"' ? [] : lines;
    if (token === "{" && depth === 2 && field === '"findings"') lines.push(line);
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    last = token;
  }
  return lines;
}
