import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

/**
 * Parses the address of a page or service inside or outside the network, http or https, and returns it as it was written,
 * without blanks around it.
 *
 * @param field name of the property, for the error
 * @throws when the value is no address, neither http nor https, holds a user name, a quote or a fragment, or is known only
 *   after apply
 */
export function parseWebUrl(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const text = value.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^[\x21-\x7e]+$/.test(text)) throw errors.notAWebUrl(field, value, "it is no address");
  if (!["http:", "https:"].includes(url.protocol)) {
    throw errors.notAWebUrl(field, value, `it begins with ${url.protocol}`);
  }
  if (url.username !== "" || url.password !== "") throw errors.notAWebUrl(field, value, "it holds a user name");
  // Addresses stand in lines that a person copies into a shell.
  if (/['"`$;|<>(){}]/.test(text)) throw errors.notAWebUrl(field, value, "it holds a character that a shell reads");
  return text;
}

/** Such an address without the slash at its end, so that a path can follow it. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
