/**
 * Terraform evaluates `${` and `%{` in every text of its JSON, and cdktf does not escape them. Here a value means itself.
 */
export function escapeText(text: string): string {
  const literal = text.replace(/[$%]\{/g, (opening) => `${opening.charAt(0)}${opening}`);
  // After a carriage return Terraform's scanner overlooks escapes, so that character is written as an expression; a sign
  // before it goes into the expression, or the two would read as an escape.
  return literal.replace(/([$%]*)\r/g, (_run, signs: string) => `\${"${signs}\\r"}`);
}

/** The same for everything inside plain data. */
export function escapeTemplate(value: unknown): unknown {
  if (typeof value === "string") return escapeText(value);
  if (Array.isArray(value)) return value.map(escapeTemplate);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [escapeText(key), escapeTemplate(of)]));
}
