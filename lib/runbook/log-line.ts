import { asciiJsonText } from "./json-text";
import { visible } from "./markdown";

/**
 * Text that may stand in a line of a pipeline's log. Runners look for their commands in whatever is printed: `##vso[` and
 * `##[` anywhere in a line, `::name` where it begins. Neither can act out of a name.
 */
export function inert(text: string): string {
  return beginningInert(visible(text).replace(/##/g, "#\\u0023"));
}

/** For a piece of such a text that may come to stand at the beginning of a line. */
export function beginningInert(text: string): string {
  return text.replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/** Data as JSON that may be looked at in a terminal or a log: whatever a name holds acts in neither, and reads back the same. */
export function printedJson(value: unknown): string {
  return asciiJsonText(value).replace(/##/g, "#\\u0023");
}
