import { TerraformResource, TerraformDataSource, TerraformStack } from "cdktf";
import * as errors from "../errors";
import { terraformName } from "../values/terraform-name";

/** Names given in a stack so far: type and name to construct path. */
const given = new WeakMap<TerraformStack, Map<string, string>>();

/**
 * Names a resource after its subject, so that renaming or moving a construct plans nothing.
 *
 * @throws when another resource of this type has the name: cdktf would merge the two without a word
 */
export function named<E extends TerraformResource | TerraformDataSource>(element: E, subject: string): E {
  const name = terraformName(subject);
  const names = namesOf(TerraformStack.of(element));
  const key = `${element.terraformResourceType} ${name}`.toLowerCase();
  const owner = names.get(key);
  if (owner !== undefined) throw errors.sameTerraformName(name, owner, element.node.path);
  names.set(key, element.node.path);
  element.overrideLogicalId(name);
  return element;
}

function namesOf(stack: TerraformStack): Map<string, string> {
  const names = given.get(stack) ?? new Map<string, string>();
  given.set(stack, names);
  return names;
}
