import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_OAUTH_CONFIGURATION, CsOAuthConfiguration } from "../onprem/catalog/cs-oauth-configuration";
import { CS_OAUTH_SERVER } from "../onprem/catalog/cs-oauth-server";
import { CS_PARTNER_APPLICATION_TOKEN_SERVER } from "../onprem/catalog/cs-partner-application";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Cloud } from "../tenant/cloud";
import { OnlineTenant } from "../tenant/online-tenant";
import { parseFqdn } from "../values/fqdn";
import { parseGuid } from "../values/guid";
import { sortedSet } from "../values/text-order";
import { EXCHANGE_ONLINE, LYNC_SERVERS } from "./first-party-principals";
import { OAuthCertificate } from "./oauth-certificate";
import { principalKey } from "./principal-key";
import { principalNames } from "./principal-names";
import { SharedPrincipal } from "./shared-principal";

const TOKEN_SERVER = "microsoft.sts";
const PARTNER = "microsoft.exchange";
const ONLINE_AUTODISCOVER = "https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc";
/** Who verifies tokens of the servers: part of the id, application, and what a reader calls it. */
const PRINCIPALS = [
  ["exchange-online", EXCHANGE_ONLINE, "Exchange Online"],
  ["lync-servers", LYNC_SERVERS, "the servers"],
] as const;

export interface CloudTrustProps {
  /** What the servers sign their tokens with. Its public half is made known to the tenant first. */
  readonly certificate: OAuthCertificate;
  readonly tenant: OnlineTenant;
  /** Id of the tenant, a GUID (Get-CsTenant shows it as TenantId). */
  readonly tenantId: string;
  /** External web services name of every pool, such as webext.contoso.com. At least one. */
  readonly webServices: string[];
  /** The decision to build on principals that Microsoft is withdrawing. */
  readonly sharedPrincipal: SharedPrincipal;
  /**
   * Whether all mailboxes are in Exchange Online, so that the servers look for every mailbox there. With mailboxes
   * on-premises as well, ExchangeTrust says where they are found, and this stays false: there is one such address.
   * @default false
   */
  readonly mailboxesOnlineOnly?: boolean;
}

/**
 * Trust between the servers and Exchange Online, by the token server of the tenant. Both halves are written.
 * Of the two principals of Microsoft in the tenant, only our key and our names are added, and taken back when they are no
 * longer declared; every other key and name stays. A token server or a session that names another tenant is refused.
 *
 * Throws when the tenant is not in the commercial cloud, or its id or a name is none. Source: "Configure server-to-server
 * authentication for Skype for Business hybrid", New-CsOAuthServer, New-CsPartnerApplication.
 */
export class CloudTrust extends Room {
  /** @internal What has to stand before others build on it: everything but the look afterwards, which is a later phase. */
  public readonly standing: readonly IConstruct[];
  private readonly props: CloudTrustProps;
  private readonly tenantId: string;
  private readonly webServices: readonly string[];

  public constructor(scope: Construct, id: string, props: CloudTrustProps) {
    super(scope, id);
    if (props.tenant.cloud !== Cloud.COMMERCIAL) throw errors.tokenServerUnknown("tenant", props.tenant.cloud.name);
    this.props = props;
    this.tenantId = parseGuid("tenantId", props.tenantId);
    this.webServices = sortedSet(props.webServices.map((name) => parseFqdn("webServices", name)));
    if (this.webServices.length === 0) throw errors.emptyList("webServices");
    this.announce();
    const states = this.serversHalf();
    for (const state of states) props.certificate.isAssignedBefore(state);
    this.standing = [...states, ...this.register()];
    this.askForTest().node.addDependency(...this.standing);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { tenant, sharedPrincipal } = this.props;
    const trust = { tenant: tenant.initialDomain, sharedPrincipal: sharedPrincipal.reason };
    return { cloudTrusts: [{ source: this.node.path, ...trust }] };
  }

  /** The tenant knows the key before the servers sign with it: no token of theirs is refused in between. */
  private announce(): void {
    const { certificate: signing, tenant } = this.props;
    const { tenantId } = this;
    for (const [part, application, name] of PRINCIPALS) {
      const { certificate } = signing;
      const of = `for ${name}`;
      const key = principalKey(this, `key-${part}`, { tenant, tenantId, application, part, certificate, of });
      signing.isAnnouncedBy(key);
    }
  }

