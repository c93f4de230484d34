import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_ARCHIVING_CONFIGURATION } from "../onprem/catalog/cs-archiving-configuration";
import { CS_ARCHIVING_POLICY } from "../onprem/catalog/cs-archiving-policy";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { People } from "../values/people";
import { ArchivedContent } from "./archived-content";
import { ArchivingForests, SYNCHRONIZED_ATTRIBUTES } from "./archiving-forests";
import { archivingPolicyOf, archivingPolicyOfPeople, attributeSync } from "./archiving-forest-steps";
import { ExchangeConnection } from "./exchange-connection";

export interface ExchangeArchivingProps {
  /** The trust that transcripts travel through. The steps here wait for it. */
  readonly connection: ExchangeConnection;
  /** A pool of the deployment: its management shell is where the steps by hand are done. */
  readonly pool: FrontEndPool;
  readonly content: ArchivedContent;
  /**
   * Whether transcripts are stored in Exchange instead of in the archiving database of the servers.
   * @default true
   */
  readonly inExchange?: boolean;
  /**
   * Whether conversations among our own people are archived, for everybody without a policy of their own.
   * @default true
   */
  readonly internal?: boolean;
  /**
   * Whether conversations with at least one person outside are archived, for everybody without a policy of their own.
   * @default true
   */
  readonly external?: boolean;
  /**
   * Whether Exchange stands in the forest of the servers.
   * @default ArchivingForests.SAME
   */
  readonly forests?: ArchivingForests;
  /**
   * Across forests: people who get the ExchangeArchivingPolicy of `forests` by script. Everybody else keeps what they have.
   * @default - a step by hand sets it, for whomever the company decides
   */
  readonly people?: People;
}

/**
 * Conversations archived in the mailboxes of Exchange (Recoverable Items, Purges), where one search finds mail and messages.
 * Sets the global archiving configuration and the global archiving policy; those of sites, pools and single people stay as
 * they are. In one forest the In-Place Hold of a mailbox decides about its person.
 *
 * Throws when transcripts go to Exchange and nothing is archived (the servers ignore that), or when people are named in one
 * forest. Needs Exchange 2013 or later
 * (V66). Source: "Configure Skype for Business Server to use Exchange Server archiving", Set-CsArchivingConfiguration.
 */
export class ExchangeArchiving extends Room {
  /** Whether transcripts are stored in Exchange. */
  public readonly inExchange: boolean;
  private readonly forests: ArchivingForests;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ExchangeArchivingProps,
  ) {
    super(scope, id);
    this.inExchange = props.inExchange ?? true;
    this.forests = props.forests ?? ArchivingForests.SAME;
    if (this.inExchange && props.content === ArchivedContent.NONE) throw errors.nothingForExchange("inExchange");
    this.node.addDependency(props.connection);
    const configuration = this.declareConfiguration();
    const policy = this.declarePolicy();
    policy.node.addDependency(configuration);
    const { userPolicy } = this.forests;
    if (!this.inExchange || userPolicy === undefined) {
      if (props.people !== undefined) throw errors.archivingPeopleInOneForest("people");
      return;
    }
    const sync = attributeSync(this, props.pool.fqdn);
    configuration.node.addDependency(sync);
    const { people, pool } = props;
    const ofPeople =
      people === undefined
        ? archivingPolicyOfPeople(this, pool.fqdn, userPolicy)
        : archivingPolicyOf(this, userPolicy, people.addresses);
    ofPeople.node.addDependency(policy);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { kind: forests, userPolicy } = this.forests;
    const fact = {
      source: this.node.path,
      connection: this.props.connection.node.path,
      content: this.props.content,
      inExchange: this.inExchange,
      forests,
      userPolicy,
      synchronizedAttributes: forests === "different" ? SYNCHRONIZED_ATTRIBUTES : [],
    };
    const people = this.props.people?.addresses;
    const policies = people === undefined || userPolicy === undefined ? [] : [{ value: userPolicy, people }];
    return {
      exchangeArchives: [fact],
      people: policies.map((of) => ({ source: fact.source, property: "ExchangeArchivingPolicy", ...of })),
    };
  }

  private declareConfiguration(): Construct {
    const { content, connection } = this.props;
    return new DesiredState(this, "configuration", {
      kind: CS_ARCHIVING_CONFIGURATION,
      identity: "Global",
      properties: { EnableArchiving: content, EnableExchangeArchiving: this.inExchange },
      phase: Phase.INTEGRATE,
      title: archived(content, this.inExchange),
      verification:
        `Get-CsArchivingConfiguration -Identity Global shows EnableArchiving ${content} and EnableExchangeArchiving ` +
        (this.inExchange ? "True" : "False"),
      waits: "replication, usually under a minute",
      approval: "whoever answers for legal holds and retention",
      unverified: connection.exchange.unverified(),
    });
  }

  private declarePolicy(): Construct {
    const { internal = true, external = true } = this.props;
    return new DesiredState(this, "policy", {
      kind: CS_ARCHIVING_POLICY,
      identity: "Global",
      properties: { ArchiveExternal: external, ArchiveInternal: internal },
      phase: Phase.INTEGRATE,
      title:
        `For people without a policy of their own, conversations inside the company ${are(internal)} archived, and those ` +
        `with people outside ${are(external)}.`,
      verification: "Get-CsArchivingPolicy -Identity Global shows both values",
      waits: "replication, usually under a minute",
      approval: "whoever answers for legal holds and retention",
    });
  }
}

function archived(content: ArchivedContent, inExchange: boolean): string {
  if (content === ArchivedContent.NONE) return "Nothing is archived, neither on the servers nor in Exchange.";
  const what = content === ArchivedContent.IM_ONLY ? "Instant messages" : "Instant messages and web conferences";
  return `${what} are archived in ${inExchange ? "the mailboxes of Exchange" : "the archiving database of the servers"}.`;
}

function are(archived: boolean): string {
  return archived ? "are" : "are not";
}
