import { Construct, IConstruct } from "constructs";
import { PublicCertificate, readPublicCertificate } from "../entra/public-certificate";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import {
  MAIL_USER,
  MAIL_USER_HIDDEN,
  MANAGEMENT_ROLE,
  MANAGEMENT_ROLE_ASSIGNMENT,
  PARTNER_APPLICATION,
} from "../onprem/catalog/application-account";
import { Bag } from "../onprem/catalog/kind";
import { DesiredState, DesiredStateProps } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Cloud } from "../tenant/cloud";
import { OnlineTenant } from "../tenant/online-tenant";
import { LYNC_SERVERS } from "../trust/first-party-principals";
import { principalKey } from "../trust/principal-key";
import { parseFqdn } from "../values/fqdn";
import { parseGuid } from "../values/guid";
import { exchangeOAuth, narrowedRole, seenFromTheCloud } from "./exchange-cloud-trust-steps";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { ExchangeVersion } from "./exchange-version";

const ACCOUNT = "SfBOnline-ApplicationAccount";
const PARTNER = "SfBOnline";
const ROLE = "TeamsApp";
const PARENT = "UserApplication";

export interface ExchangeCloudTrustProps {
  /** The Exchange that holds the mailboxes. */
  readonly exchange: ExchangeOnPremises;
  /** The tenant that people are homed in. */
  readonly tenant: OnlineTenant;
  /** Id of the tenant, a GUID (Get-CsTenant shows it as TenantId). */
  readonly tenantId: string;
  /** Verified domain of the tenant, the one of the primary addresses on-premises, such as contoso.com. */
  readonly domain: string;
  /**
   * Path of the public half (PEM, without private key) of the certificate by which Exchange signs its tokens, relative to the
   * working directory: the one that CurrentCertificateThumbprint of Get-AuthConfig names. Another file is a renewal.
   */
  readonly certificate: string;
}

/**
 * Trust by which the cloud reaches mailboxes on-premises, for people who are homed online and whose mailbox is not: greetings
 * of Cloud Voicemail, calendars, conversation history, archives. Written here: the account of the cloud in Exchange, hidden,
 * with a role that lets it read delegates and nothing else, the partner application, and the public key in the tenant. By hand,
 * each with its lines: the trust between Exchange and Exchange Online below it, and the entries of the role.
 *
 * Before September 2024 the document gave the account the roles UserApplication and ArchiveApplication instead. Such
 * assignments stay where they are; somebody removes them.
 *
 * Throws before Exchange Server 2013, in a cloud that is not the commercial one, and when a name, id or certificate is none.
 * Source: "Configure Integration and OAuth between Skype for Business Online and Exchange Server".
 */
export class ExchangeCloudTrust extends Room {
  /** @internal What has to stand before others build on it. */
  public readonly standing: readonly IConstruct[];
  private readonly exchange: ExchangeOnPremises;
  private readonly tenant: OnlineTenant;
  private readonly domain: string;
  private readonly certificate: PublicCertificate;

  public constructor(scope: Construct, id: string, props: ExchangeCloudTrustProps) {
    super(scope, id);
    const { version } = props.exchange;
    if (version.order < ExchangeVersion.EXCHANGE_2013.order || version === ExchangeVersion.EXCHANGE_ONLINE) {
      throw errors.cloudTrustNotFor(this.node.path, version.productName);
    }
    if (props.tenant.cloud !== Cloud.COMMERCIAL) throw errors.cloudTrustElsewhere("tenant", props.tenant.cloud.name);
    this.exchange = props.exchange;
    this.tenant = props.tenant;
    this.domain = parseFqdn("domain", props.domain);
    this.certificate = readPublicCertificate("certificate", props.certificate);
    const partner = this.partner(this.account());
    partner.node.addDependency(exchangeOAuth(this, this.exchange, this.tenant, this.certificate.thumbprint));
    this.standing = [partner, this.key(parseGuid("tenantId", props.tenantId))];
    seenFromTheCloud(this, this.exchange, this.tenant).node.addDependency(...this.standing);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { exchange, tenant, certificate } = this;
    const { thumbprint } = certificate;
    const fact = { exchange: exchange.version.productName, tenant: tenant.initialDomain, thumbprint };
    return { exchangeCloudTrusts: [{ source: this.node.path, ...fact }] };
  }

