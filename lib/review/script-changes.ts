import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";
import { sortedSet } from "../values/text-order";
import { ScriptChange } from "./change";

/** Every file of a runbook folder, by its path with forward slashes. */
export type RunbookTexts = ReadonlyMap<string, string>;

/** These repeat what the review tells by itself, or hold nothing that anybody reads or runs. */
const NOT_READ: ReadonlySet<string> = new Set(["manifest.json", "features.json", "checksums.json", ".gitattributes"]);

/** Unchanged lines around a change, as git shows them. */
const CONTEXT = 3;

/** More added and removed lines than these count as rewritten. A clock in its place would make the output depend on the machine. */
const MOST_EDITS = 1000;

const BYTE_ORDER_MARK = "\ufeff";

/** What two runbooks say differently, file by file, in order of their paths. Line ends and byte order marks are no lines of a patch. */
export function scriptChanges(before: RunbookTexts, after: RunbookTexts): ScriptChange[] {
  const paths = sortedSet([...before.keys(), ...after.keys()]).filter((path) => !NOT_READ.has(path));
  return paths.flatMap((path) => {
    const [left, right] = [before.get(path), after.get(path)];
    if (left === right) return [];
    if (left === undefined) return [wholeFile(path, "added", right ?? "")];
    return [right === undefined ? wholeFile(path, "removed", left) : changedFile(path, left, right)];
  });
}

function wholeFile(path: string, action: "added" | "removed", text: string): ScriptChange {
  const lines = linesOf(plainText(text));
  const count = lines.length;
  const [sign, place] = action === "added" ? ["+", `@@ -0,0 +1,${count} @@`] : ["-", `@@ -1,${count} +0,0 @@`];
  const patch = count === 0 ? "" : [place, ...lines.map((line) => `${sign}${line}`), ""].join("\n");
  return { path, action, added: action === "added" ? count : 0, removed: action === "removed" ? count : 0, patch };
}

function changedFile(path: string, before: string, after: string): ScriptChange {
  const [left, right] = [plainText(before), plainText(after)];
  if (left === right) return { path, action: "changed", added: 0, removed: 0, patch: unseenChange(before, after) };
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch("", "", left, right, undefined, undefined, options);
  if (patch === undefined) {
    const [added, removed] = [linesOf(right).length, linesOf(left).length];
    return { path, action: "changed", added, removed, patch: undefined };
  }
  const lines = patch.hunks.flatMap((hunk) => hunk.lines);
  const count = (sign: string): number => lines.filter((line) => line.startsWith(sign)).length;
  return { path, action: "changed", added: count("+"), removed: count("-"), patch: formatPatch(patch, OMIT_HEADERS) };
}

/** A backslash starts what is no line of either file, as in "\ No newline at end of file". */
function unseenChange(before: string, after: string): string {
  const marks = [before, after].map((text) => text.startsWith(BYTE_ORDER_MARK));
  const ends = [lineEnds(before), lineEnds(after)];
  const told = [
    ...(marks[0] === marks[1] ? [] : [`a byte order mark ${marks[1] === true ? "comes" : "goes"}`]),
    ...(ends[0] === ends[1] && marks[0] !== marks[1] ? [] : [`line ends: ${ends.join(" -> ")}`]),
  ];
  return `\\ Every line reads the same; ${told.join("; ")}\n`;
}

function lineEnds(text: string): string {
  const all = text.split("\n").length - 1;
  const windows = text.split("\r\n").length - 1;
  if (all === 0) return "none";
  return windows === all ? "CRLF" : windows === 0 ? "LF" : `${windows} CRLF and ${all - windows} LF`;
}

function plainText(text: string): string {
  const unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  return unmarked.replace(/\r\n/g, "\n");
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
