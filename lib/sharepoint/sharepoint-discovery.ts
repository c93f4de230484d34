import { Construct } from "constructs";
import * as errors from "../errors";
import { ExchangeArchiving } from "../exchange/exchange-archiving";
import { DeploymentModel } from "../model/deployment-model";
import { ManualStep, ManualStepProps } from "../onprem/manual-step";
import { Room } from "../onprem/room";
import { parseAlias } from "../values/alias";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { isSharePointOnline } from "../values/sharepoint-online";
import { DiscoveryNames, stepsAfterTrust, stepsBeforeTrust, stepsInExchange } from "./discovery-steps";
import { SharePointServer } from "./sharepoint-server";
import { trustInExchange } from "./trust-in-exchange";

export interface SharePointDiscoveryProps {
  readonly sharePoint: SharePointServer;
  /**
   * What puts transcripts into the mailboxes that are searched. The steps here wait for it.
   * @default - none; only where the half of SharePoint is built alone
   */
  readonly archiving?: ExchangeArchiving;
  /** Name of the Autodiscover service of Exchange, such as autodiscover.contoso.com. */
  readonly autodiscover: string;
  /** Exchange server that answers searches (Exchange Web Services), such as mail.contoso.com. */
  readonly exchangeServer: string;
  /** Alias of the person who searches and owns the eDiscovery Center, such as kenmyer. */
  readonly investigator: string;
  /**
   * Name of the trusted token issuer of Exchange in SharePoint. Where the farm has one for this address, give its name.
   * @default "Exchange"
   */
  readonly issuerName?: string;
  /**
   * "sharepoint" or "exchange" where the other half is somebody else's work.
   * @default "both"
   */
  readonly half?: "both" | "sharepoint" | "exchange";
}

const ISSUER = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/;

/**
 * Search for archived conversations from the eDiscovery Center of SharePoint on-premises. The runbook makes SharePoint trust
 * Exchange, in the SharePoint Management Shell; what is a script of Exchange, a right of a person, a site that holds cases or
 * a page of Central Administration stays by hand, with the exact lines. Presence and photos on pages of SharePoint need no
 * step on these servers as far as the documents that were read go: that is unverified.
 *
 * Throws when a name or the alias is none, the address is SharePoint Online, or transcripts are not stored in Exchange.
 * Source: "Configure SharePoint Server to search for archived Skype for Business data".
 */
export class SharePointDiscovery extends Room {
  public constructor(scope: Construct, id: string, props: SharePointDiscoveryProps) {
    super(scope, id);
    const { archiving, half = "both", sharePoint } = props;
    if (isSharePointOnline(sharePoint.url)) throw errors.discoveryOnline(sharePoint.url);
    if (half !== "sharepoint" && archiving === undefined) throw errors.noArchiveToDiscover("archiving");
    if (archiving?.inExchange === false) throw errors.nothingToDiscover();
    if (archiving !== undefined) this.node.addDependency(archiving);
    const names = namesOf(props);
    const unnamed = sharePoint.version.unverified();
    const byHand = (steps: readonly ManualStepProps[]): Construct[] => steps.map((step) => this.byHand(step, unnamed));
    const inSharePoint = half !== "exchange";
    chain([
      ...(inSharePoint ? [...byHand(stepsBeforeTrust(names)), ...trustInExchange(this, names, unnamed)] : []),
      ...(half === "sharepoint" ? [] : byHand(stepsInExchange(names))),
      ...(inSharePoint ? byHand(stepsAfterTrust(names)) : []),
    ]);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {};
  }

  private byHand(step: ManualStepProps, unnamed: readonly string[]): Construct {
    return new ManualStep(this, step.name, { ...step, unverified: [...(step.unverified ?? []), ...unnamed] });
  }
}

function chain(steps: readonly Construct[]): void {
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before !== undefined) step.node.addDependency(before);
  });
}

function namesOf(props: SharePointDiscoveryProps): DiscoveryNames {
  return {
    sharePoint: props.sharePoint.url,
    sharePointHost: new URL(props.sharePoint.url).hostname,
    autodiscover: parseFqdn("autodiscover", props.autodiscover),
    exchange: parseFqdn("exchangeServer", props.exchangeServer),
    investigator: parseAlias("investigator", props.investigator),
    issuer: parseIssuer("issuerName", props.issuerName ?? "Exchange"),
  };
}

function parseIssuer(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  if (!ISSUER.test(value)) throw errors.noIssuerName(field, value);
  return value;
}
