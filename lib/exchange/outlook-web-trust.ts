import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { CS_TRUSTED_APPLICATION, CS_TRUSTED_APPLICATION_POOL } from "../onprem/catalog/cs-trusted-application";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { FrontEndPool } from "../topology/front-end-pool";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { parseCount } from "../values/whole-number";

/** Port that the document prints; any free one would do. */
const PORT = 5199;
const HIGHEST_PORT = 65535;
const APPLICATION = "OutlookWebApp";

export interface OutlookWebPoolProps {
  /** Name in the subject and among the alternative names of the certificate that Outlook Web App shows. */
  readonly fqdn: string;
  /** Id of the site of the servers (SiteId of Get-CsSite, which is not always its name), without "Site:" before it. */
  readonly siteId: string;
  /**
   * Port of the application.
   * @default 5199
   */
  readonly port?: number;
}

/**
 * How the servers come to know Outlook Web App. There are two ways, and both at once break messaging there (V64).
 *
 * Source: "Integrating Microsoft Lync Server 2013 and Microsoft Outlook Web App 2013".
 */
export class OutlookWebTrust {
  private constructor(
    /** @internal Undefined where Unified Messaging makes Exchange known. */
    public readonly pool: Readonly<Required<OutlookWebPoolProps>> | undefined,
  ) {}

  /**
   * Unified Messaging and its call router run on the same Exchange servers, with a SIP URI dial plan: the servers know
   * Exchange by that, and nothing is declared.
   */
  public static unifiedMessaging(): OutlookWebTrust {
    return new OutlookWebTrust(undefined);
  }

  /**
   * Unified Messaging is not there: a trusted application pool with one application makes Exchange known.
   *
   * @throws when the name, the site or the port is none
   */
  public static trustedPool(props: OutlookWebPoolProps): OutlookWebTrust {
    const { siteId, port = PORT } = props;
    if (isEncodedText(siteId)) throw errors.knownOnlyAfterApply("siteId");
    if (siteId.trim() === "") throw errors.emptyText("siteId");
    if (/^site:/i.test(siteId.trim())) throw errors.siteWithPrefix("siteId", siteId.trim());
    const number = parseCount("port", port);
    if (number === 0 || number > HIGHEST_PORT) throw errors.notAPort("port", port);
    return new OutlookWebTrust({ fqdn: parseFqdn("fqdn", props.fqdn), siteId: siteId.trim(), port: number });
  }
}

/** Declares what the trust needs on the servers; empty where Unified Messaging does it. */
export function declareTrust(
  room: Construct,
  { pool: trusted }: OutlookWebTrust,
  pool: FrontEndPool,
  doubts: readonly string[],
): IConstruct[] {
  if (trusted === undefined) return [];
  const { fqdn, siteId, port } = trusted;
  const known = new DesiredState(room, "trusted-pool", {
    kind: CS_TRUSTED_APPLICATION_POOL,
    identity: fqdn,
    properties: { Registrar: pool.fqdn, RequiresReplication: false, Site: siteId },
    phase: Phase.INTEGRATE,
    title: `The servers accept connections of Outlook Web App, which shows the name ${fqdn}.`,
    verification: `Get-CsTrustedApplicationPool -Identity ${fqdn} shows it, and no ExUmRouting entry has the same name`,
    waits: "replication, usually under a minute",
    unverified: [
      "that Get-CsTrustedApplicationPool shows the registrar by a path that ends in the name of the pool",
      "whether New-CsTrustedApplicationPool asks a question about a name that is no computer in Active Directory: then it is answered by hand, once",
      ...doubts,
    ],
  });
  const application = new DesiredState(room, "trusted-application", {
    kind: CS_TRUSTED_APPLICATION,
    identity: `${fqdn}/urn:application:${APPLICATION}`,
    subject: `${fqdn}-${APPLICATION}`,
    properties: { Port: port },
    phase: Phase.INTEGRATE,
    title: `Outlook Web App is a trusted application of ${fqdn}, on port ${port}.`,
    verification: `Get-CsTrustedApplication -Identity ${fqdn}/urn:application:${APPLICATION} shows the port`,
    waits: "replication, usually under a minute",
    unverified: ["that New-CsTrustedApplication takes the id with urn:application: before it, as Get- shows it"],
  });
  application.node.addDependency(known);
  return [known, application];
}
