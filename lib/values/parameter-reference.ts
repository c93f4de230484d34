/** A value that exists only after `terraform apply`. Everything written at synthesis holds its name instead. */
export interface ParameterReference {
  /** Name of the Terraform output that holds the value. */
  readonly parameter: string;
}

/** Lower case: a reader of JSON on Windows knows no case in names, so two that differ in case would be one. */
export const PARAMETER_NAME = /^[a-z][a-z0-9_-]{0,62}$/;
