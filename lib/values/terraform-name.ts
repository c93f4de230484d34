/**
 * A Terraform resource name for a subject: readable first. Two subjects may meet in one name; whoever collects names
 * refuses that, because cdktf would merge the two resources without a word.
 */
export function terraformName(subject: string): string {
  const name = subject.replace(/[^A-Za-z0-9_-]/g, "_");
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}
