import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_USER_SERVICES_POLICY, CS_USER_SERVICES_POLICY_OF_PEOPLE } from "../onprem/catalog/cs-user-services-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { Risk } from "../onprem/step";
import { parsePolicyName } from "../values/policy-name";
import { ExchangeConnection } from "./exchange-connection";

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
 * For a pilot say `allowed: false` and name a `pilotPolicy`: it is made here, and granting it to people belongs to whoever
 * moves people. A policy never brings contacts back. That takes a policy with UcsAllowed False that counts for the person,
 * and Invoke-CsUcsRollback; after the rollback alone they return to Exchange after 7 days.
 *
 * Throws when the pilot policy has no usable name, or stands beside `allowed: true`. Needs Exchange 2013 or later (V66).
 * Source: "Configure Skype for Business Server to use the unified contact store", New-CsUserServicesPolicy.
 */
export class UnifiedContactStore extends Room {
  private readonly allowed: boolean;
  private readonly pilotPolicy: string | undefined;
  private readonly connection: ExchangeConnection;

  public constructor(scope: Construct, id: string, props: UnifiedContactStoreProps) {
    super(scope, id);
    this.allowed = props.allowed;
    this.connection = props.connection;
    this.pilotPolicy = props.pilotPolicy === undefined ? undefined : parsePolicyName("pilotPolicy", props.pilotPolicy);
    if (this.allowed && this.pilotPolicy !== undefined) throw errors.pilotBesideEverybody(this.pilotPolicy);
    this.node.addDependency(this.connection);
    const everybody = this.declareGlobal();
    if (this.pilotPolicy !== undefined) this.declarePilot(this.pilotPolicy).node.addDependency(everybody);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { allowed, pilotPolicy, connection } = this;
    return {
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
      waits: "nobody has it until it is granted (Grant-CsUserServicesPolicy)",
      unverified: [
        "what Remove-CsUserServicesPolicy does to people who still have the policy: the page of the cmdlet is silent",
        ...this.connection.exchange.unverified(),
      ],
    });
  }
}
