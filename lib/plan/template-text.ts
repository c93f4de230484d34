/**
 * Terraform evaluates `${` and `%{` in every text of its JSON, and cdktf does not escape them. Here a value means itself.
 */
export function escapeText(text: string): string {
  return text.replace(/\$\{/g, "$${").replace(/%\{/g, "%%{");
}

/** The same for everything inside plain data. */
export function escapeTemplate(value: unknown): unknown {
  if (typeof value === "string") return escapeText(value);
  if (Array.isArray(value)) return value.map(escapeTemplate);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [escapeText(key), escapeTemplate(of)]));
}
