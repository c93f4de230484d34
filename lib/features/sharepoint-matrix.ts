import { DOCUMENTS } from "./documents";
import { FeatureId } from "./feature";
import * as product from "./products";
import { notDocumented, notSupported, supported, Support, unconfirmed } from "./support";

const ONLY_2013 = "the documents name SharePoint Server 2013 only";
const NO_SEARCH_ONLINE = "SharePoint Online answers no such search";
const NO_SEARCH_FOR_TEAMS = "the client of somebody homed online has no such search";
const LYNC_ONLY = "written for Lync Server 2013; no document says it of later servers";
const LYNC_ONLINE = "written for Lync Online, which was retired; no document says it of Teams";
const NO_ARCHIVE_OF_CLOUD = "what people say who are homed online is not archived on-premises";
const PURVIEW = "search in Microsoft 365 is with Microsoft Purview; no document says what it finds of these people";

/** What the documents say of one thing that SharePoint brings, for people homed there with a mailbox there. */
export function sharePointSupport(
  feature: FeatureId,
  home: string,
  mailbox: string | undefined,
  sharePoint: string,
): Support {
  const known = home === product.MICROSOFT_365 || product.SERVER_PRODUCTS.includes(home);
  if (!known || !product.SHAREPOINT_PRODUCTS.includes(sharePoint)) return notDocumented(DOCUMENTS.none);
  if (feature === "skill-search") return skillSearch(home, sharePoint);
  if (feature === "page-presence") return pagePresence(home);
  return feature === "discovery" ? discovery(home, mailbox, sharePoint) : notDocumented(DOCUMENTS.none);
}

function skillSearch(home: string, sharePoint: string): Support {
  if (home === product.MICROSOFT_365) return notSupported(DOCUMENTS.skillSearch, NO_SEARCH_FOR_TEAMS);
  if (sharePoint === product.SHAREPOINT_ONLINE) return notSupported(DOCUMENTS.skillSearch, NO_SEARCH_ONLINE);
  if (sharePoint !== product.SHAREPOINT_2013) return unconfirmed(DOCUMENTS.skillSearch, ONLY_2013);
  return supported(home === product.LYNC_2013 ? DOCUMENTS.lync : DOCUMENTS.skillSearch);
}

function pagePresence(home: string): Support {
  if (home === product.LYNC_2013) return supported(DOCUMENTS.lync);
  return unconfirmed(DOCUMENTS.lync, home === product.MICROSOFT_365 ? LYNC_ONLINE : LYNC_ONLY);
}

/** Home, mailboxes and SharePoints that the documents of discovery name together. */
const DISCOVERY: readonly (readonly [home: string, mailboxes: readonly string[], sharePoints: readonly string[]])[] = [
  [product.LYNC_2013, [product.EXCHANGE_2013], [product.SHAREPOINT_2013]],
  [
    product.SKYPE_2015,
    [product.EXCHANGE_2013, product.EXCHANGE_2016],
    [product.SHAREPOINT_2013, product.SHAREPOINT_2016],
  ],
];

function discovery(home: string, mailbox: string | undefined, sharePoint: string): Support {
  const online = sharePoint === product.SHAREPOINT_ONLINE;
  if (home === product.MICROSOFT_365) {
    return online
      ? notDocumented(DOCUMENTS.none, PURVIEW)
      : notSupported(DOCUMENTS.exchangeBefore, NO_ARCHIVE_OF_CLOUD);
  }
  const named = DISCOVERY.find(([server]) => server === home);
  if (online || mailbox === undefined || named === undefined) return notDocumented(DOCUMENTS.none);
  const [server, mailboxes, sharePoints] = named;
  if (!mailboxes.includes(mailbox) || !sharePoints.includes(sharePoint)) return notDocumented(DOCUMENTS.none);
  return supported(server === product.LYNC_2013 ? DOCUMENTS.eDiscovery : DOCUMENTS.discovery);
}

/** PowerPoint in meetings: a farm shows it for meetings that the servers host. */
export function meetingSupport(home: string): Support {
  if (home === product.MICROSOFT_365) {
    return notSupported(DOCUMENTS.farm, "not needed: Teams shows presentations without a farm");
  }
  return product.SERVER_PRODUCTS.includes(home) ? supported(DOCUMENTS.farm) : notDocumented(DOCUMENTS.none);
}
