import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_OAUTH_CONFIGURATION } from "../onprem/catalog/cs-oauth-configuration";
import { CS_PARTNER_APPLICATION_METADATA } from "../onprem/catalog/cs-partner-application";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { parseFqdn } from "../values/fqdn";
import { parseHttpsUrl } from "../values/https-url";
import { sortedSet } from "../values/text-order";
import { OAuthCertificate } from "./oauth-certificate";

const PARTNER = "Exchange";

export interface ExchangeTrustProps {
  /** What the servers sign their tokens with. */
  readonly certificate: OAuthCertificate;
  /** Pool from which Exchange reads the key of the servers. */
  readonly pool: FrontEndPool;
  /** Autodiscover service of Exchange, such as https://autodiscover.contoso.com/autodiscover/autodiscover.svc. */
  readonly autodiscoverUrl: string;
  /** The Exchange servers, such as ExchangeOnPremises: IIS is started again on each. At least one. */
  readonly exchange: ExchangeServers;
}

/** What a trust needs of the Exchange that it is built with. */
export interface ExchangeServers {
  /** Fully qualified domain names. */
  readonly servers: readonly string[];
}

/**
 * Trust between the servers and Exchange on-premises, both of which issue their own tokens. The servers' half is written;
 * what is done in the Exchange Management Shell is a step by hand.
 *
 * Throws when the address is not https, or a server has no name. Source: "Configure an on-premises partner application",
 * "Integrate Skype for Business Server with Exchange Server".
 */
export class ExchangeTrust extends Room {
  /** @internal What has to stand before others build on it: everything but the look afterwards, which is a later phase. */
  public readonly standing: readonly IConstruct[];
  /** Fully qualified domain names of the Exchange servers, sorted. */
  public readonly exchangeServers: readonly string[];
  private readonly pool: FrontEndPool;
  private readonly autodiscoverUrl: string;
  private readonly host: string;

  public constructor(scope: Construct, id: string, props: ExchangeTrustProps) {
    super(scope, id);
    this.pool = props.pool;
    this.autodiscoverUrl = parseHttpsUrl("autodiscoverUrl", props.autodiscoverUrl);
    this.host = parseFqdn("autodiscoverUrl", new URL(this.autodiscoverUrl).hostname);
    this.exchangeServers = sortedSet(props.exchange.servers.map((name) => parseFqdn("exchange.servers", name)));
    if (this.exchangeServers.length === 0) throw errors.emptyList("exchange.servers");
    this.node.addDependency(props.certificate);
    const found = this.findExchange();
    const trusted = this.trustExchange();
    trusted.node.addDependency(this.askExchange());
    this.standing = [found, trusted];
    this.askForTest().node.addDependency(found, trusted);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { exchangeTrusts: [{ source: this.node.path, autodiscoverUrl: this.autodiscoverUrl }] };
  }

  private findExchange(): IConstruct {
    return new DesiredState(this, "autodiscover", {
      kind: CS_OAUTH_CONFIGURATION,
      identity: "Global",
      part: "exchange-on-premises",
      properties: { ExchangeAutodiscoverUrl: this.autodiscoverUrl },
      phase: Phase.INTEGRATE,
      title: `The servers find the mailboxes of Exchange through ${this.host}.`,
      verification: "Get-CsOAuthConfiguration shows ExchangeAutodiscoverUrl",
      waits: "replication, usually under a minute",
    });
  }

  private askExchange(): IConstruct {
    const resets = this.exchangeServers.map((server) => `iisreset ${server}`);
    return new ManualStep(this, "exchange-half", {
      name: "configure-exchange-partner",
      subject: this.pool.fqdn,
      phase: Phase.INTEGRATE,
      title: "Exchange trusts the servers and lets them read and write mailboxes.",
      words: [
        "In the Exchange Management Shell, once in the forest (it makes the linked account and its roles):",
        `Get-ClientAccessServer | Format-List Name, AutoDiscoverServiceInternalUri   # the name in it is ${this.host}`,
        "Set-Location (Join-Path $env:ExchangeInstallPath 'Scripts')",
        `.\\Configure-EnterprisePartnerApplication.ps1 -AuthMetaDataUrl 'https://${this.pool.fqdn}/metadata/json/1' -ApplicationType Lync`,
        "Get-PartnerApplication | Format-List Name, Enabled, AuthMetadataUrl",
        "Then, one server after the other:",
        ...resets,
      ],
      host: this.exchangeServers[0] ?? "",
      role: "Organization Management of Exchange",
      risk: { level: "medium", reason: "iisreset interrupts everybody who is connected to that Exchange server" },
      undo: {
        possible: "yes",
        how: "Remove-PartnerApplication in the Exchange Management Shell, then delete the linked account",
      },
      verification: "Get-PartnerApplication shows the application of the servers, enabled",
      outage: "mail clients, briefly, while IIS starts again",
      unverified: [
        "whether Exchange reads the key of a renewed certificate by itself; Set-PartnerApplication -RefreshAuthMetadata reads it at once",
      ],
    });
  }

  private trustExchange(): IConstruct {
    return new DesiredState(this, "partner", {
      kind: CS_PARTNER_APPLICATION_METADATA,
      idKind: "CsPartnerApplication",
      identity: PARTNER,
      properties: { ApplicationTrustLevel: "Full", Enabled: true, MetadataUrl: this.metadataUrl() },
      phase: Phase.INTEGRATE,
      title: "The servers trust Exchange, which may act as any of their users.",
      verification: `Get-CsPartnerApplication -Identity ${PARTNER} shows Enabled True`,
      waits: "replication, usually under a minute",
      unverified: [
        "in which property Get-CsPartnerApplication shows MetadataUrl: it is written once and never compared",
      ],
    });
  }

  private askForTest(): IConstruct {
    return new ManualStep(this, "tested", {
      name: "test-exchange-trust",
      // Another host is another trust: it has to be looked at again.
      subject: this.host,
      phase: Phase.VERIFY,
      title: "Somebody saw that the servers reach a mailbox of Exchange.",
      words: [
        `Get-CsPartnerApplication -Identity ${PARTNER} | Format-List *   # AuthToken names ${this.metadataUrl()}`,
        `If it names another address, run Remove-CsPartnerApplication -Identity ${PARTNER}, then the runbook again.`,
        "Choose somebody who is homed on these servers and whose mailbox is on Exchange on-premises.",
        'Test-CsExStorageConnectivity -SipUri "sip:<that address>" -DeleteItem',
        "It says that the test passed; with -DeleteItem what it wrote into the mailbox is gone again.",
      ],
      role: "CsAdministrator or RTCUniversalServerAdmins",
      risk: { level: "low", reason: "one item is written into one mailbox and deleted again" },
      undo: { possible: "yes", how: "nothing stays that could be undone" },
      verification: "Test-CsExStorageConnectivity passes",
    });
  }

  private metadataUrl(): string {
    return `https://${this.host}/autodiscover/metadata/json/1`;
  }
}
