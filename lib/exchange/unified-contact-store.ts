import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_USER_SERVICES_POLICY, CS_USER_SERVICES_POLICY_OF_PEOPLE } from "../onprem/catalog/cs-user-services-policy";
import { CS_USER_USER_SERVICES_POLICY } from "../onprem/catalog/cs-user";
import { DesiredState } from "../onprem/desired-state";
import { PeopleState } from "../onprem/people-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Risk } from "../onprem/step";
import { counted } from "../values/counted";
import { People } from "../values/people";
import { parsePolicyName } from "../values/policy-name";
import { ExchangeConnection } from "./exchange-connection";
import { READ_AS_ITSELF } from "./people-words";

export interface UnifiedContactStoreProps {
  /** The trust that contacts travel through. The steps here wait for it. */
  readonly connection: ExchangeConnection;
  /**
   * What the global policy says: whether contacts of people without a policy of their own may live in Exchange. There is no
   * default, because the servers have one that surprises: true.
   */
  readonly allowed: boolean;
  /**
   * Name of a policy for single people that lets them, such as AllowUnifiedContactStore. Only where `allowed` is false.
   * @default - no pilot
   */
  readonly pilotPolicy?: string;
  /**
   * People who are given the pilot policy. Who is homed in the cloud is left alone. Taking somebody out of the list takes
   * nothing from that person: undo the step, or see what its way back says.
   * @default - nobody: the policy is granted elsewhere
   */
  readonly people?: People;
}

const MOVES: Risk = {
  level: "high",
  reason: "contacts of everybody without a policy of their own move to Exchange at their next sign-in",
};
const AFTERWARDS =
  "replication, then each person's next sign-in; a move takes 10 minutes or more, and the person is asked to sign in again";
const TESTED =
  "Test-CsUnifiedContactStore -UserSipAddress sip:<person> -TargetFqdn <pool> succeeds for a person who has moved";

/**
 * Contacts in Exchange instead of on the servers, so that Outlook and the client show one list. The servers come with a
 * global policy that allows it: as soon as server-to-server authentication with Exchange works, contacts begin to move at
 * the next sign-in, without anybody having decided so. Declare this to decide.
 *
 * For a pilot say `allowed: false`, name a `pilotPolicy`, which is made here, and the `people` who are given it. A policy never brings contacts back. That takes a policy with UcsAllowed False that counts for the person,
 * and Invoke-CsUcsRollback; after the rollback alone they return to Exchange after 7 days.
 *
 * Throws when the pilot policy has no usable name or stands beside `allowed: true`, or when people are named without it. Needs Exchange 2013 or later (V66).
 * Source: "Configure Skype for Business Server to use the unified contact store", New-CsUserServicesPolicy.
 */
export class UnifiedContactStore extends Room {
  private readonly allowed: boolean;
  private readonly pilotPolicy: string | undefined;
  private readonly connection: ExchangeConnection;
  private readonly people: readonly string[];

  public constructor(scope: Construct, id: string, props: UnifiedContactStoreProps) {
    super(scope, id);
    this.allowed = props.allowed;
    this.connection = props.connection;
    this.people = props.people?.addresses ?? [];
    this.pilotPolicy = props.pilotPolicy === undefined ? undefined : parsePolicyName("pilotPolicy", props.pilotPolicy);
    if (this.allowed && this.pilotPolicy !== undefined) throw errors.pilotBesideEverybody(this.pilotPolicy);
    this.node.addDependency(this.connection);
    const everybody = this.declareGlobal();
    if (this.pilotPolicy === undefined) {
      if (this.people.length > 0) throw errors.pilotWithoutPolicy("people");
      return;
    }
    const pilot = this.declarePilot(this.pilotPolicy);
    pilot.node.addDependency(everybody);
    if (this.people.length > 0) this.declareGranted(this.pilotPolicy).node.addDependency(pilot);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { allowed, pilotPolicy, connection } = this;
    const granted = { source: this.node.path, property: "UserServicesPolicy", people: this.people };
    return {
      people: pilotPolicy === undefined || this.people.length === 0 ? [] : [{ ...granted, value: pilotPolicy }],
      contactStores: [{ source: this.node.path, connection: connection.node.path, allowed, pilotPolicy }],
    };
  }

  private declareGlobal(): Construct {
    const where = this.allowed ? "may live in Exchange" : "stay on the servers";
    return new DesiredState(this, "policy", {
      kind: CS_USER_SERVICES_POLICY,
      identity: "Global",
      properties: { UcsAllowed: this.allowed },
      phase: Phase.INTEGRATE,
      title: `Contacts of people without a policy of their own ${where}.`,
      verification: `Get-CsUserServicesPolicy -Identity Global shows UcsAllowed ${this.allowed ? "True" : "False"}; ${this.proof()}`,
      waits: this.allowed ? AFTERWARDS : "replication, usually under a minute",
      ...(this.allowed ? { risk: MOVES } : {}),
      unverified: this.connection.exchange.unverified(),
    });
  }

  private proof(): string {
    return this.allowed ? TESTED : "contacts that moved before stay in Exchange until Invoke-CsUcsRollback";
  }

  private declarePilot(name: string): Construct {
    return new DesiredState(this, "pilot-policy", {
      kind: CS_USER_SERVICES_POLICY_OF_PEOPLE,
      identity: name,
      properties: { UcsAllowed: true },
      phase: Phase.INTEGRATE,
      title: `There is a policy ${name} that lets the contacts of whoever has it live in Exchange.`,
      verification: `Get-CsUserServicesPolicy lists Tag:${name} with UcsAllowed True; once it is granted, ${TESTED}`,
      waits: this.people.length > 0 ? "" : "nobody has it until it is granted (Grant-CsUserServicesPolicy)",
      unverified: [
        "what Remove-CsUserServicesPolicy does to people who still have the policy: the page of the cmdlet is silent",
        ...this.connection.exchange.unverified(),
      ],
    });
  }

  private declareGranted(name: string): Construct {
    const who = counted(this.people.length, "person has", "people have");
    return new PeopleState(this, "pilot", {
      kind: CS_USER_USER_SERVICES_POLICY,
      subject: name,
      value: name,
      people: this.people,
      phase: Phase.INTEGRATE,
      title: `${who} the policy ${name}: their contacts may live in Exchange.`,
      verification: `Get-CsUser -Identity <person> shows UserServicesPolicy ${name}; ${TESTED}`,
      waits: AFTERWARDS,
      unverified: [
        "that Get-CsUser returns a property UserServicesPolicy: no page lists what it returns; without it nothing is written",
        READ_AS_ITSELF,
        ...this.connection.exchange.unverified(),
      ],
    });
  }
}
