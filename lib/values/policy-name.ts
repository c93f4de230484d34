import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

const LEGAL = /^[A-Za-z0-9][A-Za-z0-9 ._-]*$/;
const LONGEST = 64;

/**
 * Parses the name of a policy for single people and returns it without blanks around it. Letters, digits, blanks, dots,
 * hyphens and underscores: fewer than the servers take, so that every name reads the same in scripts, ids and pages.
 *
 * @param field name of the property, for the error
 * @throws when the name is empty, too long, Global, has a scope before it, holds other characters or is known only after
 *   apply
 */
export function parsePolicyName(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const name = value.trim();
  if (name === "") throw errors.emptyText(field);
  if (/^(tag|site|service|userserver|registrar):/i.test(name)) {
    throw errors.notAPolicyName(field, value, "it has a scope before it", "write the bare name");
  }
  if (name.toLowerCase() === "global") {
    throw errors.notAPolicyName(field, value, "that is the policy of everybody", "name one of your own");
  }
  if (!LEGAL.test(name) || name.length > LONGEST) {
    const move = `use up to ${LONGEST} letters, digits, blanks, dots, hyphens and underscores`;
    throw errors.notAPolicyName(field, value, "it is too long or holds other characters", move);
  }
  return name;
}
