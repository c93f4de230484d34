/**
 * Text for a comment in a script. A comment cannot be quoted, so whatever could end it or is not ASCII is replaced; the
 * exact text stands in RUNBOOK.md.
 */
export function asciiComment(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}
