import { TerraformElement } from "cdktf";
import { terraformName } from "../values/terraform-name";

/** Names a resource after its subject, so that renaming or moving a construct plans nothing. */
export function named<E extends TerraformElement>(element: E, subject: string): E {
  element.overrideLogicalId(terraformName(subject));
  return element;
}
