import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import * as errors from "../errors";
import { RunbookTexts } from "../review/script-changes";
import { SourceText } from "../review/terraform/source-text";
import { byText } from "../values/text-order";

/**
 * Every file of a runbook folder, by its path with forward slashes. Links are not followed: what they lead to was not
 * reviewed.
 *
 * @throws when a file cannot be read
 */
export function runbookTexts(folder: string): RunbookTexts {
  const entries = reading(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }));
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = paths.map((path): [string, string] => [relative(folder, path).split(sep).join("/"), textOf(path)]);
  return new Map(texts.sort(([left], [right]) => byText(left, right)));
}

/**
 * A file that the review reads as a whole, such as a stack's cdk.tf.json or the JSON of a plan.
 *
 * @throws when it cannot be read
 */
export function sourceText(path: string): SourceText {
  return { path, text: textOf(path) };
}

/** What is no UTF-8 is read byte by byte: else two different files could look the same. */
function textOf(path: string): string {
  const bytes = reading(path, () => readFileSync(path));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.notReadable("a file that can be compared", path, reason, "name another path, or give yourself access");
  }
}
