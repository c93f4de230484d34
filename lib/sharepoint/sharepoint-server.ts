import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { parseWebUrl, withoutSlash } from "../values/web-url";
import { SharePointVersion } from "./sharepoint-version";

export interface SharePointServerProps {
  readonly version: SharePointVersion;
  /** Address of its site collection, such as https://portal.contoso.com. */
  readonly url: string;
}

/**
 * A SharePoint Server that exists on-premises. Nothing is set on it by this room: it contributes facts only. SharePoint
 * Online is none of these, and no skill search and no discovery of this deployment reaches it.
 *
 * Throws when the address is none. Source: "Configure SharePoint Server to search for archived Skype for Business data".
 */
export class SharePointServer extends Room {
  public readonly version: SharePointVersion;
  /** Address without a slash at its end. */
  public readonly url: string;

  public constructor(scope: Construct, id: string, props: SharePointServerProps) {
    super(scope, id);
    this.version = props.version;
    this.url = withoutSlash(parseWebUrl("url", props.url));
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { version, url } = this;
    return { sharePointServers: [{ source: this.node.path, version: version.productName, url }] };
  }
}
