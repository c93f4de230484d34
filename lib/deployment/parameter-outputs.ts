import { TerraformOutput, TerraformStack } from "cdktf";
import { IConstruct } from "constructs";
import * as errors from "../errors";
import { runbookParametersOf } from "../onprem/runbook-parameter";

/**
 * Declares an output for every parameter, under the name that the scripts look for.
 *
 * @throws when two parameters of the stack have one name
 */
export function declareParameterOutputs(stack: TerraformStack, deployment: IConstruct): void {
  const owners = new Map<string, string>();
  for (const { parameterName, terraformValue, node } of runbookParametersOf(deployment)) {
    const owner = owners.get(parameterName);
    if (owner !== undefined) throw errors.sameParameterName(parameterName, owner, node.path);
    owners.set(parameterName, node.path);
    const description = "Read by the runbook: terraform output -json > parameters.json, in the state folder.";
    const output = new TerraformOutput(stack, `parameter-${parameterName}`, { value: terraformValue, description });
    output.overrideLogicalId(parameterName);
  }
}
