/**
 * A version of the on-premises servers, with what the documents say of hybrid with it.
 *
 * Source: "Plan hybrid connectivity" (topology requirements) and the Move-CsUser page, as of August 2026.
 */
export class ServerVersion {
  /** Lync Server 2013. Moves need CU10 with Hotfix 7. */
  public static readonly LYNC_2013 = new ServerVersion("Lync Server 2013", 1, "Lync", "5.0.8308.1182");
  /** Skype for Business Server 2015. Moves need CU12. */
  public static readonly SKYPE_FOR_BUSINESS_2015 = new ServerVersion(
    "Skype for Business Server 2015",
    2,
    "SkypeForBusiness",
    "6.0.9319.619",
  );
  /** Skype for Business Server 2019. Moves need CU6. */
  public static readonly SKYPE_FOR_BUSINESS_2019 = new ServerVersion(
    "Skype for Business Server 2019",
    3,
    "SkypeForBusiness",
    "7.0.2046.385",
  );
  /**
   * Skype for Business Server Subscription Edition. A rule warns: whether hybrid with Teams is supported with it is
   * unverified, and no document names a minimum build for moves.
   */
  // Read in November 2026: "Plan hybrid connectivity" lists 2013, 2015 and 2019 only, and no cmdlet page names this edition.
  // The Skype for Business team blog of 2025-06-26 ("Why in-place upgrade from Skype for Business Server 2019 to
  // Subscription Edition is low risk") says that its first build is installed on top of 2019: hence the module and the order.
  public static readonly SKYPE_FOR_BUSINESS_SUBSCRIPTION_EDITION = new ServerVersion(
    "Skype for Business Server Subscription Edition",
    4,
    "SkypeForBusiness",
  );

  private constructor(
    /** Product name, as people write it. */
    public readonly productName: string,
    /** Place among all versions: newer is larger. */
    public readonly order: number,
    /** PowerShell module of the management shell. */
    public readonly module: string,
    /** Oldest build that Microsoft supports for hybrid with Teams; undefined where no document names one. */
    public readonly minimumBuild?: string,
  ) {}

  /** Every version this library knows, oldest first. */
  public static all(): ServerVersion[] {
    return [
      ServerVersion.LYNC_2013,
      ServerVersion.SKYPE_FOR_BUSINESS_2015,
      ServerVersion.SKYPE_FOR_BUSINESS_2019,
      ServerVersion.SKYPE_FOR_BUSINESS_SUBSCRIPTION_EDITION,
    ];
  }
}
