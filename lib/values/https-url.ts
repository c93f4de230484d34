import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

/**
 * Parses the address of a service and returns it as it was written, without blanks around it.
 *
 * @param field name of the property, for the error
 * @throws when the value is no address, not https, holds a user name or is known only after apply
 */
export function parseHttpsUrl(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const text = value.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^[\x21-\x7e]+$/.test(text)) throw errors.notAnHttpsUrl(field, value, "it is no address");
  if (url.protocol !== "https:") throw errors.notAnHttpsUrl(field, value, `it begins with ${url.protocol}//`);
  if (url.username !== "" || url.password !== "") throw errors.notAnHttpsUrl(field, value, "it holds a user name");
  return text;
}
