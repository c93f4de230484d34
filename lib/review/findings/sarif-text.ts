import { visible } from "../../runbook/markdown";

/**
 * A plain text message of SARIF. There, [words](target) would be a link and {0} a placeholder: both are escaped as the
 * standard says (2.1.0, 3.11.5 and 3.11.6), and only where they would be one, since many viewers show the escapes.
 */
export function sarifText(text: string): string {
  const shown = visible(text);
  const unlinked = shown.includes("](") ? shown.replace(/[\\[\]]/g, "\\$&") : shown;
  return /\{\d+\}/.test(unlinked) ? unlinked.replace(/[{}]/g, "$&$&") : unlinked;
}
