import { Construct } from "constructs";
import * as errors from "../errors";
import { ExchangeArchiving } from "../exchange/exchange-archiving";
import { DeploymentModel } from "../model/deployment-model";
import { ManualStep } from "../onprem/manual-step";
import { Room } from "../onprem/room";
import { parseAlias } from "../values/alias";
import { parseFqdn } from "../values/fqdn";
import { discoverySteps } from "./discovery-steps";
import { SharePointServer } from "./sharepoint-server";

export interface SharePointDiscoveryProps {
  readonly sharePoint: SharePointServer;
  /** What puts transcripts into the mailboxes that are searched. The steps here wait for it. */
  readonly archiving: ExchangeArchiving;
  /** Name of the Autodiscover service of Exchange, such as autodiscover.contoso.com. */
  readonly autodiscover: string;
  /** Exchange server that answers searches (Exchange Web Services), such as mail.contoso.com. */
  readonly exchangeServer: string;
  /** Alias of the person who searches and owns the eDiscovery Center, such as kenmyer. */
  readonly investigator: string;
}

/**
 * Search for archived conversations from the eDiscovery Center of SharePoint. Everything is done in the shells of SharePoint
 * and Exchange, which this version does not drive: seven steps by hand in order, with the exact lines.
 *
 * Throws when a name or the alias is none, or the archive does not store transcripts in Exchange. Source: "Configure
 * SharePoint Server to search for archived Skype for Business data".
 */
export class SharePointDiscovery extends Room {
  private readonly sharePoint: SharePointServer;

  public constructor(scope: Construct, id: string, props: SharePointDiscoveryProps) {
    super(scope, id);
    this.sharePoint = props.sharePoint;
    if (!props.archiving.inExchange) throw errors.nothingToDiscover();
    this.node.addDependency(props.archiving);
    const names = {
      sharePoint: props.sharePoint.url,
      sharePointHost: new URL(props.sharePoint.url).hostname,
      autodiscover: parseFqdn("autodiscover", props.autodiscover),
      exchange: parseFqdn("exchangeServer", props.exchangeServer),
      investigator: parseAlias("investigator", props.investigator),
    };
    const unnamed = props.sharePoint.version.unverified();
    let before: ManualStep | undefined;
    for (const step of discoverySteps(names)) {
      const made = new ManualStep(this, step.name, { ...step, unverified: [...(step.unverified ?? []), ...unnamed] });
      if (before !== undefined) made.node.addDependency(before);
      before = made;
    }
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { sharePointDiscoveries: [{ source: this.node.path, sharePoint: this.sharePoint.url }] };
  }
}
