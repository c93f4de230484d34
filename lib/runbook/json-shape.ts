/**
 * Checks data of a file, piece by piece, and gives it back typed. The first thing that is wrong is named with its place.
 * Written by hand: a schema library would be loaded by everybody who synthesizes.
 */

/** What is wrong, and where in the file. Whoever reads the file turns it into an error for people. */
export class ShapeProblem extends Error {
  public constructor(
    public readonly place: string,
    public readonly reason: string,
  ) {
    super(`${place === "" ? "it" : place} ${reason}`);
    this.name = "ShapeProblem";
  }
}

export type Reader<T> = (value: unknown, place: string) => T;
type Fields<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

export const text: Reader<string> = (value, place) => {
  if (typeof value !== "string") throw new ShapeProblem(place, found("a text", value));
  return value;
};

export const flag: Reader<boolean> = (value, place) => {
  if (typeof value !== "boolean") throw new ShapeProblem(place, found("true or false", value));
  return value;
};

export const wholeNumber: Reader<number> = (value, place) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new ShapeProblem(place, found("a whole number", value));
  }
  return value;
};

/** Of people or things: there are never fewer than none. */
export const count: Reader<number> = (value, place) => {
  const read = wholeNumber(value, place);
  if (read < 0) throw new ShapeProblem(place, found("zero or more", read));
  return read;
};

export const anything: Reader<unknown> = (value) => value;

export function textLike(pattern: RegExp, what: string): Reader<string> {
  return (value, place) => {
    const read = text(value, place);
    if (!pattern.test(read)) throw new ShapeProblem(place, found(what, read));
    return read;
  };
}

export function oneOf<T extends string | number>(...known: readonly T[]): Reader<T> {
  return (value, place) => {
    const match = known.find((candidate) => candidate === value);
    if (match === undefined) throw new ShapeProblem(place, found(`one of ${known.join(", ")}`, value));
    return match;
  };
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, place) => (value === null ? null : read(value, place));
}

/** A field that is left out when nothing is known. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, place) => (value === undefined ? undefined : read(value, place));
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeProblem(place, found("a list", value));
    return value.map((item, index) => read(item, `${place}[${index}]`));
  };
}

export function mapOf<T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, place) => {
    const entries = Object.entries(record(value, place));
    return Object.fromEntries(entries.map(([name, item]) => [name, read(item, `${place}.${name}`)]));
  };
}

/** An object of these fields and no other: a field that is not known could hide what somebody has to see. */
export function exactly<T extends object>(fields: Fields<T>): Reader<T> {
  return (value, place) => {
    const unknown = Object.keys(record(value, place)).find((name) => !Object.hasOwn(fields, name));
    if (unknown !== undefined) throw new ShapeProblem(inside(place, unknown), "is not known to this version");
    return only(fields)(value, place);
  };
}

/** An object of these fields; what else it holds is left behind. */
export function only<T extends object>(fields: Fields<T>): Reader<T> {
  return (value, place) => {
    const data = record(value, place);
    const read = Object.entries<Reader<unknown>>(fields).map(([name, field]) => {
      return [name, field(data[name], inside(place, name))] as const;
    });
    return Object.fromEntries(read) as T;
  };
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new ShapeProblem(place, found("an object", value));
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inside(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}

function found(wanted: string, value: unknown): string {
  if (value === undefined) return `is missing, it must be ${wanted}`;
  const shown = JSON.stringify(value);
  return `must be ${wanted}, got ${shown.length > 60 ? `${shown.slice(0, 60)}...` : shown}`;
}

/** Reads JSON text; Windows editors put a byte order mark in front. */
export function parseJson<T>(source: string, read: Reader<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new ShapeProblem("", `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return read(data, "");
}

/** Names the first id that stands twice. */
export function refuseTwice(ids: readonly string[], place: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id.toLowerCase())) throw new ShapeProblem(place, `names ${id} twice`);
    seen.add(id.toLowerCase());
  }
}
