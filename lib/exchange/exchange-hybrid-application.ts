import { Construct, IConstruct } from "constructs";
import { dedicatedApplication } from "../entra/dedicated-application";
import { PublicCertificate, readPublicCertificate } from "../entra/public-certificate";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { AUTH_SERVER } from "../onprem/catalog/auth-server";
import { SETTING_OVERRIDE } from "../onprem/catalog/setting-override";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { RunbookParameter } from "../entra/runbook-parameter";
import { OnlineTenant } from "../tenant/online-tenant";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { sortedSet } from "../values/text-order";
import { ExchangeOnPremises } from "./exchange-on-premises";

const OVERRIDE = "EnableExchangeHybrid3PAppFeature";
const TITLE = "the dedicated Exchange hybrid application";

export interface ExchangeHybridApplicationProps {
  /** The servers that call Exchange Online as this application. */
  readonly exchange: ExchangeOnPremises;
  readonly tenant: OnlineTenant;
  /** Name of the application in the tenant; it is also the subject of its Terraform resources. */
  readonly displayName: string;
  /**
   * Path of the public half (PEM) of the Exchange Server Auth Certificate, relative to the working directory: the one that
   * (Get-AuthConfig).CurrentCertificateThumbprint names. Its key stays on the Exchange servers.
   */
  readonly certificate: string;
  /** Name of the token server of the tenant in Exchange, as Get-AuthServer shows it, such as "EvoSts - <GUID>". */
  readonly authServer: string;
  /**
   * Every domain that this token server is asked for: those that Get-AuthServer shows already, and the remote routing domain,
   * such as contoso.mail.onmicrosoft.com. One that is not named here is taken away.
   */
  readonly domains: readonly string[];
  /**
   * Name of its Terraform resources, when two display names would read the same there.
   * @default - the display name
   */
  readonly key?: string;
}

/**
 * The application of the tenant's own by which Exchange on-premises signs in to Exchange Online. Exchange Online has refused
 * the principal that all organizations shared since 31 October 2025: free/busy, MailTips and photos between mailboxes on
 * both sides need this. Terraform makes the application, its certificate and its permission (full_access_as_app); the
 * Exchange Management Shell names it to the token server and turns it on, for the declared servers and no other.
 *
 * This is Exchange's application. That of Skype for Business Server is not built: no document of Microsoft describes it.
 *
 * Throws for Exchange Server 2013 and before, which have no such feature, and when a name, domain or certificate is none.
 * Source: "Deploy dedicated Exchange hybrid app", Set-AuthServer, New-SettingOverride.
 */
export class ExchangeHybridApplication extends Room {
  /** Application (client) id, known after apply: scripts read it from parameters.json. */
  public readonly applicationId: RunbookParameter;
  private readonly props: ExchangeHybridApplicationProps;
  private readonly certificate: PublicCertificate;
  private readonly authServer: string;

  public constructor(scope: Construct, id: string, props: ExchangeHybridApplicationProps) {
    super(scope, id);
    const { productName, order } = props.exchange.version;
    if (order < 2016) throw errors.noDedicatedApplication(this.node.path, productName);
    if (props.displayName.trim() === "") throw errors.emptyText("displayName");
    this.props = props;
    this.certificate = readPublicCertificate("certificate", props.certificate);
    this.authServer = parseName("authServer", props.authServer);
    const key = props.key ?? props.displayName;
    const { displayName } = props;
    const clientId = dedicatedApplication(this, { key, displayName, certificate: this.certificate });
    this.applicationId = RunbookParameter.fromTerraform(this, "exchange-hybrid-application-id", clientId);
    this.declareSteps();
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { exchange, tenant, displayName } = this.props;
    const source = this.node.path;
    const { thumbprint } = this.certificate;
    const fact = {
      source,
      displayName,
      tenant: tenant.initialDomain,
      exchange: exchange.version.productName,
      thumbprint,
    };
    return { exchangeHybridApplications: [fact] };
  }

  private declareSteps(): void {
    const looked = this.lookAtServers();
    const named = this.nameApplication();
    named.node.addDependency(looked);
    const on = this.turnOn();
    on.node.addDependency(named);
    const tested = this.askForTest();
    tested.node.addDependency(on);
    this.askForCleaning().node.addDependency(tested);
  }

  private lookAtServers(): IConstruct {
    const { exchange, tenant } = this.props;
    return this.manual("prerequisites", "exchange-hybrid-application-prerequisites", {
      phase: Phase.PREPARE,
      title: `The Exchange servers can sign in to ${tenant.initialDomain} as an application of its own.`,
      words: [
        "In the Exchange Management Shell:",
        "Get-ExchangeServer | Format-List Name, AdminDisplayVersion   # April 2025 hotfix update at least: 2016 CU23, 2019 CU14 or CU15; Subscription Edition from its first release",
        `Get-AuthServer | Format-List Name, Type, Realm, Enabled, DomainName   # ${this.authServer} is there, AzureAD, enabled`,
        `(Get-AuthConfig).CurrentCertificateThumbprint   # ${this.certificate.thumbprint}, else stop: the certificate that Terraform uploads is another one`,
        `Servers below that level go on calling as before, which Exchange Online refuses. The declared servers: ${exchange.servers.join(", ")}.`,
      ],
      risk: { level: "info", reason: "only looks" },
      undo: { possible: "yes", how: "nothing to take back" },
      verification: "the three answers read so",
      unverified: ["that the Hybrid Configuration Wizard of this organization made the token server under this name"],
    });
  }

