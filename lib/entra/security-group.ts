import { Group } from "@cdktf/provider-azuread/lib/group";
import { Construct } from "constructs";
import { escapeText } from "../values/template-text";
import { named } from "./named";

export interface SecurityGroupProps {
  /** Subject of the Terraform resource. */
  readonly key: string;
  readonly displayName: string;
  readonly description: string;
}

/** A security group without members: membership is never in the state. */
export function securityGroup(scope: Construct, props: SecurityGroupProps): Group {
  const { key, displayName, description } = props;
  const group = new Group(scope, "group", {
    displayName: escapeText(displayName),
    description: escapeText(description),
    securityEnabled: true,
    preventDuplicateNames: true,
    // Members come and go by script; a plan that shows them as drift would be noise every day.
    lifecycle: { ignoreChanges: ["members"] },
  });
  return named(group, key);
}
