import { sha256, shortDigest } from "../values/sha256";
import { StepObject } from "./step";

/** Tells whether what was applied is what is declared: the digest of everything declared of one object. */
export function settingsDigest(object: StepObject): string {
  return shortDigest(sha256(JSON.stringify([object.noun, object.identity, object.properties])));
}
