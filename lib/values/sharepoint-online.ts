/** Hosts of SharePoint Online, in every cloud. */
const ONLINE = /(^|\.)sharepoint(-mil)?\.(com|us|cn|de)$/;

/** Whether an address is one of SharePoint Online. */
export function isSharePointOnline(url: string): boolean {
  return URL.canParse(url) && ONLINE.test(new URL(url).hostname);
}
