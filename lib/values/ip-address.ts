import { isIPv4 } from "node:net";
import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

/**
 * Parses an IPv4 address as the Edge's external interfaces use it.
 *
 * @throws when the value is not a dotted IPv4 address or known only after apply
 */
export function parseIpAddress(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  if (!isIPv4(value)) throw errors.notAnIpAddress(field, value);
  return value;
}
