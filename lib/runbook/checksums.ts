import { sha256 } from "../values/sha256";
import { byText } from "../values/text-order";
import { asciiJsonText } from "./json-text";

/** A file of the runbook folder: path with forward slashes, and its text. */
export interface RunbookFile {
  readonly path: string;
  readonly text: string;
}

/** checksums.json over everything the server runs or reads. */
export function checksumsFile(files: readonly RunbookFile[]): RunbookFile {
  const sorted = [...files].sort((left, right) => byText(left.path, right.path));
  const entries = sorted.map(({ path, text }) => ({ path, sha256: sha256(text) }));
  return { path: "checksums.json", text: asciiJsonText({ schema: 1, files: entries }) };
}

/** What a pull request shows, an operator types and every receipt keeps: approval is bound to these bytes. */
export function runbookDigest(checksums: RunbookFile): string {
  return sha256(checksums.text);
}
