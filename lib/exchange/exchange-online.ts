import { Construct, Dependable } from "constructs";
import { CmsReplication } from "../federation/cms-replication";
import { EdgeFederation } from "../federation/edge-federation";
import { DeploymentModel } from "../model/deployment-model";
import { CS_HOSTING_PROVIDER } from "../onprem/catalog/cs-hosting-provider";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { OnlineTenant } from "../tenant/online-tenant";
import { exchangeDestination } from "./exchange-destination";
import { acceptedDomains, mailboxPolicies, parseMailDomains, parseMailboxPolicies } from "./exchange-online-settings";

export interface ExchangeOnlineProps {
  /** The federation that Exchange Online comes in through. */
  readonly edge: EdgeFederation;
  /** The tenant that holds the mailboxes. */
  readonly tenant: OnlineTenant;
  /**
   * Name under which Exchange Online is reached. Fixed in the commercial cloud; must be given in every other, where no
   * document names it for voicemail.
   * @default "exap.um.outlook.com" in the commercial cloud
   */
  readonly destination?: string;
  /**
   * Identity of the hosting provider on-premises. A provider with the same proxy under another name is adopted as it is.
   * @default "Exchange Online"
   */
  readonly providerIdentity?: string;
  /**
   * Subject of the provider's step, when its identity cannot become a file name.
   * @default - the identity, with other characters written as "-"
   */
  readonly key?: string;
  /**
   * Names of the policies of Outlook on the web whose people get messaging and presence there. Each must exist. An empty list
   * leaves all of them to a person who looks.
   * @default - OwaMailboxPolicy-Default, which every organization has
   */
  readonly mailboxPolicies?: readonly string[];
  /**
   * SIP domains of people whose mailbox is online: the run stops where Exchange Online does not accept one of them.
   * @default - a person looks
   */
  readonly mailDomains?: readonly string[];
}

/**
 * People on-premises whose mailbox is in Exchange Online: instant messaging and presence in Outlook on the web, and the
 * route to Cloud Voicemail. Both go by one hosting provider, which hosts no accounts. People need a policy that lets them
 * sign in from outside (ExternalAccessPolicy). The mailbox policies online are read, and changed where they say otherwise:
 * they are right by default.
 *
 * Throws when the destination is missing beside the commercial cloud or belongs to another one, or a policy or a domain is no
 * name or named twice. Source: "Configure
 * integration between on-premises Skype for Business Server and Outlook Web App", New-CsHostingProvider.
 */
export class ExchangeOnline extends Room {
  /** Name under which Exchange Online is reached. */
  public readonly destination: string;
  /** The tenant that holds the mailboxes. */
  public readonly tenant: OnlineTenant;
  private readonly edge: EdgeFederation;
  private readonly provider: string;
  private readonly policies: readonly string[];
  private readonly mailDomains: readonly string[];

  public constructor(scope: Construct, id: string, props: ExchangeOnlineProps) {
    super(scope, id);
    this.edge = props.edge;
    this.tenant = props.tenant;
    this.provider = props.providerIdentity ?? "Exchange Online";
    this.destination = exchangeDestination("destination", props.tenant.cloud, props.destination);
    this.policies = parseMailboxPolicies("mailboxPolicies", props.mailboxPolicies);
    this.mailDomains = parseMailDomains("mailDomains", props.mailDomains ?? []);
    const looked = this.lookAtWhatItNeeds();
    mailboxPolicies(this, this.tenant, this.policies);
    const provider = this.declareProvider(props.key ?? this.provider);
    provider.node.addDependency(props.edge, looked, ...acceptedDomains(this, this.tenant, this.mailDomains));
    const replicated = new CmsReplication(this, "replication", {
      edgePool: this.edge.edgePool,
      phase: Phase.INTEGRATE,
      part: "exchange-online",
    });
    replicated.node.addDependency(provider);
    // Whoever waits for the route to Exchange Online does not wait for what Outlook on the web shows.
    Dependable.implement(this, { dependencyRoots: [replicated] });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { provider, destination } = this;
    const source = this.node.path;
    const edgePool = this.edge.edgePool.fqdn;
    return {
      hostingProviders: [{ source, identity: provider, proxyFqdn: destination, purpose: "exchange-online" }],
      exchangeOnlines: [{ source, tenant: this.tenant.initialDomain, edgePool, provider, destination }],
    };
  }

  private lookAtWhatItNeeds(): Construct {
    const { initialDomain } = this.tenant;
    return new ManualStep(this, "prerequisites", {
      name: "exchange-online-prerequisites",
      subject: initialDomain,
      phase: Phase.PREPARE,
      title: `Exchange Online of ${initialDomain} can find the Edge, and knows the domains of its people.`,
      words: [
        "For each SIP domain of people with a mailbox online, look up _sipfederationtls._tcp in public DNS: it names the Access Edge, port 5061.",
        ...this.wordsOnline(),
        "If all of this is so, change nothing. Otherwise correct it before you go on.",
      ],
      host: initialDomain,
      role: "Exchange Administrator of the tenant, and whoever keeps public DNS",
      risk: { level: "info", reason: "only looks" },
      undo: { possible: "yes", how: "nothing to take back" },
      verification:
        "nslookup -type=srv _sipfederationtls._tcp.<domain> names the Access Edge, and what is listed reads so",
    });
  }

  /** What no step reads. */
  private wordsOnline(): string[] {
    const domains =
      "In Exchange Online, Get-AcceptedDomain lists each of these domains: a domain that is not accepted there gets no voicemail.";
    const policies = this.policies.length === 0 ? "each policy" : "each policy beside those that this runbook reads";
    return [
      ...(this.mailDomains.length === 0 ? [domains] : []),
      `In Exchange Online, Get-OwaMailboxPolicy shows InstantMessagingEnabled True and InstantMessagingType Ocs, which is the default, for ${policies}.`,
    ];
  }

  private declareProvider(subject: string): Construct {
    return new DesiredState(this, "hosting-provider", {
      kind: CS_HOSTING_PROVIDER,
      identity: this.provider,
      subject,
      // AutodiscoverUrl is for providers that host accounts, and the documented call has none.
      properties: {
        Enabled: true,
        EnabledSharedAddressSpace: true,
        HostsOCSUsers: false,
        IsLocal: false,
        ProxyFqdn: this.destination,
        VerificationLevel: "UseSourceVerification",
      },
      phase: Phase.INTEGRATE,
      title: `Exchange Online is the hosting provider ${this.provider}, which hosts no accounts.`,
      risk: {
        level: "medium",
        reason: "from here on Exchange Online signs people in for Outlook on the web, and voicemail can go there",
      },
      undo: {
        possible: "yes",
        how:
          "the provider is removed if this runbook created it, otherwise its captured values are set again; not while " +
          "people have hosted voicemail",
      },
      verification: "Get-CsHostingProvider shows it; on the Edge, Get-CsHostingProvider -LocalStore shows it too",
      waits: "replication to the Edge, usually under a minute",
    });
  }
}
