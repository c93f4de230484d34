import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

const UNSEEN = /[^\x20-\x7e]/;
const SHA1 = /^[0-9A-F]{40}$/;

/**
 * Parses the thumbprint of a certificate and returns it in the one form that is compared: 40 hexadecimal digits, upper case,
 * without spaces.
 *
 * @param field name of the property, for the error
 * @throws when it is none, holds a character that is not seen, or is known only after apply
 */
export function parseThumbprint(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  // The certificate window of Windows puts such a character before the first digit of what is copied from it.
  if (UNSEEN.test(value))
    throw errors.notAThumbprint(field, value, "it holds a character that is not seen or not ASCII");
  const digits = value.replace(/ /g, "").toUpperCase();
  if (!SHA1.test(digits)) throw errors.notAThumbprint(field, value, "it is not 40 digits 0-9 and A-F");
  return digits;
}
