/**
 * Every text this library throws. Each names the field, the value, the reason and the next move.
 */

/** What this library throws. Its stack is cut: the reader needs the sentence, not our frames. */
export class HybridError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = "HybridError";
    this.stack = `HybridError: ${message}`;
  }
}

const quoted = (value: string): string => JSON.stringify(value);

// --- values ---

export function notAnFqdn(field: string, value: string, reason: string, move: string): HybridError {
  return new HybridError(`"${field}" must be a fully qualified domain name, got ${quoted(value)}: ${reason}; ${move}.`);
}

export function notAnIpAddress(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be an IPv4 address, got ${quoted(value)}: write four numbers, such as 203.0.113.10.`,
  );
}

export function notACount(field: string, value: number): HybridError {
  return new HybridError(`"${field}" must be a whole number, zero or more, got ${value}: correct it or leave it out.`);
}

export function notABuild(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be a build number, got ${quoted(value)}: copy it from Get-CsServerPatchVersion, such as 5.0.8308.1182.`,
  );
}

export function knownOnlyAfterApply(field: string): HybridError {
  return new HybridError(
    `"${field}" holds a value that exists only after terraform apply, but the runbook is written before: ` +
      `write the value itself.`,
  );
}

export function emptyText(field: string): HybridError {
  return new HybridError(`"${field}" must not be empty: give it a value or leave the property out.`);
}

// --- on-premises language ---

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

export function missingAtCreation(path: string, noun: string, missing: readonly string[]): HybridError {
  return new HybridError(
    `"${path}" declares ${noun} without ${missing.join(", ")}: New-${noun} requires them, so declare them as well.`,
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

export function versionLacksParameter(noun: string, property: string, version: string): HybridError {
  return new HybridError(
    `${noun}.${property} does not exist in ${version}: remove the property or correct the declared version.`,
  );
}

export function unknownKind(key: string): HybridError {
  return new HybridError(
    `this version has no kind ${quoted(key)} in its catalogue: a newer version wrote that file; update cdktf-lync-hybrid.`,
  );
}

// --- rooms ---

export function closedToEverybody(field: string): HybridError {
  return new HybridError(
    `"${field}" is empty: an empty allow list lets nobody in, and emptiness has no meaning here. Name at least one ` +
      `partner domain.`,
  );
}

export function emptyList(field: string): HybridError {
  return new HybridError(`"${field}" is empty: leave the property out, or name at least one entry.`);
}

export function twiceInList(field: string, domain: string): HybridError {
  return new HybridError(`"${field}" names ${domain} twice: remove one of the two.`);
}

export function allowedAndBlocked(domain: string): HybridError {
  return new HybridError(`${domain} is allowed and blocked at once: the server refuses that. Remove it from one list.`);
}

export function tooManyDomains(field: string, count: number, limit: number): HybridError {
  return new HybridError(
    `"${field}" has ${count} domains, but the tenant holds at most ${limit} (Set-CsTenantFederationConfiguration): ` +
      `use open federation or shorten the list.`,
  );
}

export function listNeedsSummary(field: string, count: number, limit: number): HybridError {
  return new HybridError(
    `"${field}" has ${count} entries, and a plan that lists more than ${limit} one by one takes minutes: say ` +
      `\`mirror: ListMirror.SUMMARY\` on the policy. It is asked for, because crossing the number silently would plan ` +
      `${limit} destroys.`,
  );
}

export function notAnInitialDomain(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the tenant's initial domain, got ${quoted(value)}: it ends in .onmicrosoft.com ` +
      `(for another cloud see the next release).`,
  );
}

export function unreadableCertificate(field: string, path: string, reason: string): HybridError {
  return new HybridError(
    `"${field}" names ${quoted(path)}, which is no public certificate in PEM form: ${reason}. Export the certificate ` +
      `without its private key (Base-64 encoded X.509).`,
  );
}

export function privateKeyInCertificate(field: string, path: string): HybridError {
  return new HybridError(
    `"${field}" names ${quoted(path)}, which holds a private key: it would end in the Terraform state. Remove the key ` +
      `from that file, treat it as leaked if it was committed, and export the certificate alone.`,
  );
}

// --- deployment ---

export function secondDeployment(stack: string, first: string): HybridError {
  return new HybridError(
    `stack "${stack}" already holds the HybridDeployment "${first}": one stack holds one deployment. Use a second stack.`,
  );
}

export function notInAStack(path: string): HybridError {
  return new HybridError(`"${path}" must stand inside a TerraformStack: pass the stack as scope.`);
}

export function noManagementHost(path: string): HybridError {
  return new HybridError(
    `"${path}" declares neither a FrontEndPool nor a managementHost: nobody knows where the on-premises steps run. ` +
      `Declare the pool.`,
  );
}

export function synthesizedTwice(stack: string): HybridError {
  return new HybridError(
    `stack "${stack}" was synthesized already: a second synthesis of the same App would mix old and new. Build a new App.`,
  );
}

export function hclOutput(): HybridError {
  return new HybridError(
    `HCL output writes empty resources for this stack, and applying them would wipe what the plan shows: run ` +
      `cdktf synth without --hcl.`,
  );
}

export function refused(stack: string, findings: readonly string[]): HybridError {
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return new HybridError(
    `stack "${stack}" is refused, ${count}; nothing was written, an earlier output stays as it was:\n${findings.join("\n")}`,
  );
}

export function unknownRule(id: string, known: readonly string[]): HybridError {
  return new HybridError(`there is no rule ${quoted(id)} to acknowledge: the rules are ${known.join(", ")}.`);
}

export function notAcknowledgeable(id: string, why: string): HybridError {
  return new HybridError(`${id} cannot be acknowledged: ${why}`);
}

export function badAcknowledgement(id: string, field: string, value: string, move: string): HybridError {
  return new HybridError(`the acknowledgement of ${id} has ${field} ${quoted(value)}: ${move}.`);
}

// --- baseline, manifest, command line ---

export function baselineMissing(path: string, empty: string): HybridError {
  return new HybridError(
    `"deployed" names ${quoted(path)}, which does not exist (relative to the working directory): commit this file ` +
      `for a deployment that nothing was applied to yet:\n${empty}`,
  );
}

export function baselineMalformed(path: string, reason: string, empty: string): HybridError {
  return new HybridError(
    `${quoted(path)} is not a baseline: ${reason}. Restore it from git; the empty one is:\n${empty}`,
  );
}

export function notReadable(what: string, path: string, reason: string, move: string): HybridError {
  return new HybridError(`${quoted(path)} is not ${what}: ${reason}; ${move}.`);
}

export function notALiteral(reason: string): HybridError {
  return new HybridError(`this value cannot stand in a PowerShell script: ${reason}.`);
}
