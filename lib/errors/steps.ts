/** What is wrong with a step or a resource. */

import { HybridError, quoted } from "./hybrid-error";

export function outsideDeployment(path: string): HybridError {
  return new HybridError(
    `"${path}" stands outside a HybridDeployment: create it with the deployment (or a construct inside it) as scope.`,
  );
}

export function undeclaredProperty(
  path: string,
  noun: string,
  property: string,
  known: readonly string[],
): HybridError {
  return new HybridError(
    `"${path}" declares ${noun}.${property}, which the catalogue does not know: use one of ${known.join(", ")}.`,
  );
}

export function propertyOfLaterVersion(
  path: string,
  subject: string,
  property: string,
  since: string,
  server: string,
): HybridError {
  return new HybridError(
    `"${path}" declares ${property} of ${subject}, which exists since ${since}, but the newest declared server is ` +
      `${server}: leave it out, or declare the newer server whose management shell you use.`,
  );
}

export function missingAtCreation(path: string, noun: string, missing: readonly string[]): HybridError {
  return new HybridError(
    `"${path}" declares ${noun} without ${missing.join(", ")}: New-${noun} requires them, so declare them as well.`,
  );
}

export function unknownState(path: string, property: string, known: readonly string[]): HybridError {
  return new HybridError(
    `"${path}" declares no state that the catalogue knows: give ${property} one of ${known.join(", ")}.`,
  );
}

export function emptyStep(path: string): HybridError {
  return new HybridError(`"${path}" declares no property and no entry: a step that states nothing would do nothing.`);
}

export function badIdPiece(path: string, piece: string, reason: string): HybridError {
  return new HybridError(
    `"${path}" gives the step id piece ${quoted(piece)}: ${reason}; set the "key" property to a short name of ` +
      `letters, digits, ".", "_" and "-".`,
  );
}

export function sameId(first: string, second: string, id: string, firstPath: string, secondPath: string): HybridError {
  const same = first === second ? `the id ${id}` : `ids that read the same, ${first} and ${second}`;
  return new HybridError(
    `"${firstPath}" and "${secondPath}" have ${same}: one of them would be lost. Declare the object once, or set the ` +
      `"key" property of one of them.`,
  );
}

export function sameTerraformName(name: string, firstPath: string, secondPath: string): HybridError {
  return new HybridError(
    `"${firstPath}" and "${secondPath}" are both called ${name} in Terraform, where one of them would be lost: set the ` +
      `"key" property of one of them.`,
  );
}

export function twoOwners(subject: string, firstPath: string, secondPath: string): HybridError {
  return new HybridError(
    `"${firstPath}" and "${secondPath}" both own ${subject}: two owners undo each other's work. Declare it once.`,
  );
}

export function cycle(ids: readonly string[]): HybridError {
  return new HybridError(`these steps wait for each other: ${ids.join(" -> ")}. Remove one addDependency.`);
}

export function afterLaterPhase(id: string, phase: string, before: string, beforePhase: string): HybridError {
  return new HybridError(
    `${id} (phase ${phase}) waits for ${before} of the later phase ${beforePhase}: phases run in order of their ` +
      `number. Remove that addDependency.`,
  );
}

export function unknownKind(key: string): HybridError {
  return new HybridError(
    `this version has no kind ${quoted(key)} in its catalogue: a newer version wrote that file; update cdktf-lync-hybrid.`,
  );
}
