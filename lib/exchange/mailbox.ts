/**
 * Where the mailbox of a person is. It decides, with the version of the servers that the person is homed on, what takes
 * their voicemail.
 *
 * Source: "Plan Cloud Voicemail service for on-premises users", read in November 2026.
 */
export class Mailbox {
  /** Exchange Online. Voicemail: Cloud Voicemail, with every listed server version. */
  public static readonly ONLINE = new Mailbox("Exchange Online", true);
  /** Voicemail: Unified Messaging of that server. */
  public static readonly EXCHANGE_2013 = new Mailbox("Exchange Server 2013", false);
  /** Voicemail: Unified Messaging of that server. */
  public static readonly EXCHANGE_2016 = new Mailbox("Exchange Server 2016", false);
  /** It has no Unified Messaging. Voicemail: Cloud Voicemail from Skype for Business Server 2019, nothing before. */
  public static readonly EXCHANGE_2019 = new Mailbox("Exchange Server 2019", false);
  /** The table of that document does not list it: a rule warns. */
  public static readonly EXCHANGE_SUBSCRIPTION_EDITION = new Mailbox("Exchange Server Subscription Edition", false);

  private constructor(
    /** Product name, as people write it. */
    public readonly productName: string,
    /** Whether Microsoft runs it. */
    public readonly online: boolean,
  ) {}
}
