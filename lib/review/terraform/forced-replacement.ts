import { ValueChange } from "../change";
import { Attributes, own } from "./shown-value";

/**
 * Attributes of which the provider's documents say "Changing this forces a new resource to be created"
 * (hashicorp/azuread 3, docs/resources/<type without azuread_>.md). A certificate knows no update at all: its value too is
 * ForceNew in application_certificate_resource.go. What is not listed here may still be replaced: the plan knows.
 */
const FORCING: ReadonlyMap<string, readonly string[]> = new Map([
  ["azuread_app_role_assignment", ["app_role_id", "principal_object_id", "resource_object_id"]],
  ["azuread_application", ["template_id"]],
  [
    "azuread_application_certificate",
    ["application_id", "encoding", "end_date", "end_date_relative", "key_id", "start_date", "type", "value"],
  ],
  ["azuread_directory_role", ["display_name", "template_id"]],
  ["azuread_directory_role_assignment", ["app_scope_id", "directory_scope_id", "principal_object_id", "role_id"]],
  ["azuread_group", ["assignable_to_role", "behaviors", "mail_nickname", "provisioning_options"]],
  ["azuread_group_member", ["group_object_id", "member_object_id"]],
  ["azuread_service_principal", ["client_id"]],
]);

/**
 * The changed attributes that are certain to replace the resource. Certain is only what is written out on both sides: a
 * reference may lead to the same value as before, and what one side leaves out may have been the default.
 */
export function forcedBy(
  type: string,
  values: readonly ValueChange[],
  before: Attributes,
  after: Attributes,
): readonly string[] {
  const forcing = FORCING.get(type) ?? [];
  const names = values.map(({ name }) => name).filter((name) => forcing.includes(name));
  return names.filter((name) => [before, after].every((side) => isWritten(own(side, name))) && !isIgnored(name, after));
}

function isWritten(value: unknown): boolean {
  return value !== undefined && value !== null && !JSON.stringify(value).includes("${");
}

/** Terraform leaves alone what stands under lifecycle.ignore_changes. */
export function isIgnored(name: string, after: Attributes): boolean {
  const lifecycle = JSON.stringify(own(after, "lifecycle") ?? null);
  return lifecycle.includes('"ignore_changes":"all"') || lifecycle.includes(`"${name}"`);
}
