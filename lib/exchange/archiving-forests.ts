/** What decides about a person's archive where the servers and Exchange are in different forests. Source: Set-CsUser. */
export enum ExchangeArchivingPolicy {
  /** The In-Place Hold of the mailbox decides; without a hold, conversations are archived on the servers. */
  UNINITIALIZED = "Uninitialized",
  /** On the servers, not in Exchange. */
  USE_LYNC_ARCHIVING_POLICY = "UseLyncArchivingPolicy",
  /** Nothing, whatever the archiving policies say. */
  NO_ARCHIVING = "NoArchiving",
  /** In Exchange, whatever the hold of the mailbox says. */
  ARCHIVING_TO_EXCHANGE = "ArchivingToExchange",
}

/** Attributes of Exchange that the forest of the servers must have: "Configure integration with Exchange storage". */
export const SYNCHRONIZED_ATTRIBUTES: readonly string[] = ["msExchUserHoldPolicies", "proxyAddresses"];

/** Where the servers and Exchange stand to each other in Active Directory: it decides what steers the archive. */
export class ArchivingForests {
  /** One forest: the In-Place Hold of each mailbox decides, and nothing is set on the people. */
  public static readonly SAME = new ArchivingForests("same", undefined);

  private constructor(
    /** @internal */
    public readonly kind: "same" | "different",
    /** @internal */
    public readonly userPolicy: ExchangeArchivingPolicy | undefined,
  ) {}

  /**
   * Different forests: two attributes are synchronized, and a policy is set on every person, both by hand.
   *
   * @param userPolicy what is set on the people; a rule refuses a policy by which nothing would reach Exchange
   */
  public static different(userPolicy: ExchangeArchivingPolicy): ArchivingForests {
    return new ArchivingForests("different", userPolicy);
  }
}
