import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as errors from "../errors";
import { isEncodedText } from "../values/encoded-value";
import { PARAMETER_NAME, ParameterReference } from "../values/parameter-reference";

/** Parameters of a stack: name to construct path. */
const declared = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * A value that exists only after `terraform apply`, such as the client id of an application that this stack creates. It
 * becomes a Terraform output; every file of the runbook holds its name alone. The scripts read `parameters.json` in the
 * state folder, the bytes of `terraform output -json`, and stop before anything is read when they cannot have the value.
 *
 * The digest that was approved covers the name and not the value: a dry run with `-State` prints every value.
 */
export class RunbookParameter extends Construct implements ParameterReference {
  /**
   * Declares the output, in the stack of `scope`.
   *
   * @param name of the output: small letters, digits, hyphens and underscores, at most 63, a letter first
   * @param value of Terraform, such as `application.clientId`; never a secret, for the runbook prints it
   * @throws when the name is none or taken, or the value is known at synthesis
   */
  public static fromTerraform(scope: Construct, name: string, value: string): RunbookParameter {
    return new RunbookParameter(TerraformStack.of(scope), name, value, scope.node.path);
  }

  private constructor(
    stack: TerraformStack,
    public readonly parameter: string,
    value: string,
    source: string,
  ) {
    if (!PARAMETER_NAME.test(parameter)) throw errors.notAParameterName(parameter);
    if (!isEncodedText(value)) throw errors.knownAtSynthesis(parameter, value);
    const names = parametersOf(stack);
    const owner = names.get(parameter);
    if (owner !== undefined) throw errors.sameParameter(parameter, owner, source);
    super(stack, `parameter-${parameter}`);
    names.set(parameter, source);
    new TerraformOutput(this, "output", {
      value,
      description: "Read by the runbook from parameters.json.",
    }).overrideLogicalId(parameter);
  }
}

/** Names of the parameters that a stack declares, each with the construct path where that was done. */
export function parametersOf(stack: TerraformStack): Map<string, string> {
  const names = declared.get(stack) ?? new Map<string, string>();
  declared.set(stack, names);
  return names;
}
