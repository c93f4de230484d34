import { Construct, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Bag } from "../onprem/catalog/kind";
import {
  UM_CALL_ROUTER,
  UM_DIAL_PLAN,
  UM_DIAL_PLAN_CALLS,
  UM_MAILBOX_POLICY,
  UM_SERVICE,
} from "../onprem/catalog/unified-messaging";
import { DesiredState, DesiredStateProps } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { parsePolicyName } from "../values/policy-name";
import { sortedSet } from "../values/text-order";
import { parseThumbprint } from "../values/thumbprint";
import { ExchangeConnection } from "./exchange-connection";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { ExchangeVersion } from "./exchange-version";
import { UmDialPlan } from "./um-dial-plan";
import { enabledPeople, gateways, servicesOf, voicemailHeard } from "./unified-messaging-steps";

const ANYWHERE = "Anywhere";

export interface ExchangeUnifiedMessagingProps {
  /** Server-to-server authentication, which the document asks for first. The steps here wait for it. */
  readonly connection: ExchangeConnection;
  /** Exchange Server 2013 or 2016. Every server answers every dial plan: otherwise calls out of Exchange go astray. */
  readonly exchange: ExchangeOnPremises;
  /** A pool of the people whose calls Exchange answers. */
  readonly pool: FrontEndPool;
  /** At least one. */
  readonly dialPlans: readonly UmDialPlan[];
  /**
   * Names of dial plans that exist and that these servers answer as well. A plan that is named neither here nor in `dialPlans`
   * is taken from the servers.
   * @default []
   */
  readonly otherDialPlans?: readonly string[];
  /** Thumbprint of the certificate that Unified Messaging shows to the servers. Another one asks for the restarts again. */
  readonly certificateThumbprint: string;
}

/**
 * Voicemail in Exchange Server 2013 or 2016 for people of these servers: dial plans, and every Exchange server that answers
 * them. Certificates and restarts, ExchUCUtil.ps1, and the mailboxes of people are steps by hand.
 *
 * Not declared here: the dial plans and contact objects of the servers themselves (OcsUmUtil.exe), auto attendants, and hunt
 * groups beyond those that the script makes.
 *
 * Throws for every other version of Exchange ("Plan Cloud Voicemail service for on-premises users": Unified Messaging ended
 * with 2016), without a dial plan, when two share a name, and when a name or the thumbprint is none. Source: "Configure Exchange
 * Server Unified Messaging for Skype for Business Server voice mail".
 */
export class ExchangeUnifiedMessaging extends Room {
  private readonly exchange: ExchangeOnPremises;
  private readonly dialPlans: readonly UmDialPlan[];
  private readonly answered: readonly string[];

  public constructor(scope: Construct, id: string, props: ExchangeUnifiedMessagingProps) {
    super(scope, id);
    const { version } = props.exchange;
    const has = [ExchangeVersion.EXCHANGE_2013, ExchangeVersion.EXCHANGE_2016].includes(version);
    if (!has) throw errors.noUnifiedMessaging(this.node.path, version.productName);
    if (props.dialPlans.length === 0) throw errors.emptyList("dialPlans");
    this.exchange = props.exchange;
    this.dialPlans = props.dialPlans;
    this.answered = names(props.dialPlans, props.otherDialPlans ?? []);
    this.node.addDependency(props.connection, props.pool);
    const plans = this.dialPlans.map((plan) => this.dialPlan(plan));
    const thumbprint = parseThumbprint("certificateThumbprint", props.certificateThumbprint);
    const restarted = this.exchange.serverNames.map((server) => this.server(server, thumbprint, plans));
    const connected = gateways(this, this.exchange, props.pool);
    connected.node.addDependency(...restarted);
    const people = enabledPeople(this, this.exchange, this.dialPlans);
    people.node.addDependency(connected);
    voicemailHeard(this, props.pool).node.addDependency(people);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { exchange, answered } = this;
    return { unifiedMessagings: [{ source: this.node.path, exchange: exchange.node.path, dialPlans: answered }] };
  }

