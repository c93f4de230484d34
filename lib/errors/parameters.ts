/** What is wrong with a parameter, the one way in which a value that Terraform makes reaches a runbook. */

import { HybridError, quoted } from "./hybrid-error";

export function noParameterHere(field: string, name: string): HybridError {
  return new HybridError(
    `"${field}" cannot be the parameter ${quoted(name)}: only a property that holds one text may wait for terraform ` +
      `apply; write the value itself.`,
  );
}

export function notAParameterName(name: string): HybridError {
  return new HybridError(
    `"name" must be the name of a parameter, got ${quoted(name)}: write small letters, digits, hyphens and underscores, ` +
      `63 at most and a letter first, such as exchange-hybrid-app-id.`,
  );
}

export function knownAtSynthesis(name: string, value: string): HybridError {
  return new HybridError(
    `the parameter ${quoted(name)} was given ${quoted(value)}, which is known already: declare that value itself, ` +
      `so that the review shows it.`,
  );
}

export function sameParameter(name: string, firstPath: string, secondPath: string): HybridError {
  return new HybridError(
    `"${firstPath}" and "${secondPath}" are both the parameter ${quoted(name)}: a Terraform output has one value. Use ` +
      `the first one twice, or give the second another name.`,
  );
}

export function parameterElsewhere(source: string, name: string, stack: string): HybridError {
  return new HybridError(
    `"${source}" uses the parameter ${quoted(name)}, which the stack ${quoted(stack)} does not declare: its outputs ` +
      `would not hold the value. Declare it in that stack with RunbookParameter.fromTerraform.`,
  );
}
