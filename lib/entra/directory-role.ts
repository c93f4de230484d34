import { DirectoryRole } from "@cdktf/provider-azuread/lib/directory-role";
import { TerraformStack } from "cdktf";
import { named } from "./named";

const roles = new WeakMap<TerraformStack, Map<string, DirectoryRole>>();

/** A built-in role of the tenant. It is one role, whoever holds it, so a stack declares it once. */
export function directoryRole(stack: TerraformStack, displayName: string): DirectoryRole {
  const known = roles.get(stack) ?? new Map<string, DirectoryRole>();
  roles.set(stack, known);
  const role =
    known.get(displayName) ?? named(new DirectoryRole(stack, `role-${displayName}`, { displayName }), displayName);
  known.set(displayName, role);
  return role;
}
