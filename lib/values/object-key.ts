/**
 * The identity of an object as it stands in ids, file names and Terraform names: every character outside letters, digits,
 * `.`, `_` and `-` becomes `-` ("Exchange Online" reads Exchange-Online). The PowerShell identity itself is never changed.
 * Two identities may meet in one key; whoever collects ids refuses that and names the `key` property.
 */
export function objectKey(identity: string): string {
  return identity.replace(/[^A-Za-z0-9._-]/g, "-");
}
