import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Parses a GUID and returns it in lower case, without blanks around it.
 *
 * @param field name of the property, for the error
 * @throws when the value is none, or is known only after apply
 */
export function parseGuid(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const guid = value.trim().toLowerCase();
  if (!GUID.test(guid)) throw errors.notAGuid(field, value);
  return guid;
}
