import * as errors from "../errors";
import { isEncodedText } from "./encoded-value";

const BUILD = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/;

/**
 * Parses a server build as `Get-CsServerPatchVersion` prints it: four numbers, such as 5.0.8308.1182.
 *
 * @throws when the value does not have that form
 */
export function parseBuild(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  if (!BUILD.test(value)) throw errors.notABuild(field, value);
  return value;
}

/** Negative when `left` is the older build, zero when equal. Both must have passed {@link parseBuild}. */
export function compareBuilds(left: string, right: string): number {
  const rights = right.split(".").map(Number);
  for (const [index, part] of left.split(".").map(Number).entries()) {
    const difference = part - (rights[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