  private nameApplication(): IConstruct {
    const { exchange, domains } = this.props;
    if (domains.length === 0) throw errors.emptyList("domains");
    return new DesiredState(this, "auth-server", {
      kind: AUTH_SERVER,
      identity: this.authServer,
      properties: {
        ApplicationIdentifier: this.applicationId,
        DomainName: sortedSet(domains.map((domain, index) => parseFqdn(`domains[${index}]`, domain))),
      },
      phase: Phase.INTEGRATE,
      host: exchange.managementHost,
      title: `Exchange asks the tenant for tokens as ${TITLE}.`,
      verification: `Get-AuthServer '${this.authServer}' shows ApplicationIdentifier and DomainName`,
      waits: "up to 60 minutes, until every Exchange process has read it",
      unverified: ["whether Set-AuthServer -ApplicationIdentifier can be set back to none, as undo would have to"],
    });
  }

  private turnOn(): IConstruct {
    const { exchange } = this.props;
    return new DesiredState(this, "override", {
      kind: SETTING_OVERRIDE,
      identity: OVERRIDE,
      properties: {
        Component: "Global",
        Section: "ExchangeOnpremAsThirdPartyAppId",
        Parameters: ["Enabled=true"],
        Reason: "Dedicated Exchange hybrid application",
        Server: exchange.serverNames,
      },
      phase: Phase.INTEGRATE,
      host: exchange.managementHost,
      title: `The Exchange servers use ${TITLE}.`,
      risk: { level: "high", reason: "from here on free/busy, MailTips and photos across the two sides go this way" },
      verification: `Get-SettingOverride ${OVERRIDE} shows Enabled=true and the servers`,
      waits: "up to 60 minutes, until every Exchange process has read it",
      unverified: [
        "that Parameters and Server come back as lists of texts, as they were sent",
        "the override of Microsoft's script names no server and counts for all: this one counts for the declared servers",
      ],
    });
  }

  private askForTest(): IConstruct {
    return this.manual("tested", "test-exchange-hybrid-application", {
      phase: Phase.VERIFY,
      title: `Somebody saw that Exchange reaches Exchange Online as ${TITLE}.`,
      words: [
        "In the Exchange Management Shell, with the address of a mailbox on-premises:",
        "Test-OAuthConnectivity -Service EWS -TargetUri https://outlook.office365.com/ews/exchange.asmx -Mailbox <address> -Verbose",
        "ResultType says Success, and the token in the output names the application id that parameters.json holds.",
        "In Outlook, somebody on-premises sees free/busy of somebody online.",
      ],
      risk: { level: "info", reason: "only looks" },
      undo: { possible: "yes", how: "nothing to take back" },
      verification: "both looks succeed",
    });
  }

  private askForCleaning(): IConstruct {
    return this.manual("cleaned", "clean-shared-principal", {
      phase: Phase.VERIFY,
      title: "The shared principal of Exchange Online holds no key of Exchange on-premises any more.",
      words: [
        "A key there lets whoever steals it call Exchange Online without a trace: it must go, and Microsoft's script takes it out.",
        `.\\ConfigureExchangeHybridApplication.ps1 -ResetFirstPartyServicePrincipalKeyCredentials -CertificateInformation ${this.certificate.thumbprint}`,
        "With -CertificateInformation only this key and those that have ended are taken out. Without it every key goes, those of Skype for Business Server too.",
      ],
      risk: {
        level: "high",
        reason: "a principal that all of Microsoft 365 uses is changed, and a key taken out cannot come back",
      },
      undo: { possible: "no", how: "the key would have to be uploaded again" },
      verification: "Get-MgServicePrincipal shows no key with this thumbprint for 00000002-0000-0ff1-ce00-000000000000",
    });
  }

  private manual(
    id: string,
    name: string,
    words: Pick<
      ConstructorParameters<typeof ManualStep>[2],
      "phase" | "title" | "words" | "risk" | "undo" | "verification" | "unverified"
    >,
  ): IConstruct {
    const { exchange, tenant } = this.props;
    const role = "Organization Management of Exchange";
    return new ManualStep(this, id, {
      name,
      subject: tenant.initialDomain,
      host: exchange.managementHost,
      role,
      ...words,
    });
  }
}

function parseName(field: string, value: string): string {
  if (isEncodedText(value)) throw errors.knownOnlyAfterApply(field);
  const name = value.trim();
  if (name === "") throw errors.emptyText(field);
  return name;
}
