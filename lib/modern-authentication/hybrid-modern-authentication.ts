import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { ExchangeOnPremises } from "../exchange/exchange-on-premises";
import { DeploymentModel, ModernAuthenticationSwitchFact } from "../model/deployment-model";
import { CS_OAUTH_CONFIGURATION } from "../onprem/catalog/cs-oauth-configuration";
import { CS_OAUTH_SERVER } from "../onprem/catalog/cs-oauth-server";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Cloud } from "../tenant/cloud";
import { OnlineTenant } from "../tenant/online-tenant";
import { FrontEndPool } from "../topology/front-end-pool";
import { ServerVersion } from "../topology/server-version";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { parseGuid } from "../values/guid";
import { parseBuild } from "../values/server-build";
import { sortedSet } from "../values/text-order";
import { registerClientNames } from "./client-service-names";
import { ModernAuthenticationStage } from "./modern-authentication-stage";
import { ModernAuthenticationSwitch } from "./modern-authentication-switch";
import { switchExchangeOnline, switchExchangeServers } from "./exchange-switches";
import { proveClients, provePrepared } from "./proofs";

export interface PoolWebServices {
  readonly pool: FrontEndPool;
  /** External web services name, such as webext.contoso.com (Get-CsService -WebServer shows ExternalFqdn). */
  readonly external: string;
  /**
   * Internal web services name.
   * @default - that of the pool: a Standard Edition server shows none
   */
  readonly internal?: string;
}

/** The Exchange that this deployment switches. */
export interface SwitchedExchange {
  readonly servers: ExchangeOnPremises;
  /** Build of the oldest server, such as 15.1.2507.6 (Get-ExchangeServer shows it as AdminDisplayVersion). */
  readonly build: string;
}

export interface HybridModernAuthenticationProps {
  readonly tenant: OnlineTenant;
  /** Id of the tenant, a GUID (Get-CsTenant shows it as TenantId). */
  readonly tenantId: string;
  /** Of every Front End pool: a rule refuses one that is left out. */
  readonly webServices: readonly PoolWebServices[];
  readonly stage: ModernAuthenticationStage;
  /** Which clients and people cannot follow (old clients, phones, room systems), in a sentence: it stands before the switch. */
  readonly staysBehind: string;
  /** How Exchange on-premises is hybrid: with the Hybrid Agent it is not supported. */
  readonly exchangeHybrid: "classic" | "hybrid agent" | "none";
  /** Whether Passive Authentication is on at any pool: the two exclude each other. */
  readonly passiveAuthentication: boolean;
  readonly exchangeServers: ModernAuthenticationSwitch;
  readonly exchangeOnline: ModernAuthenticationSwitch;
  /** Never by us: the cmdlet of Skype for Business Online is gone with it. */
  readonly teams: ModernAuthenticationSwitch;
  /**
   * The Exchange on-premises that is switched by us.
   * @default - none; needed where exchangeServers is by us
   */
  readonly exchange?: SwitchedExchange;
}

const TOKEN_SERVICE = "evoSTS";
const METADATA = "https://login.windows.net/common/FederationMetadata/2007-06/FederationMetadata.xml";
const WAITS = "replication, usually under a minute";

/**
 * Modern authentication for people on these servers: the token service of Microsoft Entra ID says who they are, so that its
 * second factor and its conditional access count here too. Preparing changes nobody's sign-in; the switch changes that of
 * every client, and is a stage that somebody declares.
 *
 * Throws when the tenant is not in the commercial cloud, no web service is named, a value is none, Teams is to be switched by
 * us, or Exchange is and is not given. Source: "How to configure Skype for Business on-premises to use Hybrid Modern
 * Authentication", "Skype for Business topologies supported with Modern Authentication".
 */
