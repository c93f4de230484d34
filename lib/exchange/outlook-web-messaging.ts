import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { isEncodedText } from "../values/encoded-value";
import { parseThumbprint } from "../values/thumbprint";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { ExchangeVersion } from "./exchange-version";
import { declareConfig } from "./outlook-web-config";
import { declareOverride } from "./outlook-web-override";
import { declareTrust, OutlookWebTrust } from "./outlook-web-trust";

export interface OutlookWebMessagingProps {
  /** The servers that show messaging in Outlook on the web. */
  readonly exchange: ExchangeOnPremises;
  /** Pool that Exchange talks to; of several, the one closest to the Active Directory site of the servers. */
  readonly pool: FrontEndPool;
  /** Thumbprint of the certificate that Exchange has assigned to IIS: 40 hexadecimal digits; spaces do not count. */
  readonly certificateThumbprint: string;
  /**
   * Name of the setting override. When somebody made one for messaging by hand already, give its name: it is adopted. Two
   * overrides for one setting have no documented order. Exchange Server 2013 has none.
   * @default "IM Override"
   */
  readonly overrideName?: string;
  /**
   * How the servers come to know Outlook Web App. Exchange Server 2013 needs it said. The document of later versions names no
   * way; where messaging is refused there without one, say it too.
   * @default - nothing is declared
   */
  readonly trust?: OutlookWebTrust;
}

const DEFAULT_NAME = "IM Override";
const PRINTABLE = /^[\x20-\x7e]{1,64}$/;

/**
 * Instant messaging and presence in Outlook on the web, through a pool of these servers.
 *
 * Exchange Server 2016 and later: a setting override names the pool and the certificate, for the declared servers and no
 * other; each server is told to read it, and a person restarts the application pool on each. The messaging type of virtual
 * directories and mailbox policies is not declared.
 *
 * Exchange Server 2013 (Outlook Web App): the servers come to know Exchange in one of two ways, virtual directories and the
 * mailbox policy Default get the messaging type, and a person writes pool and certificate into a file of each server.
 *
 * A renewed certificate is a changed thumbprint here: the override follows, and what is done by hand is asked for again.
 *
 * Throws before Exchange Server 2013, for 2013 without `trust` or with a name of an override, and when the thumbprint or the
 * name is none. Source: "Configure instant messaging integration with Outlook on the web in Exchange", "Integrating Microsoft
 * Lync Server 2013 and Microsoft Outlook Web App 2013".
 */
export class OutlookWebMessaging extends Room {
  private readonly exchange: ExchangeOnPremises;
  private readonly pool: FrontEndPool;
  private readonly thumbprint: string;
  private readonly overrideName: string;
  private readonly trust: OutlookWebTrust | undefined;
  /** Whether a file of each server is edited, as Exchange Server 2013 wants it. */
  private readonly byFile: boolean;

  public constructor(scope: Construct, id: string, props: OutlookWebMessagingProps) {
    super(scope, id);
    const { version } = props.exchange;
    if (version.order < ExchangeVersion.EXCHANGE_2013.order)
      throw errors.outlookWebMessagingTooOld(this.node.path, version.productName);
    this.exchange = props.exchange;
    this.pool = props.pool;
    this.thumbprint = parseThumbprint("certificateThumbprint", props.certificateThumbprint);
    this.byFile = version.outlookWebMessaging === "web-config";
    if (this.byFile && props.overrideName !== undefined)
      throw errors.noOverrideHere("overrideName", version.productName);
    this.overrideName = parseOverrideName("overrideName", props.overrideName ?? DEFAULT_NAME);
    this.trust = props.trust;
    this.node.addDependency(this.pool);
    if (this.byFile) this.declareFile();
    else this.declareOverride();
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { byFile, overrideName, exchange, pool, trust } = this;
    const fact = {
      source: this.node.path,
      overrideName: byFile ? undefined : overrideName,
      exchange: exchange.node.path,
      exchangeVersion: exchange.version.productName,
      exchangeOrder: exchange.version.order,
      pool: pool.fqdn,
      trustedPool: trust?.pool?.fqdn,
    };
    return { outlookWebMessagings: [fact] };
  }

  /** The document makes Exchange known to the servers first; how depends on what runs beside Outlook Web App. */
  private declareFile(): void {
    const { exchange, pool, thumbprint, trust } = this;
    if (trust === undefined) throw errors.outlookWebTrustMissing("trust", exchange.version.productName);
    declareConfig(this, { exchange, pool, thumbprint }, declareTrust(this, trust, pool, []));
  }

  private declareOverride(): void {
    const { exchange, pool, thumbprint, overrideName, trust } = this;
    const override = declareOverride(this, { exchange, pool, thumbprint, overrideName });
    if (trust === undefined) return;
    const doubt = `whether the servers need this for ${exchange.version.productName}: its document names no trusted application pool`;
    override.node.addDependency(...declareTrust(this, trust, pool, [doubt]));
  }
}

function parseOverrideName(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const name = value.trim();
  if (!PRINTABLE.test(name)) throw errors.noOverrideName(field, value);
  return name;
}
