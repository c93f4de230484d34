import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { isEncodedText } from "../values/encoded-value";

const PARAMETER = Symbol.for("cdktf-lync-hybrid/RunbookParameter");
const NAME = /^[a-z][a-z0-9-]{0,62}$/;
const TEXT = /^\$\{parameter\.([a-z][a-z0-9-]*)\}$/;

/**
 * A text that exists only after `terraform apply`, such as the id of an application, and that a step on-premises or in the
 * tenant needs. It becomes an output of Terraform; manifest, scripts and plan hold its name, never its value, and a run reads
 * the value from `parameters.json` in the state folder: the bytes of `terraform output -json`. A run that writes stops where
 * the file is missing, malformed, or holds something else than a plain text. Approval by digest does not cover the value:
 * the dry run prints it.
 */
export class RunbookParameter extends Construct {
  /**
   * @param name of the output: a letter a-z, then letters, digits and hyphens, at most 63; unique in the stack
   * @param value attribute of a resource, such as application.clientId
   * @throws when the name is none, or the value is known already (then no parameter is needed)
   */
  public static fromTerraform(scope: Construct, name: string, value: string): RunbookParameter {
    if (!NAME.test(name)) throw errors.noParameterName(name);
    if (!isEncodedText(value)) throw errors.parameterKnown(name, value);
    return new RunbookParameter(scope, name, value);
  }

  /** Name of the output, as it was given. */
  public readonly parameterName: string;

  private constructor(
    scope: Construct,
    name: string,
    /** @internal What Terraform knows it by. */
    public readonly terraformValue: string,
  ) {
    super(scope, `parameter-${name}`);
    this.parameterName = name;
    Object.defineProperty(this, PARAMETER, { value: true });
  }

  /**
   * How the plain data of a step names it. A declared text never looks like this: values with `${` are refused everywhere.
   *
   * @internal
   */
  public get placeholder(): string {
    return `\${parameter.${this.parameterName}}`;
  }
}

export function isRunbookParameter(value: unknown): value is RunbookParameter {
  return typeof value === "object" && value !== null && PARAMETER in value;
}

/** All parameters declared in or beneath a construct. */
export function runbookParametersOf(construct: IConstruct): RunbookParameter[] {
  return construct.node.findAll().filter(isRunbookParameter);
}

/** Name of the parameter that stands in the place of a value; undefined for a value. */
export function parameterIn(value: unknown): string | undefined {
  return typeof value === "string" ? TEXT.exec(value)?.[1] : undefined;
}
