import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";
import { parseFqdn } from "./fqdn";

const LOCAL = /^[a-z0-9]([a-z0-9._+'-]*[a-z0-9_-])?$/;
const LONGEST = 64;
const EXAMPLE = "write it as it stands in the directory, such as anna@contoso.com";

/**
 * Parses the SIP address of a person and returns it in lower case, without `sip:` before it. Letters, digits, dots, hyphens,
 * underscores, plus signs and straight apostrophes stand before the @: fewer than the protocol allows, so that every address
 * reads the same in scripts and pages.
 *
 * @param field name of the property, for the error
 * @throws when it is empty, has no @ or several, holds other characters, its domain is none, or it is known only after apply
 */
export function parseSipAddress(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  // Before the case is lowered: the Kelvin sign would become an ordinary k.
  const bare = value.trim().replace(/^sip:/i, "");
  const parts = bare.split("@");
  const [before = "", domain = ""] = parts;
  if (bare === "") throw errors.notASipAddress(field, value, "it is empty", EXAMPLE);
  if (parts.length !== 2) throw errors.notASipAddress(field, value, `it has ${parts.length - 1} @ signs`, EXAMPLE);
  const local = asciiLower(before);
  if (!LOCAL.test(local) || local.includes("..") || local.length > LONGEST) {
    const reason = "what stands before the @ is empty, too long, or holds other characters than a-z, 0-9 and . _ + ' -";
    throw errors.notASipAddress(field, value, reason, EXAMPLE);
  }
  return `${local}@${parseFqdn(field, domain)}`;
}

/** Domain of an address that was parsed. */
export function domainOfAddress(address: string): string {
  return address.slice(address.indexOf("@") + 1);
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
