import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { OnlineTenant } from "../tenant/online-tenant";

export interface SharePointOnlineProps {
  /** The tenant whose people have it. */
  readonly tenant: OnlineTenant;
}

/**
 * SharePoint Online of the tenant. Nothing is set by declaring it: it contributes a fact. It offers presence on its pages,
 * without a step on these servers (unverified), and no skill search; what is found of conversations is found in Purview
 * (unverified). Skill search and discovery take a SharePointServer, which this is not.
 */
export class SharePointOnline extends Room {
  public readonly tenant: OnlineTenant;

  public constructor(scope: Construct, id: string, props: SharePointOnlineProps) {
    super(scope, id);
    this.tenant = props.tenant;
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { sharePointOnlines: [{ source: this.node.path }] };
  }
}
