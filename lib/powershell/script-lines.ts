import { Bag, isList, PsValue } from "../onprem/ps-value";
import { literal } from "./literal";

/** Lines of a script, each without its line end. */
export type Lines = readonly string[];

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

export function indent(lines: Lines): string[] {
  return lines.map((line) => (line === "" ? line : `    ${line}`));
}

/** A hashtable with one entry a line, so that a changed value is a changed line. Nothing is aligned, for the same reason. */
export function hashtable(entries: readonly (readonly [string, Lines])[]): string[] {
  if (entries.length === 0) return ["@{}"];
  return ["@{", ...indent(entries.flatMap(([name, lines]) => assignment(key(name), lines))), "}"];
}

/** `name = first`, then the rest of a value that takes several lines. */
export function assignment(name: string, value: Lines): string[] {
  const [first = "", ...rest] = value;
  return [`${name} = ${first}`, ...rest];
}

/** An array with one item a line. */
export function array(items: readonly Lines[]): string[] {
  return items.length === 0 ? ["@()"] : ["@(", ...indent(items.flat()), ")"];
}

export function value(of: PsValue): string[] {
  return isList(of) ? array(of.map((item) => [literal(item)])) : [literal(of)];
}

export function bag(properties: Bag): string[] {
  return hashtable(Object.entries(properties).map(([name, of]) => [name, value(of)] as const));
}

/** A hashtable on one line, for list entries. */
export function inlineBag(entries: readonly (readonly [string, string])[]): string {
  return `@{ ${entries.map(([name, of]) => `${key(name)} = ${of}`).join("; ")} }`;
}

function key(name: string): string {
  return NAME.test(name) ? name : literal(name);
}

/** The bytes of a script: CRLF, one final line end. */
export function scriptText(lines: Lines): string {
  return lines.map((line) => `${line}\r\n`).join("");
}
