/**
 * A version of Exchange, as far as Lync and Skype for Business Server work with it.
 *
 * Source: "Plan to integrate Skype for Business Server and Exchange" (feature support); "Configure instant messaging
 * integration with Outlook on the web in Exchange" for where messaging is configured.
 */
export class ExchangeVersion {
  /** Exchange Server 2010. It holds no contact store and no archive of conversations. */
  public static readonly EXCHANGE_2010 = new ExchangeVersion("Exchange Server 2010", 2010, "web-config");
  /** Exchange Server 2013: messaging in Outlook Web App is configured in a file of each server. */
  public static readonly EXCHANGE_2013 = new ExchangeVersion("Exchange Server 2013", 2013, "web-config");
  /** Exchange Server 2016. */
  public static readonly EXCHANGE_2016 = new ExchangeVersion("Exchange Server 2016", 2016, "setting-override");
  /** Exchange Server 2019. The documents of contact store and archiving name 2013 and 2016 only. */
  public static readonly EXCHANGE_2019 = new ExchangeVersion("Exchange Server 2019", 2019, "setting-override", true);
  /**
   * Exchange Server Subscription Edition. The documents of contact store and archiving name 2013 and 2016 only; that
   * messaging in Outlook on the web is configured as in 2019 is not documented either, and the step says so.
   */
  public static readonly EXCHANGE_SUBSCRIPTION_EDITION = new ExchangeVersion(
    "Exchange Server Subscription Edition",
    2025,
    "setting-override",
    true,
  );
  /** Exchange Online. */
  public static readonly EXCHANGE_ONLINE = new ExchangeVersion("Exchange Online", 9999, "online");

  private constructor(
    /** Product name, as people write it. */
    public readonly productName: string,
    /** Place among all versions: newer is larger, and Exchange Online is the newest. */
    public readonly order: number,
    /** Where the pool and the certificate of messaging in Outlook on the web stand. */
    public readonly outlookWebMessaging: "web-config" | "setting-override" | "online",
    /** Whether the documents of contact store and archiving leave this version out. */
    private readonly unnamed = false,
  ) {}

  /** @internal What no document confirmed of this version. */
  public unverified(): string[] {
    if (!this.unnamed) return [];
    return [`that this works with ${this.productName}: the documents name Exchange Server 2013 and 2016 only`];
  }
}
