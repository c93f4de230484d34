/** A version of SharePoint on-premises. Source: "Configure SharePoint Server to search for archived Skype for Business data". */
export class SharePointVersion {
  /** SharePoint Server 2013: the version that the documents of skill search and discovery name. */
  public static readonly SHAREPOINT_2013 = new SharePointVersion("SharePoint Server 2013");
  /** SharePoint Server 2016. */
  public static readonly SHAREPOINT_2016 = new SharePointVersion("SharePoint Server 2016", true);
  /** SharePoint Server 2019. */
  public static readonly SHAREPOINT_2019 = new SharePointVersion("SharePoint Server 2019", true);
  /** SharePoint Server Subscription Edition. */
  public static readonly SHAREPOINT_SUBSCRIPTION_EDITION = new SharePointVersion(
    "SharePoint Server Subscription Edition",
    true,
  );

  private constructor(
    /** Product name, as people write it. */
    public readonly productName: string,
    private readonly unnamed = false,
  ) {}

  /** @internal What no document confirmed of this version. */
  public unverified(): string[] {
    return this.unnamed
      ? [`that this works with ${this.productName}: the documents name SharePoint Server 2013 only`]
      : [];
  }
}
