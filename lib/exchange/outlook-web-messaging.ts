import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { SETTING_OVERRIDE, SettingOverride } from "../onprem/catalog/setting-override";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { isEncodedText } from "../values/encoded-value";
import { parseThumbprint } from "../values/thumbprint";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { ExchangeVersion } from "./exchange-version";

export interface OutlookWebMessagingProps {
  /** The servers that show messaging in Outlook on the web. */
  readonly exchange: ExchangeOnPremises;
  /** Pool that Exchange talks to; of several, the one closest to the Active Directory site of the servers. */
  readonly pool: FrontEndPool;
  /** Thumbprint of the certificate that Exchange has assigned to IIS: 40 hexadecimal digits; spaces do not count. */
  readonly certificateThumbprint: string;
  /**
   * Name of the setting override. When somebody made one for messaging by hand already, give its name: it is adopted. Two
   * overrides for one setting have no documented order.
   * @default "IM Override"
   */
  readonly overrideName?: string;
}

const DEFAULT_NAME = "IM Override";
const PRINTABLE = /^[\x20-\x7e]{1,64}$/;
const APPLICATION_POOL = "MSExchangeOWAAppPool";

/**
 * Instant messaging and presence in Outlook on the web, through a pool of Skype for Business Server. A setting override
 * names the pool and the certificate, for the declared servers and no other; each server is told to read it, and a person
 * restarts the application pool on each. A renewed certificate is a changed thumbprint here: the override follows, and the
 * restart is asked for again.
 *
 * Not declared here: the trusted application pool of the Exchange servers in the topology, and the messaging type of the
 * virtual directories and mailbox policies.
 *
 * Throws for Exchange Server 2013, and when the thumbprint or the name is none. Source: "Configure instant messaging
 * integration with Outlook on the web in Exchange", New-SettingOverride, Set-SettingOverride.
 */
export class OutlookWebMessaging extends Room {
  private readonly exchange: ExchangeOnPremises;
  private readonly pool: FrontEndPool;
  private readonly thumbprint: string;
  private readonly overrideName: string;

  public constructor(scope: Construct, id: string, props: OutlookWebMessagingProps) {
    super(scope, id);
    const { version } = props.exchange;
    if (version.outlookWebMessaging === "web-config") {
      throw errors.outlookWebMessagingByFile(this.node.path, version.productName);
    }
    this.exchange = props.exchange;
    this.pool = props.pool;
    this.thumbprint = parseThumbprint("certificateThumbprint", props.certificateThumbprint);
    this.overrideName = parseOverrideName("overrideName", props.overrideName ?? DEFAULT_NAME);
    this.node.addDependency(this.pool);
    this.restart().node.addDependency(this.override());
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { overrideName, exchange, pool } = this;
    const fact = {
      source: this.node.path,
      overrideName,
      exchangeVersion: exchange.version.productName,
      pool: pool.fqdn,
    };
    return { outlookWebMessagings: [fact] };
  }

  private override(): DesiredState<SettingOverride> {
    const { overrideName, exchange, pool, thumbprint } = this;
    return new DesiredState(this, "override", {
      kind: SETTING_OVERRIDE,
      identity: overrideName,
      properties: {
        Component: "OwaServer",
        Section: "IMSettings",
        Parameters: [`IMServerName=${pool.fqdn}`, `IMCertificateThumbprint=${thumbprint}`],
        Reason: "Messaging in Outlook on the web",
        Server: exchange.serverNames,
      },
      phase: Phase.INTEGRATE,
      host: exchange.managementHost,
      title: `Outlook on the web takes messaging from ${pool.fqdn}, with the certificate ${thumbprint}.`,
      verification: "Get-SettingOverride shows both parameters and the servers",
      waits: "the restart of the application pool, which is a step of its own",
      unverified: this.doubts(),
    });
  }

  private doubts(): string[] {
    const always = [
      "that Parameters and Server come back as lists of texts, as they were sent: the page of Get-SettingOverride names them and shows no values",
      "whether Set-SettingOverride -Parameters replaces all of them or only those it names: all are sent",
      "whether an override that had no Server (it counts for every server of the forest) can be set back to none",
    ];
    return this.exchange.version === ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION
      ? [...always, "that Exchange Server Subscription Edition is configured as Exchange Server 2019 is"]
      : always;
  }

  private restart(): ManualStep {
    const { overrideName, exchange, pool, thumbprint } = this;
    return new ManualStep(this, "restart", {
      name: "restart-outlook-web",
      subject: overrideName,
      phase: Phase.INTEGRATE,
      title: "Outlook on the web reads its messaging settings.",
      // The signature covers these words: another pool, certificate or server asks for it again.
      words: [
        `On ${exchange.servers.join(", then on ")}: open the Exchange Management Shell or Windows PowerShell on the server itself and type Restart-WebAppPool ${APPLICATION_POOL}.`,
        `Outlook on the web starts again there, and from then on uses ${pool.fqdn} and the certificate ${thumbprint}, which must be the one that Get-ExchangeCertificate shows for IIS on that server.`,
        "Sign in to Outlook on the web and see that you are signed in to messaging.",
        "When the override has been taken back, tell each server again, then restart as above: Get-ExchangeDiagnosticInfo -Server <name> -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh.",
      ],
      host: exchange.managementHost,
      role: "local administrator of the Exchange servers",
      risk: { level: "medium", reason: "everybody who is in Outlook on the web on that server is interrupted" },
      undo: { possible: "yes", how: "the application pool is restarted again after the override is taken back" },
      verification: "the message that there is a problem with instant messaging is gone, and presence is shown",
      outage: "Outlook on the web, server by server, while its application pool restarts",
    });
  }
}

function parseOverrideName(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const name = value.trim();
  if (!PRINTABLE.test(name)) throw errors.noOverrideName(field, value);
  return name;
}
