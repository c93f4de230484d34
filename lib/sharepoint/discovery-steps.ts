import { ManualStepProps } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";

/** What the lines of the steps are made of; every value is parsed. */
export interface DiscoveryNames {
  /** Site collection of SharePoint. */
  readonly sharePoint: string;
  readonly sharePointHost: string;
  readonly autodiscover: string;
  readonly exchange: string;
  readonly investigator: string;
  /** Name of the token issuer of Exchange in SharePoint. */
  readonly issuer: string;
}

const SHAREPOINT_ROLE = "farm administrator of SharePoint";
const EXCHANGE_ROLE = "Organization Management in Exchange";
const OPEN_SHAREPOINT = "Open the SharePoint Management Shell as administrator.";
const OPEN_EXCHANGE = "Open the Exchange Management Shell.";

type Part = Omit<ManualStepProps, "phase" | "subject">;

/** Before SharePoint trusts Exchange, on the servers of SharePoint. */
export function stepsBeforeTrust(names: DiscoveryNames): ManualStepProps[] {
  return placed(names, [managedApi(names)]);
}

/** In Exchange, in the order they are done in. */
export function stepsInExchange(names: DiscoveryNames): ManualStepProps[] {
  return placed(names, [partnerApplication(names), investigator(names)]);
}

/** Last, in SharePoint. A site that holds cases is neither made nor removed by script. */
export function stepsAfterTrust(names: DiscoveryNames): ManualStepProps[] {
  return placed(names, [center(names), resultSource(names)]);
}

function placed(names: DiscoveryNames, parts: readonly Part[]): ManualStepProps[] {
  return parts.map((part) => ({ ...part, subject: names.sharePointHost, phase: Phase.INTEGRATE }));
}

function managedApi({ sharePointHost }: DiscoveryNames): Part {
  return {
    name: "install-ews-managed-api",
    title: `The Exchange Web Services Managed API is installed on ${sharePointHost}.`,
    words: [
      "Download EwsManagedApi.msi and save it on every SharePoint server that searches.",
      "Open a command prompt there as administrator, in the folder of the file.",
      'msiexec /I EwsManagedApi.msi addlocal="ExchangeWebServicesApi_Feature,ExchangeWebServicesApi_Gac"',
      "iisreset",
    ],
    host: sharePointHost,
    role: SHAREPOINT_ROLE,
    risk: { level: "low", reason: "SharePoint is away while Internet Information Services restart" },
    undo: { possible: "yes", how: "uninstall it in the control panel, then iisreset" },
    verification: "the program is listed in the control panel, and the sites of SharePoint open",
    outage: "SharePoint, for the restart of Internet Information Services",
  };
}

function partnerApplication({ sharePoint, exchange }: DiscoveryNames): Part {
  return {
    name: "trust-sharepoint-in-exchange",
    title: "Exchange trusts SharePoint as a partner application.",
    words: [
      OPEN_EXCHANGE,
      "& 'C:\\Program Files\\Microsoft\\Exchange Server\\V15\\Scripts\\Configure-EnterprisePartnerApplication.ps1' " +
        `-AuthMetaDataUrl '${sharePoint}/_layouts/15/metadata/json/1' -ApplicationType SharePoint`,
      "If Exchange is installed elsewhere, use the folder Scripts of its installation.",
      `iisreset ${exchange}`,
      "Do the last line for every Exchange server, one after the other.",
    ],
    host: exchange,
    role: EXCHANGE_ROLE,
    risk: {
      level: "medium",
      reason: "SharePoint may act for people in Exchange, and each server is away for its restart",
    },
    undo: {
      possible: "yes",
      how: "Remove-PartnerApplication for the application that the script named, then iisreset",
    },
    verification: "Get-PartnerApplication lists SharePoint, enabled",
    outage: "web access to the mailboxes of one Exchange server at a time",
    unverified: [
      "the call operator before the script: the document has the whole line between quotes, which would run nothing",
    ],
  };
}

function investigator({ investigator: person, exchange }: DiscoveryNames): Part {
  return {
    name: "grant-discovery-management",
    title: `${person} may search every mailbox.`,
    words: [OPEN_EXCHANGE, `Add-RoleGroupMember "Discovery Management" -Member "${person}"`],
    host: exchange,
    role: EXCHANGE_ROLE,
    risk: {
      level: "high",
      reason: "this person can read what is found in any mailbox: whoever answers for privacy agrees first",
    },
    undo: { possible: "yes", how: `Remove-RoleGroupMember "Discovery Management" -Member "${person}"` },
    verification: `Get-RoleGroupMember "Discovery Management" lists ${person}`,
  };
}

function center({ sharePoint, sharePointHost, investigator: person }: DiscoveryNames): Part {
  return {
    name: "create-ediscovery-center",
    title: `There is an eDiscovery Center at ${sharePoint}/sites/discovery.`,
    words: [
      OPEN_SHAREPOINT,
      '$template = Get-SPWebTemplate | Where-Object {$_.Title -eq "eDiscovery Center"}',
      `New-SPSite -Url "${sharePoint}/sites/discovery" -OwnerAlias "${person}" -Template $template -Name "Discovery Center"`,
    ],
    host: sharePointHost,
    role: SHAREPOINT_ROLE,
    risk: { level: "low", reason: "a new site, empty" },
    undo: { possible: "with loss", how: "delete the site; cases and holds in it go with it" },
    verification: `${person} opens ${sharePoint}/sites/discovery`,
  };
}

function resultSource({ sharePoint, sharePointHost, exchange, investigator: person }: DiscoveryNames): Part {
  return {
    name: "add-exchange-result-source",
    title: "The search of SharePoint asks Exchange.",
    words: [
      "Open Central Administration: Manage Service Applications, Search Service Application, Result Sources, New Result Source.",
      "Name: Microsoft Exchange. Protocol: Exchange.",
      `Exchange Source URL: https://${exchange}/ews/exchange.asmx`,
      "Use Autodiscover is not ticked. Press OK.",
      `Open ${sharePoint}/sites/discovery and create a case with a discovery set, to see that a mailbox is found.`,
    ],
    host: sharePointHost,
    role: SHAREPOINT_ROLE,
    risk: { level: "low", reason: "a new result source; searches that do not name it stay as they are" },
    undo: { possible: "yes", how: "delete the result source" },
    verification: `in the discovery set, the mailbox check finds a mailbox, and a search by ${person} finds an archived message`,
  };
}
