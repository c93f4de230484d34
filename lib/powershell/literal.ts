import * as errors from "../errors";
import { isParameter, PsValue } from "../onprem/ps-value";

/** Every character that PowerShell reads as a single quote: each closes a text that any of them opened. */
const SINGLE_QUOTES = /['\u2018\u2019\u201A\u201B]/g;
const BEYOND_ASCII = /[^\x20-\x7e]+/g;

/**
 * A value as PowerShell source, pure ASCII. This is the only door by which a value enters a script: quotes are doubled, and
 * whatever is not printable ASCII becomes a `[char]` code, so that the code page of the server cannot change it.
 *
 * @throws when a number is not a whole number that PowerShell reads back unchanged
 */
export function literal(value: PsValue): string {
  if (typeof value === "boolean") return value ? "$true" : "$false";
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return text(value);
  // No declared value is a table, so this one is known for what it is: the runtime looks the value up under the name.
  if (isParameter(value)) return `@{ Parameter = ${text(value.parameter)} }`;
  return `@(${value.map(text).join(", ")})`;
}

function number(value: number): string {
  if (!Number.isSafeInteger(value)) throw errors.notALiteral(`${value} is not a whole number`);
  return String(value);
}

function text(value: string): string {
  const pieces = split(value);
  if (pieces.length === 1) return pieces[0] ?? "''";
  return `(${pieces.join(" + ")})`;
}

/** Quoted pieces and character codes in turn. The first piece is always a quoted text, so that + joins texts. */
function split(value: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of value.matchAll(BEYOND_ASCII)) {
    if (match.index > from || from === 0) pieces.push(quoted(value.slice(from, match.index)));
    pieces.push(...codes(match[0]));
    from = match.index + match[0].length;
  }
  if (from < value.length || pieces.length === 0) pieces.push(quoted(value.slice(from)));
  return pieces;
}

function quoted(value: string): string {
  return `'${value.replace(SINGLE_QUOTES, "$&$&")}'`;
}

/** UTF-16 units one by one: `[char]` holds one unit, and a lone surrogate must survive as well. */
function codes(value: string): string[] {
  return value.split("").map((unit) => `[char]0x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
}
