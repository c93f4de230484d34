/** Names of the products that the tables of this room know, as the declaration writes them. */

export const LYNC_2013 = "Lync Server 2013";
export const SKYPE_2015 = "Skype for Business Server 2015";
export const SKYPE_2019 = "Skype for Business Server 2019";
export const SKYPE_SE = "Skype for Business Server Subscription Edition";
/** Where people are homed who were moved to Teams. */
export const MICROSOFT_365 = "Microsoft 365";

export const EXCHANGE_2010 = "Exchange Server 2010";
export const EXCHANGE_2013 = "Exchange Server 2013";
export const EXCHANGE_2016 = "Exchange Server 2016";
export const EXCHANGE_2019 = "Exchange Server 2019";
export const EXCHANGE_SE = "Exchange Server Subscription Edition";
export const EXCHANGE_ONLINE = "Exchange Online";

export const SHAREPOINT_2013 = "SharePoint Server 2013";
export const SHAREPOINT_2016 = "SharePoint Server 2016";
export const SHAREPOINT_2019 = "SharePoint Server 2019";
export const SHAREPOINT_SE = "SharePoint Server Subscription Edition";
export const SHAREPOINT_ONLINE = "SharePoint Online";

/** Oldest first. */
export const SERVER_PRODUCTS: readonly string[] = [LYNC_2013, SKYPE_2015, SKYPE_2019, SKYPE_SE];
export const MAILBOX_PRODUCTS: readonly string[] = [
  EXCHANGE_2010,
  EXCHANGE_2013,
  EXCHANGE_2016,
  EXCHANGE_2019,
  EXCHANGE_SE,
  EXCHANGE_ONLINE,
];
export const SHAREPOINT_PRODUCTS: readonly string[] = [
  SHAREPOINT_2013,
  SHAREPOINT_2016,
  SHAREPOINT_2019,
  SHAREPOINT_SE,
  SHAREPOINT_ONLINE,
];

/** Place among the known ones; what nobody knows stands behind them. */
export function placeOf(products: readonly string[], product: string): number {
  const place = products.indexOf(product);
  return place < 0 ? products.length : place;
}
