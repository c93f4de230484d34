import { Construct } from "constructs";
import { securityGroup } from "../entra/security-group";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";

export interface LicenceGroupProps {
  /** Name of the group in the tenant; it is also the subject of its Terraform resource. */
  readonly displayName: string;
  /** What the group is for, for the tenant administrator. */
  readonly description: string;
  /**
   * Name of its Terraform resources, when two display names would read the same there.
   * @default - the display name
   */
  readonly key?: string;
}

/**
 * A security group of the tenant whose licences its members receive. Terraform owns the group and never its members:
 * people are not in the state, and an on-premises group cannot be written from the cloud. That the group is given licences
 * is done in the admin center: the provider cannot do it.
 *
 * Throws when a text is empty, or when another group has its name in Terraform.
 */
export class LicenceGroup extends Room {
  public constructor(scope: Construct, id: string, props: LicenceGroupProps) {
    super(scope, id);
    if (props.displayName.trim() === "") throw errors.emptyText("displayName");
    if (props.description.trim() === "") throw errors.emptyText("description");
    const { displayName, description, key } = props;
    securityGroup(this, { key: key ?? displayName, displayName, description });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {};
  }
}