export class HybridModernAuthentication extends Room {
  private readonly tenantId: string;
  private readonly build: string | undefined;
  private readonly names: readonly string[];

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: HybridModernAuthenticationProps,
  ) {
    super(scope, id);
    checkProps(props);
    this.tenantId = parseGuid("tenantId", props.tenantId);
    this.build = props.exchange === undefined ? undefined : parseBuild("exchange.build", props.exchange.build);
    this.names = sortedSet(props.webServices.flatMap(namesOf));
    if (this.names.length === 0) throw errors.emptyList("webServices");
    const prepared = [
      ...registerClientNames(this, props.tenant, this.tenantId, this.names),
      this.believeTokenService(),
    ];
    if (props.stage !== ModernAuthenticationStage.PREPARED) this.declareSwitch(prepared);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { tenant, stage, exchangeHybrid, passiveAuthentication, webServices } = this.props;
    const fact = {
      source: this.node.path,
      tenant: tenant.initialDomain,
      stage,
      pools: sortedSet(webServices.map(({ pool }) => pool.fqdn)),
      exchangeHybrid,
      exchange: this.exchangeFact(),
      passiveAuthentication,
      switches: this.switchFacts(),
    };
    return { modernAuthentications: [fact] };
  }

  private exchangeFact(): { version: string; build: string } | undefined {
    const { exchange } = this.props;
    if (exchange === undefined || this.build === undefined) return undefined;
    return { version: exchange.servers.version.productName, build: this.build };
  }

  private switchFacts(): ModernAuthenticationSwitchFact[] {
    const { exchangeServers, exchangeOnline, teams } = this.props;
    return [
      { where: "Exchange on-premises", state: exchangeServers.state },
      { where: "Exchange Online", state: exchangeOnline.state },
      { where: "Teams", state: teams.state },
    ];
  }

  private believeTokenService(): IConstruct {
    return new DesiredState(this, "token-service", {
      kind: CS_OAUTH_SERVER,
      identity: TOKEN_SERVICE,
      properties: { AcceptSecurityIdentifierInformation: true, MetadataUrl: METADATA, Type: "AzureAD" },
      phase: Phase.INTEGRATE,
      title: "The servers believe the token service of Microsoft Entra ID.",
      verification: `Get-CsOAuthServer -Identity ${TOKEN_SERVICE} shows MetadataUrl and Type AzureAD`,
      waits: WAITS,
      unverified: ["that Get-CsOAuthServer shows Type as it was sent"],
    });
  }

  /** Exchange first, as the document has it, then the servers; the other way round on the way back. */
  private declareSwitch(prepared: readonly IConstruct[]): void {
    const on = this.props.stage === ModernAuthenticationStage.SWITCHED;
    const servers = this.switchServers(on);
    const exchange = this.exchangeSteps(on);
    if (!on) {
      for (const step of exchange) step.node.addDependency(servers);
      return;
    }
    const proven = provePrepared(this, this.props.tenant.initialDomain, this.names, this.props.staysBehind.trim());
    proven.node.addDependency(...prepared);
    for (const step of exchange) step.node.addDependency(proven);
    servers.node.addDependency(proven, ...exchange);
    proveClients(this, this.props.tenant.initialDomain).node.addDependency(servers);
  }

  private exchangeSteps(on: boolean): IConstruct[] {
    const { exchangeOnline, exchangeServers, exchange, tenant } = this.props;
    const online = exchangeOnline.state === "by us" ? [switchExchangeOnline(this, tenant.initialDomain, on)] : [];
    if (exchangeServers.state !== "by us" || exchange === undefined) return online;
    const servers = switchExchangeServers(this, exchange.servers, on);
    for (const step of servers) step.node.addDependency(...online);
    return [...online, ...servers];
  }

  private switchServers(on: boolean): IConstruct {
    const edition = this.props.webServices.some(
      ({ pool }) => pool.version === ServerVersion.SKYPE_FOR_BUSINESS_SUBSCRIPTION_EDITION,
    );
    return new DesiredState(this, "switch", {
      kind: CS_OAUTH_CONFIGURATION,
      identity: "Global",
      part: "modern-authentication",
      properties: { ClientAuthorizationOAuthServerIdentity: on ? TOKEN_SERVICE : "" },
      phase: Phase.INTEGRATE,
      title: on
        ? "Every client signs in by the token service of Microsoft Entra ID."
        : "Every client signs in as before modern authentication.",
      risk: {
        level: "high",
        reason: `the next sign-in of everybody on these servers changes. Who stays behind: ${this.props.staysBehind.trim()}`,
      },
      undo: {
        possible: "yes",
        how:
          "declare the stage SWITCHED_BACK, which names no token service; undo by itself sets a captured name again, and " +
          "where there was none it stops and says what is typed by hand",
      },
      verification: `Get-CsOAuthConfiguration shows ${on ? `${TOKEN_SERVICE} as` : "no"} ClientAuthorizationOAuthServerIdentity`,
      outage: "sign-in of single clients, if something was missed; who is signed in stays so until a token ends",
      waits: WAITS,
      approval: "the change board, in a maintenance window, with the help desk told",
      unverified: [
        "that Get-CsOAuthConfiguration shows the name as it was sent, and nothing where no server is named",
        ...(edition ? ["that Skype for Business Server Subscription Edition is supported with it"] : []),
      ],
    });
  }
}

function namesOf({ pool, external, internal }: PoolWebServices): string[] {
  return [parseFqdn("internal", internal ?? pool.fqdn), parseFqdn("external", external)];
}

function checkProps({ tenant, staysBehind, teams, exchangeServers, exchange }: HybridModernAuthenticationProps): void {
  if (tenant.cloud !== Cloud.COMMERCIAL) throw errors.tokenServerUnknown("tenant", tenant.cloud.name);
  if (isEncodedText(staysBehind)) throw errors.knownOnlyAfterApply("staysBehind");
  if (staysBehind.trim() === "") throw errors.emptyText("staysBehind");
  if (teams.state === "by us") throw errors.teamsSwitchIsGone("teams");
  if (exchangeServers.state === "by us" && exchange === undefined) throw errors.switchedExchangeMissing("exchange");
}
