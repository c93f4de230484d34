/** What is wrong with a deployment as a whole. */

import { HybridError, quoted } from "./hybrid-error";

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
    `stack "${stack}" is refused, ${count}; nothing but findings/${stack}.json was written, an earlier output stays as it was:\n${findings.join("\n")}`,
  );
}

export function notAStepId(value: string): HybridError {
  return new HybridError(
    `"stepId" must be the id of a step, got ${quoted(value)}: copy it from RUNBOOK.md or the baseline, such as ` +
      `CsHostingProvider/Office365.`,
  );
}

export function releaseWithoutReason(id: string): HybridError {
  return new HybridError(
    `the release of ${id} has an empty "reason": say in a sentence why nobody manages it any more.`,
  );
}

export function releasedTwice(id: string): HybridError {
  return new HybridError(`${id} is released twice: take one of the two lines out.`);
}

export function releasedAndDeclared(id: string): HybridError {
  return new HybridError(
    `${id} is released and declared at once: it would be let go and managed. Take the release out, or what declares it.`,
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
