/**
 * cdktf hands out stand-ins for values that exist only after `terraform apply`. They are recognised here by their shape,
 * so that the values, the rooms and the rules stay free of cdktf.
 */

/** Whether a text holds a value that only Terraform knows: a cdktf token, a raw `${...}` expression or a `%{...}` directive. */
export function isEncodedText(value: string): boolean {
  return value.includes("${") || value.includes("%{") || value.includes("#{TfToken[");
}

/** Whether a number is one of cdktf's encodings: they are huge negatives that no setting of this product can have. */
export function isEncodedNumber(value: number): boolean {
  return value < -1e200;
}
