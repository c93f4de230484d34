/** Where a step is executed. Each shell is one sign-in of one person on one host. */
export enum Shell {
  LYNC = "lync",
  EDGE = "edge",
  TEAMS = "teams",
  MOVE = "move",
  EXCHANGE = "exchange",
  EXCHANGE_ONLINE = "exchange-online",
  SHAREPOINT = "sharepoint",
  GRAPH = "graph",
  ACTIVE_DIRECTORY = "active-directory",
  ENTRA_CONNECT = "entra-connect",
  DNS = "dns",
  ADFS = "adfs",
  OFFICE_WEB_APPS = "office-web-apps",
  BY_HAND = "by-hand",
}

/** What the reader and the controller need to know of a shell that steps of this version use. */
export interface ShellFacts {
  /** What the shell is called on the machine. */
  readonly title: string;
  /** A cmdlet that exists only there, without its module; undefined where nothing runs. */
  readonly marker: string | undefined;
  /** The actor, as a reviewer names that person. */
  readonly actor: string;
  /** What is typed before the first step; empty where opening the shell is enough. */
  readonly opening: readonly string[];
}

const CONNECT = "Connect-MicrosoftTeams";
const CONNECT_EXCHANGE_ONLINE = "Connect-ExchangeOnline";
const CONNECT_GRAPH = "Connect-MgGraph -Scopes 'Application.ReadWrite.All'";

const FACTS: Partial<Record<Shell, ShellFacts>> = {
  [Shell.LYNC]: {
    title: "Lync Server Management Shell",
    marker: "Get-CsSipDomain",
    actor: "on-premises administrator",
    opening: [],
  },
  [Shell.TEAMS]: {
    title: "Windows PowerShell 5.1 with the MicrosoftTeams module, signed in",
    marker: "Get-CsTenantFederationConfiguration",
    actor: "tenant administrator",
    opening: ["Import-Module MicrosoftTeams", CONNECT, "Get-CsTenant"],
  },
  [Shell.EXCHANGE]: {
    title: "Exchange Management Shell",
    // On-premises only: Exchange Online has no such cmdlet, and every role of the organization may read servers.
    marker: "Get-ExchangeServer",
    actor: "Exchange administrator",
    opening: [],
  },
  [Shell.EXCHANGE_ONLINE]: {
    title: "Windows PowerShell 5.1 with the ExchangeOnlineManagement module, signed in",
    // In the cloud only ("available only in the cloud-based service"), and in the temporary module of the session, as every
    // cmdlet of the steps: Get-EXOMailbox and Get-ConnectionInformation are in the module that signs in.
    marker: "Get-MailboxPlan",
    actor: "tenant administrator",
    opening: ["Import-Module ExchangeOnlineManagement", CONNECT_EXCHANGE_ONLINE, "Get-ConnectionInformation"],
  },
  [Shell.SHAREPOINT]: {
    title: "SharePoint Management Shell",
    marker: "Get-SPFarm",
    actor: "SharePoint administrator",
    opening: [],
  },
  [Shell.GRAPH]: {
    title: "Windows PowerShell 5.1 with the Microsoft.Graph.Applications module, signed in",
    marker: "Get-MgServicePrincipal",
    actor: "tenant administrator",
    opening: ["Import-Module Microsoft.Graph.Applications", CONNECT_GRAPH, "Get-MgContext"],
  },
  [Shell.BY_HAND]: { title: "By hand", marker: undefined, actor: "on-premises administrator", opening: [] },
};

/** -TeamsEnvironmentName by the name of the cloud. The commercial cloud must not name one (Connect-MicrosoftTeams). */
const TEAMS_ENVIRONMENTS: Readonly<Record<string, string>> = {
  "gcc-high": "TeamsGCCH",
  dod: "TeamsDOD",
  "china-21vianet": "TeamsChina",
};

/** -ExchangeEnvironmentName of Connect-ExchangeOnline by the name of the cloud; the commercial one, O365Default, is its default. */
const EXCHANGE_ENVIRONMENTS: Readonly<Record<string, string>> = {
  "gcc-high": "O365USGovGCCHigh",
  dod: "O365USGovDoD",
  "china-21vianet": "O365China",
};

/** -Environment of Connect-MgGraph by the name of the cloud; the commercial one is its default. */
const GRAPH_ENVIRONMENTS: Readonly<Record<string, string>> = {
  "gcc-high": "USGov",
  dod: "USGovDoD",
  "china-21vianet": "China",
};

/** The call that signs in, and the parameter by which it is told the cloud. */
const SIGN_IN: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [CONNECT, "TeamsEnvironmentName", TEAMS_ENVIRONMENTS],
  [CONNECT_EXCHANGE_ONLINE, "ExchangeEnvironmentName", EXCHANGE_ENVIRONMENTS],
  [CONNECT_GRAPH, "Environment", GRAPH_ENVIRONMENTS],
];

/** What is typed in a shell before its first step, in the cloud of the tenant. */
export function openingLines(shell: Shell, cloud: string): string[] {
  return shellFacts(shell).opening.map((line) => {
    const [, parameter, environments] = SIGN_IN.find(([call]) => call === line) ?? [];
    const environment = environments?.[cloud];
    return environment === undefined ? line : `${line} -${parameter} ${environment}`;
  });
}

/** From Skype for Business Server 2015 on, module and management shell have the new product's name. */
const TITLE_BY_MODULE: Readonly<Record<string, string>> = {
  SkypeForBusiness: "Skype for Business Server Management Shell",
};

/**
 * Whether the cmdlets of a shell are called without a module before them. The Exchange Management Shell is a remote session:
 * its cmdlets are functions of a temporary module with a name made up at sign-in (tmp_ and eight letters), which no script can
 * know. Exchange Online does the same (tmpEXO_ and a random name). The cmdlets of SharePoint are in the snap-in
 * Microsoft.SharePoint.PowerShell up to 2019, and in the module SharePointServer in Subscription Edition. What protects from a cmdlet of the same name of another product is then the controller: every cmdlet of the runbook
 * must be there exactly once, and in the module that brought the marker.
 */
export function isUnqualified(shell: Shell): boolean {
  return [Shell.EXCHANGE, Shell.EXCHANGE_ONLINE, Shell.SHAREPOINT].includes(shell);
}

/** @param module that owns the cmdlets, where the title of the shell depends on it */
export function shellFacts(shell: Shell, module = ""): ShellFacts {
  const facts = FACTS[shell] ?? { title: shell, marker: undefined, actor: shell, opening: [] };
  return { ...facts, title: TITLE_BY_MODULE[module] ?? facts.title };
}
