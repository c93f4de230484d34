import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_CLIENT_POLICY, CsClientPolicy } from "../onprem/catalog/cs-client-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { sortedSet } from "../values/text-order";
import { parseWebUrl } from "../values/web-url";
import { SharePointServer } from "./sharepoint-server";

export interface SkillSearchProps {
  /** The SharePoint that answers: a full one, with My Sites and people search. */
  readonly sharePoint: SharePointServer;
  /**
   * Search service for clients inside the network, such as https://portal.contoso.local/_vti_bin/search.asmx.
   * @default - left as it is found
   */
  readonly searchInternal?: string;
  /**
   * Search service for clients outside, published to the internet.
   * @default - left as it is found
   */
  readonly searchExternal?: string;
  /**
   * Page that the client opens for all results, such as https://portal.contoso.local/SearchCenter/Pages/PeopleResults.aspx.
   * @default - left as it is found
   */
  readonly centerInternal?: string;
  /**
   * The same page for clients outside.
   * @default - left as it is found
   */
  readonly centerExternal?: string;
}

/**
 * Search for people by skill from the client: the global client policy tells it where SharePoint answers. It serves people
 * homed on-premises only, and SharePoint on-premises only (V63). It fails for people who sign in with two factors. Who was
 * moved to the cloud keeps an old address in the registry of the client (SPSearchInternalURL) until somebody deletes it.
 *
 * Throws when no address is given, or one is none. Source: Set-CsClientPolicy; the shapes of the addresses are from a post
 * of the community.
 */
export class SkillSearch extends Room {
  private readonly sharePoint: SharePointServer;
  private readonly addresses: Partial<CsClientPolicy>;

  public constructor(scope: Construct, id: string, props: SkillSearchProps) {
    super(scope, id);
    this.sharePoint = props.sharePoint;
    this.addresses = addressesOf(props);
    if (Object.keys(this.addresses).length === 0) throw errors.noSearchAddress();
    new DesiredState(this, "policy", {
      kind: CS_CLIENT_POLICY,
      identity: "Global",
      properties: this.addresses,
      phase: Phase.INTEGRATE,
      title: `People on-premises find each other by skill in ${new URL(this.sharePoint.url).host}.`,
      verification:
        "Get-CsClientPolicy -Identity Global shows the addresses; a search for a skill in the client finds a person, for " +
        "somebody who does not sign in with two factors: for whoever does, skill search fails",
      waits: "replication, then the next sign-in of each client",
      unverified: [
        "the shapes of these addresses: they are from a post of the community, and the page of Set-CsClientPolicy shows none",
        "what Get-CsClientPolicy shows where no address was ever set: nothing, or an empty text",
        ...this.sharePoint.version.unverified(),
      ],
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const urls = sortedSet(Object.values(this.addresses));
    return { skillSearches: [{ source: this.node.path, sharePoint: this.sharePoint.url, urls }] };
  }
}

function addressesOf(props: SkillSearchProps): Partial<CsClientPolicy> {
  const { searchInternal, searchExternal, centerInternal, centerExternal } = props;
  const fields = {
    SPSearchInternalURL: { searchInternal },
    SPSearchExternalURL: { searchExternal },
    SPSearchCenterInternalURL: { centerInternal },
    SPSearchCenterExternalURL: { centerExternal },
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, given]) =>
      Object.entries(given).flatMap(([field, value]: [string, string | undefined]) =>
        value === undefined ? [] : [[name, parseWebUrl(field, value)]],
      ),
    ),
  );
}
