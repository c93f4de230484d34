import * as errors from "../errors";
import { isEncodedNumber } from "./encoded-value";

/**
 * Parses a count (of people, of seconds): a whole number, zero or more.
 *
 * @throws when the value is negative, broken, infinite or known only after apply
 */
export function parseCount(field: string, value: number): number {
  if (isEncodedNumber(value)) throw errors.knownOnlyAfterApply(field);
  if (!Number.isSafeInteger(value) || value < 0) throw errors.notACount(field, value);
  return value;
}
