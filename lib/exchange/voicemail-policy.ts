import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CsHostedVoicemailPolicy } from "../onprem/catalog/cs-hosted-voicemail-policy";
import { Kind } from "../onprem/catalog/kind";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { FrontEndPool } from "../topology/front-end-pool";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { People } from "../values/people";
import { sortedSet } from "../values/text-order";
import { ExchangeOnline } from "./exchange-online";
import { ExchangeVersion } from "./exchange-version";
import { declareVoicemailPeople, voicemailPeopleFacts } from "./voicemail-people";

export interface VoicemailPolicyProps {
  /** The route to Cloud Voicemail: its destination is that of the policy. */
  readonly exchangeOnline: ExchangeOnline;
  /**
   * Tenants of the mailboxes, each as a domain name of the tenant in the hosted service.
   * @default - the initial domain of the tenant
   */
  readonly organizations?: readonly string[];
  /**
   * Note for whoever reads the policy later.
   * @default - not declared, and left as it is
   */
  readonly description?: string;
  /**
   * The Exchange that holds the mailboxes of the people that the policy is for. What their servers do not support with it
   * (Unified Messaging of Exchange 2013 and 2016 takes voicemail itself) is refused.
   * @default [ExchangeVersion.EXCHANGE_ONLINE]
   */
  readonly mailboxes?: readonly ExchangeVersion[];
  /**
   * Front End pools that these people are homed on.
   * @default - every declared pool
   */
  readonly pools?: readonly FrontEndPool[];
  /**
   * People who are switched to hosted voicemail under this policy. Each needs Enterprise Voice: who has none is refused by the
   * run, by name, and the others go on. Who is homed in the cloud is left alone.
   * @default - nobody is switched here
   */
  readonly people?: People;
}

/** What the policy is of, as PowerShell and as people name it. */
export interface VoicemailScope {
  readonly kind: Kind<CsHostedVoicemailPolicy>;
  readonly identity: string;
  /** As a sentence says whose calls it is about. */
  readonly whose: string;
  readonly unverified: readonly string[];
}

/** A hosted voicemail policy of any scope. */
export abstract class VoicemailPolicy extends Room {
  private readonly props: VoicemailPolicyProps;
  private readonly identity: string;
  private readonly organizations: readonly string[];

  protected constructor(scope: Construct, id: string, of: VoicemailScope, props: VoicemailPolicyProps) {
    super(scope, id);
    this.props = props;
    this.identity = of.identity;
    this.organizations = parseOrganizations("organizations", props);
    for (const name of ["mailboxes", "pools"] as const) if (props[name]?.length === 0) throw errors.emptyList(name);
    // Without the provider calls would be sent to a name that the Edge does not route to.
    this.node.addDependency(props.exchangeOnline);
    const policy = this.declarePolicy(of, checkDescription("description", props.description));
    if (props.people !== undefined) {
      declareVoicemailPeople(this, policy, { identity: of.identity, people: props.people });
    }
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { exchangeOnline, mailboxes = [ExchangeVersion.EXCHANGE_ONLINE], pools, people } = this.props;
    const of = people === undefined ? undefined : { identity: this.identity, people };
    return {
      hostedVoicemailPolicies: [
        {
          source: this.node.path,
          identity: this.identity,
          destination: exchangeOnline.destination,
          organizations: this.organizations,
          mailboxes: sortedSet(mailboxes.map(({ productName }) => productName)),
          pools: pools === undefined ? undefined : sortedSet(pools.map(({ fqdn }) => fqdn)),
        },
      ],
      people: of === undefined ? [] : voicemailPeopleFacts(this.node.path, of),
    };
  }

  private declarePolicy(
    { kind, identity, whose, unverified }: VoicemailScope,
    description: string | undefined,
  ): Construct {
    const { destination } = this.props.exchangeOnline;
    return new DesiredState(this, "policy", {
      kind,
      identity,
      properties: {
        ...(description === undefined ? {} : { Description: description }),
        Destination: destination,
        Organization: this.organizations.join(","),
      },
      phase: Phase.INTEGRATE,
      title: `Unanswered calls ${whose} go to Cloud Voicemail at ${destination}, for ${this.organizations.join(", ")}.`,
      verification: `Get-CsHostedVoicemailPolicy shows both values for ${identity}; a call that nobody answers ends in the mailbox`,
      waits: "replication, usually under a minute",
      unverified,
    });
  }
}

function parseOrganizations(field: string, { organizations, exchangeOnline }: VoicemailPolicyProps): readonly string[] {
  if (organizations === undefined) return [exchangeOnline.tenant.initialDomain];
  if (organizations.length === 0) throw errors.emptyList(field);
  const names = organizations.map((name) => parseFqdn(field, name));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw errors.twiceInList(field, twice);
  return sortedSet(names);
}

function checkDescription(field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.trim() === "") throw errors.emptyText(field);
  if (isEncodedText(text)) throw errors.knownOnlyAfterApply(field);
  return text;
}
