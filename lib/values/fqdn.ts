import { domainToASCII } from "node:url";
import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Parses a fully qualified domain name and returns it in the one form everything downstream compares: lower case, ASCII,
 * without a trailing dot. An internationalised name is refused with its ASCII form named: the Lync Server documents know
 * ASCII names only, and a silent conversion would hide which name the partner must use.
 *
 * @param field name of the property, for the error
 * @throws when the value is a scheme, an address, empty, too long, not ASCII, a single label or known only after apply
 */
export function parseFqdn(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  // Before the case is lowered: the Kelvin sign would become an ordinary k.
  if (!isAscii(value)) throw nonAscii(field, value, value.trim());
  const name = value.trim().toLowerCase().replace(/\.$/, "");
  if (name === "") throw errors.notAnFqdn(field, value, "it is empty", "write the full name, such as sip.contoso.com");
  if (name.includes("://")) throw errors.notAnFqdn(field, value, "it is a URL", "remove the scheme and the path");
  if (name.includes("@"))
    throw errors.notAnFqdn(field, value, "it is an address", "write only what stands after the @");
  const labels = name.split(".");
  const bad = labels.find((label) => !LABEL.test(label));
  if (bad !== undefined) throw badLabel(field, value, bad);
  if (labels.length < 2) {
    throw errors.notAnFqdn(field, value, "it is one label only", `write the full name, such as ${name}.contoso.com`);
  }
  if (name.length > 253)
    throw errors.notAnFqdn(field, value, `it has ${name.length} characters`, "at most 253 are legal");
  if (/^\d+$/.test(labels[labels.length - 1] ?? "")) {
    throw errors.notAnFqdn(field, value, "it is an IP address", "write the host name");
  }
  return name;
}

function isAscii(name: string): boolean {
  return Buffer.byteLength(name, "utf8") === name.length;
}

function nonAscii(field: string, value: string, name: string): Error {
  const ascii = domainToASCII(name);
  const move = ascii === "" ? "it has no ASCII form; correct it" : `write its ASCII form, ${ascii}`;
  return errors.notAnFqdn(field, value, "it is an internationalised name", move);
}

function badLabel(field: string, value: string, label: string): Error {
  if (label === "") return errors.notAnFqdn(field, value, "it has an empty label", "remove the extra dot");
  if (label === "*") return errors.notAnFqdn(field, value, "it is a wildcard", "name one host or domain");
  return errors.notAnFqdn(
    field,
    value,
    `"${label}" is not a DNS label`,
    "labels have 1 to 63 letters, digits and inner hyphens",
  );
}
