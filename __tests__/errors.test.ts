import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as errors from "../lib/errors";

const MARK = "\u00a7";
/** Words in a row that a test must repeat. */
const WORDS = 3;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Words alone: tests look for them in texts and in patterns. */
function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z0-9]+/g) ?? [];
}

const looked = filesBelow(__dirname)
  .map((path) => wordsOf(readFileSync(path, "utf8")).join(" "))
  .join("\n");

/** The text of an error as far as it is always the same, in pieces. */
function pieces(make: (...values: never[]) => Error): string[] {
  const values = Array.from({ length: make.length }, () => [MARK]) as never[];
  return make(...values).message.split(new RegExp(`\\["${MARK}"\\]|${MARK}`));
}

function phrases(text: string): string[] {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(1, words.length - WORDS + 1))
    .map((_, index) => words.slice(index, index + WORDS).join(" "));
}

const functions = Object.entries(errors)
  .filter(([name]) => /^[a-z]/.test(name) && name !== "quoted")
  .map(([name, make]) => [name, pieces(make as (...values: never[]) => Error).flatMap(phrases)] as const)
  // Where every word is a parameter, the callers are tested.
  .filter(([, said]) => said.some((phrase) => phrase.split(" ").length === WORDS));

test.each(functions)("some test reads the words of %s", (_name, said) => {
  expect(said.filter((phrase) => phrase.length > 8 && looked.includes(phrase))).not.toEqual([]);
});
