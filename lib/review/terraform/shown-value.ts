import { isRecord } from "../../runbook/json-shape";
import { PsValue } from "../../onprem/step";
import { sha256, shortDigest } from "../../values/sha256";
import { byText, sortedSet } from "../../values/text-order";
import { ValueChange } from "../change";

/** Attributes of a resource, a provider or a backend, as JSON. */
export type Attributes = Readonly<Record<string, unknown>>;

export const SENSITIVE = "(sensitive)";

/** A declaration is plain text: what is called like a secret is not shown, whoever put it there. */
const SECRET =
  /(^|_)(password|passphrase|secret|secret_key|private_key|access_key|account_key|token|sas|conn_str|credentials?|client_certificate)$/i;

/** Whether something is called like a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/** Longer texts are told by their length and digest: nobody compares certificates by eye. */
const LONGEST_TEXT = 200;

/** A value as a reviewer reads it; undefined where none is set. Nested values are JSON text. */
export function shownValue(name: string, value: unknown): PsValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (isSecretName(name)) return SENSITIVE;
  if (typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "string") return shortened(value);
  if (isTextList(value)) return value.map((item) => shortened(item));
  return shortened(canonicalText(value, hideSecret), "JSON text");
}

/** What differs, by name. Attributes that are null are not set. */
export function attributeChanges(before: Attributes, after: Attributes): ValueChange[] {
  return sortedSet([...Object.keys(before), ...Object.keys(after)])
    .filter((name) => !isSame(own(before, name), own(after, name)))
    .map((name) => ({
      name,
      before: shownValue(name, own(before, name)),
      after: shownValue(name, own(after, name)),
    }));
}

export function isSame(left: unknown, right: unknown): boolean {
  return canonicalText(left ?? null) === canonicalText(right ?? null);
}

/** A name such as "constructor" is answered by every object. */
export function own(attributes: Attributes, name: string): unknown {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** JSON with the keys in order: two writers of one value say the same. */
export function canonicalText(value: unknown, shown: (name: string, value: unknown) => unknown = same): string {
  return JSON.stringify(ordered(value, shown));
}

function ordered(value: unknown, shown: (name: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, shown));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).sort(([left], [right]) => byText(left, right));
  return Object.fromEntries(entries.map(([name, item]) => [name, ordered(shown(name, item), shown)]));
}

function same(_name: string, value: unknown): unknown {
  return value;
}

function hideSecret(name: string, value: unknown): unknown {
  return isSecretName(name) && value !== null ? SENSITIVE : value;
}

function shortened(text: string, what = "text"): string {
  if (text.length <= LONGEST_TEXT) return text;
  const kind = text.startsWith("-----BEGIN ") ? "PEM text" : what;
  return `(${kind}, ${text.length} characters, sha256 ${shortDigest(sha256(text))})`;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
}