  private register(): IConstruct[] {
    const { tenant } = this.props;
    const { tenantId, webServices: services } = this;
    const nameOf = (fqdn: string): string => `${LYNC_SERVERS}/${fqdn}`;
    return principalNames(this, { tenant, tenantId, services, nameOf, for: "the web services of the servers" });
  }

  private serversHalf(): IConstruct[] {
    const server = this.believeTokenServer();
    const partner = this.trustExchangeOnline();
    partner.node.addDependency(server);
    const name = this.configure(
      "service-name",
      { ServiceName: LYNC_SERVERS },
      "are known to the token server by its name",
    );
    if (this.props.mailboxesOnlineOnly !== true) return [server, partner, name];
    const found = { ExchangeAutodiscoverUrl: ONLINE_AUTODISCOVER };
    return [
      server,
      partner,
      name,
      this.configure("exchange-online", found, "look for every mailbox in Exchange Online"),
    ];
  }

  private believeTokenServer(): IConstruct {
    return new DesiredState(this, "token-server", {
      kind: CS_OAUTH_SERVER,
      identity: TOKEN_SERVER,
      properties: { MetadataUrl: `https://accounts.accesscontrol.windows.net/${this.tenantId}/metadata/json/1` },
      phase: Phase.INTEGRATE,
      title: `The servers believe the token server of the tenant ${this.tenantId}.`,
      verification: `Get-CsOAuthServer -Identity ${TOKEN_SERVER} shows MetadataUrl`,
      waits: "replication, usually under a minute",
      unverified: [
        `what to do about tokens in use when ${TOKEN_SERVER} names another tenant: the run refuses. By hand, as documented: Remove-CsOAuthServer ${TOKEN_SERVER}, then run again`,
      ],
    });
  }

  private trustExchangeOnline(): IConstruct {
    return new DesiredState(this, "partner", {
      kind: CS_PARTNER_APPLICATION_TOKEN_SERVER,
      idKind: "CsPartnerApplication",
      identity: PARTNER,
      properties: { ApplicationIdentifier: EXCHANGE_ONLINE, ApplicationTrustLevel: "Full", Enabled: true },
      phase: Phase.INTEGRATE,
      title: "The servers trust Exchange Online, which may act as any of their users.",
      verification: `Get-CsPartnerApplication -Identity ${PARTNER} shows Enabled True, and an AuthToken that says UseOAuthServer`,
      waits: "replication, usually under a minute",
      unverified: ["how Get-CsPartnerApplication shows UseOAuthServer: it is written and never compared"],
    });
  }

  private configure(part: string, properties: Partial<CsOAuthConfiguration>, what: string): IConstruct {
    return new DesiredState(this, part, {
      kind: CS_OAUTH_CONFIGURATION,
      identity: "Global",
      part,
      properties,
      phase: Phase.INTEGRATE,
      title: `The servers ${what}.`,
      verification: `Get-CsOAuthConfiguration shows ${Object.keys(properties).join(", ")}`,
      waits: "replication, usually under a minute",
    });
  }

  private askForTest(): ManualStep {
    return new ManualStep(this, "tested", {
      name: "test-cloud-trust",
      subject: this.props.tenant.initialDomain,
      phase: Phase.VERIFY,
      title: "Somebody saw that the servers reach a mailbox of Exchange Online.",
      words: [
        `In the Graph shell: Get-MgServicePrincipal -Filter "appId eq '${EXCHANGE_ONLINE}'" -Property Id,AccountEnabled | Format-List Id, AccountEnabled`,
        "AccountEnabled is True. If not, enable that principal with Update-MgServicePrincipal -AccountEnabled.",
        `Get-CsPartnerApplication -Identity ${PARTNER} | Format-List *   # AuthToken says UseOAuthServer`,
        "Choose somebody who is homed on these servers and whose mailbox is in Exchange Online.",
        'Test-CsExStorageConnectivity -SipUri "sip:<that address>" -DeleteItem',
        "It says that the test passed; with -DeleteItem what it wrote into the mailbox is gone again.",
      ],
      role: "CsAdministrator or RTCUniversalServerAdmins",
      risk: { level: "low", reason: "one item is written into one mailbox and deleted again" },
      undo: { possible: "yes", how: "nothing stays that could be undone" },
      verification: "Test-CsExStorageConnectivity passes",
    });
  }
}
