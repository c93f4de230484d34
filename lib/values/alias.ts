import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

/**
 * Parses the alias of a person, as it stands in lines that somebody copies into a shell.
 *
 * @param field name of the property, for the error
 * @throws when it is empty, holds other characters than letters, digits, `.`, `-` and `_`, or is known only after apply
 */
export function parseAlias(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const alias = value.trim();
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(alias)) throw errors.notAnAlias(field, value);
  return alias;
}