  /** The tenant verifies by it what Exchange signs. A renewed certificate is another key, and the old one goes afterwards. */
  private key(tenantId: string): IConstruct {
    const { tenant, certificate } = this;
    const which = { application: LYNC_SERVERS, part: "lync-servers", of: "of Exchange on-premises" };
    return principalKey(this, "key", { tenant, tenantId, certificate, ...which });
  }

  /** The account has no right before its role has only the entry it needs. */
  private account(): IConstruct {
    const made = this.declare("account", {
      kind: MAIL_USER,
      identity: ACCOUNT,
      properties: { ExternalEmailAddress: `${ACCOUNT}@${this.domain}` },
      title: `The cloud has the account ${ACCOUNT} in Exchange.`,
      verification: `Get-MailUser -Identity ${ACCOUNT} shows it`,
      unverified: [`in which container New-MailUser makes ${ACCOUNT}: by default Users of the domain`],
    });
    const hidden = this.declare("hidden", {
      kind: MAIL_USER_HIDDEN,
      identity: ACCOUNT,
      properties: { HiddenFromAddressListsEnabled: true },
      title: `${ACCOUNT} stands in no address list.`,
      verification: `Get-MailUser -Identity ${ACCOUNT} shows HiddenFromAddressListsEnabled True`,
    });
    const role = this.declare("role", {
      kind: MANAGEMENT_ROLE,
      identity: ROLE,
      properties: { Parent: PARENT },
      title: `There is a management role ${ROLE}, made from ${PARENT}.`,
      verification: `Get-ManagementRole -Identity ${ROLE} shows Parent ${PARENT}`,
      unverified: [
        "whether New-ManagementRole -EnabledCmdlets, which Exchange Server 2016 has, would leave the other entries out: the " +
          "document removes them",
      ],
    });
    const narrowed = narrowedRole(this, this.exchange, ROLE);
    const assigned = this.assignment();
    hidden.node.addDependency(made);
    narrowed.node.addDependency(role);
    assigned.node.addDependency(made, narrowed);
    return this.after(assigned, hidden);
  }

  private after(step: IConstruct, ...others: readonly IConstruct[]): IConstruct {
    step.node.addDependency(...others);
    return step;
  }

  private assignment(): IConstruct {
    return this.declare("assignment", {
      kind: MANAGEMENT_ROLE_ASSIGNMENT,
      identity: `${ROLE}-${ACCOUNT}`,
      properties: { Role: ROLE, User: ACCOUNT },
      title: `${ACCOUNT} has the role ${ROLE}.`,
      verification: `Get-ManagementRoleAssignment -RoleAssignee ${ACCOUNT} lists ${ROLE} and no other role`,
      unverified: ["under which property Get-ManagementRoleAssignment shows the account: RoleAssigneeName is read"],
    });
  }

  private partner(account: IConstruct): IConstruct {
    const partner = this.declare("partner", {
      kind: PARTNER_APPLICATION,
      identity: PARTNER,
      properties: { ApplicationIdentifier: LYNC_SERVERS, Enabled: true, LinkedAccount: ACCOUNT },
      title: `Exchange believes tokens of the cloud and treats it as ${ACCOUNT}.`,
      verification: `Get-PartnerApplication -Identity ${PARTNER} shows Enabled True and the linked account`,
      unverified: ["that Get-PartnerApplication shows the linked account by a path that ends in its name"],
    });
    return this.after(partner, account);
  }

  private declare<P extends Bag>(id: string, props: Omit<DesiredStateProps<P>, "phase" | "host">): IConstruct {
    const { managementHost, version } = this.exchange;
    const edition = version === ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION;
    const doubt = edition ? ["that this works with Subscription Edition: the document names 2013 to 2019"] : [];
    return new DesiredState<P>(this, id, {
      ...props,
      phase: Phase.INTEGRATE,
      host: managementHost,
      unverified: [...(props.unverified ?? []), ...doubt],
    });
  }
}
