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
import { EXCHANGE_ONLINE, LYNC_SERVERS, registerWords, uploadWords } from "./first-party-principals";
import { OAuthCertificate } from "./oauth-certificate";
import { SharedPrincipal } from "./shared-principal";

const TOKEN_SERVER = "microsoft.sts";
const PARTNER = "microsoft.exchange";
const ONLINE_AUTODISCOVER = "https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc";
const GRAPH_ROLE = "whoever may consent to Application.ReadWrite.All of Microsoft Graph";

export interface CloudTrustProps {
  /** What the servers sign their tokens with. Its public half is uploaded; a renewal asks for that again. */
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
 * Trust between the servers and Exchange Online, by the token server of the tenant. The servers' half is written; the
 * principals of Microsoft in the tenant are changed by hand. A token server that names another tenant is refused.
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
    this.standing = [...states, this.register()];
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
    const { certificate, tenant } = this.props;
    const uploaded = new ManualStep(this, "uploaded", {
      name: "upload-oauth-certificate",
      subject: certificate.thumbprint,
      phase: Phase.INTEGRATE,
      title: `The tenant knows the public key of the certificate ${certificate.thumbprint}.`,
      words: uploadWords(this.tenantId, certificate.thumbprint),
      host: tenant.initialDomain,
      role: GRAPH_ROLE,
      risk: {
        level: "medium",
        reason: "two principals that all of Microsoft 365 uses are changed: a key lost there stops other servers",
      },
      undo: {
        possible: "yes",
        how: "take the key with this end date out of both principals, once no server signs with it any more",
      },
      verification: "Get-MgServicePrincipal shows a key with the end date of the certificate, for both principals",
      unverified: [
        "that keys which are sent back as Get-MgServicePrincipal showed them stay valid: look at them afterwards",
      ],
    });
    certificate.isAnnouncedBy(uploaded);
  }

  private register(): IConstruct {
    return new ManualStep(this, "registered", {
      name: "register-web-services",
      subject: this.props.tenant.initialDomain,
      phase: Phase.INTEGRATE,
      title: `The tenant issues tokens for the web services of the servers: ${this.webServices.join(", ")}.`,
      words: registerWords(this.tenantId, this.webServices),
      host: this.props.tenant.initialDomain,
      role: GRAPH_ROLE,
      risk: {
        level: "medium",
        reason: "a principal that all of Microsoft 365 uses is changed: names lost there are missed",
      },
      undo: { possible: "yes", how: "take these names out of ServicePrincipalNames again" },
      verification: "Get-MgServicePrincipal shows a name for every pool in ServicePrincipalNames",
    });
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