  private dialPlan(plan: UmDialPlan): IConstruct {
    const { name, extensionDigits, countryCode, security, accessNumbers } = plan;
    const made = this.declare(`plan-${name}`, {
      kind: UM_DIAL_PLAN,
      identity: name,
      properties: {
        ...(accessNumbers === undefined ? {} : { AccessTelephoneNumbers: accessNumbers }),
        CountryOrRegionCode: countryCode,
        NumberOfDigitsInExtension: extensionDigits,
        URIType: "SipName",
        VoIPSecurity: security,
      },
      title: `Exchange has the SIP URI dial plan ${name}, with extensions of ${extensionDigits} digits.`,
      verification: `Get-UMDialPlan -Identity "${name}" shows URIType SipName and VoIPSecurity ${security}`,
      undo: {
        possible: "yes",
        how:
          `it is removed if this runbook created it, otherwise its captured values are set again; before, by hand, ` +
          `Remove-UMMailboxPolicy "${name} Default Policy" and the hunt groups that name it`,
      },
    });
    if (!plan.callsAnywhereInCountry) return made;
    const calls = this.declare(`calls-${name}`, {
      kind: UM_DIAL_PLAN_CALLS,
      identity: name,
      properties: {
        AllowedInCountryOrRegionGroups: [ANYWHERE],
        ConfiguredInCountryOrRegionGroups: [`${ANYWHERE},*,*,*`],
      },
      title: `People of the dial plan ${name} may have Exchange call every number inside the country.`,
      verification: `Get-UMDialPlan -Identity "${name}" shows the group ${ANYWHERE}`,
      unverified: ["in which form Get-UMDialPlan shows groups of numbers: as the texts that Set- takes is assumed"],
    });
    calls.node.addDependency(made);
    const policy = this.declare(`policy-${name}`, {
      kind: UM_MAILBOX_POLICY,
      identity: `${name} Default Policy`,
      properties: { AllowedInCountryOrRegionGroups: [ANYWHERE] },
      title: `So may those of the mailbox policy that came with it.`,
      verification: `Get-UMMailboxPolicy -Identity "${name} Default Policy" shows the group ${ANYWHERE}`,
      unverified: [
        `that New-UMDialPlan calls its policy "${name} Default Policy": the document says only that it makes one`,
      ],
    });
    policy.node.addDependency(calls);
    return policy;
  }

  private server(server: string, thumbprint: string, plans: readonly IConstruct[]): IConstruct {
    const properties = { DialPlans: this.answered, UMStartupMode: "Dual" };
    const what = `the dial plans ${this.answered.join(", ")}, encrypted or not`;
    const shown = `shows UMStartupMode Dual and the dial plans ${this.answered.join(", ")}`;
    const form = "that DialPlans comes back as names, and the mode as it was sent";
    const service = this.declare(`service-${server}`, {
      kind: UM_SERVICE,
      identity: server,
      properties,
      title: `Unified Messaging on ${server} answers ${what}.`,
      verification: `Get-UMService -Identity ${server} ${shown}`,
      unverified: [form],
    });
    service.node.addDependency(...plans);
    const router = this.declare(`router-${server}`, {
      kind: UM_CALL_ROUTER,
      identity: server,
      properties,
      title: `The call router on ${server} hands on calls of ${what}.`,
      verification: `Get-UMCallRouterSettings -Server ${server} ${shown}`,
      unverified: [form],
    });
    router.node.addDependency(service);
    const restarted = servicesOf(this, this.exchange, server, thumbprint);
    restarted.node.addDependency(router);
    return restarted;
  }

  private declare<P extends Bag>(id: string, props: Omit<DesiredStateProps<P>, "phase" | "host">): IConstruct {
    const { managementHost: host } = this.exchange;
    return new DesiredState<P>(this, id, { ...props, phase: Phase.INTEGRATE, host });
  }
}

function names(dialPlans: readonly UmDialPlan[], others: readonly string[]): string[] {
  const all = [
    ...dialPlans.map(({ name }) => name),
    ...others.map((name, index) => parsePolicyName(`otherDialPlans[${index}]`, name)),
  ];
  const known = new Set<string>();
  for (const name of all) {
    if (known.has(name.toLowerCase())) throw errors.twiceInList("dialPlans", name);
    known.add(name.toLowerCase());
  }
  return sortedSet(all);
}
