import { SignInFact, TenantFact } from "../model/deployment-model";
import { Bag, PsValue } from "./ps-value";
import { CloudShell } from "./sign-in";

/** The one call that signs in, as data: page, index and controller are made from it. */
export interface ConnectCall {
  readonly module: string;
  readonly cmdlet: string;
  readonly parameters: Bag;
  readonly switches: readonly string[];
  /** Oldest version of the module that takes this; undefined where no document gives one. */
  readonly minimum: string | undefined;
  /** Cmdlet without its module that answers when, and only when, there is a session. */
  readonly question: string;
  /** Cmdlets, as the document writes them, that such a session cannot run. */
  readonly cannotRun: readonly string[];
  /** Facts that no document confirmed. */
  readonly unverified: readonly string[];
}

interface ShellRow {
  readonly module: string;
  readonly cmdlet: string;
  readonly question: string;
  /** Parameter and value by the name of the cloud. The commercial cloud has none. */
  readonly environment: readonly [string, Readonly<Record<string, string>>];
  readonly certificate: (fact: SignInFact, tenant: TenantFact) => Bag;
  readonly identity: (tenant: TenantFact) => { readonly parameters: Bag; readonly switches: readonly string[] };
  /** What every unattended sign-in of the shell has besides. */
  readonly quiet: { readonly parameters: Bag; readonly switches: readonly string[] };
  readonly minimum: (mode: string, cloud: string) => string | undefined;
  readonly cannotRun: readonly string[];
}

const TEAMS_CANNOT = [
  "New-Team",
  "*-CsOnlineApplicationInstance",
  "*PolicyPackage*",
  "*-CsTeamsShiftsConnection*",
  "*-CsBatchTeamsDeployment*",
  "[Get|Set]-CsTeamsSettingsCustomApp",
  "Get-MultiGeoRegion",
];

const NO_QUIET = { parameters: {}, switches: [] };

function given(value: PsValue | undefined): PsValue {
  return value ?? "";
}

const ROWS: Readonly<Record<CloudShell, ShellRow>> = {
  // Connect-MicrosoftTeams, "Application-based authentication in Teams PowerShell Module"
  teams: {
    module: "MicrosoftTeams",
    cmdlet: "Connect-MicrosoftTeams",
    question: "Get-CsTenant",
    environment: ["TeamsEnvironmentName", { "gcc-high": "TeamsGCCH", dod: "TeamsDOD", "china-21vianet": "TeamsChina" }],
    certificate: ({ application, tenantId, thumbprint }) => ({
      ApplicationId: given(application),
      CertificateThumbprint: given(thumbprint),
      TenantId: given(tenantId),
    }),
    identity: () => ({ parameters: {}, switches: ["Identity"] }),
    quiet: NO_QUIET,
    minimum: (mode, cloud) => (mode === "managed-identity" ? "5.8.1" : cloud === "commercial" ? "4.7.1" : "5.0.1"),
    cannotRun: TEAMS_CANNOT,
  },
  // Connect-MgGraph
  graph: {
    module: "Microsoft.Graph.Authentication",
    cmdlet: "Connect-MgGraph",
    question: "Get-MgContext",
    environment: ["Environment", { "gcc-high": "USGov", dod: "USGovDoD", "china-21vianet": "China" }],
    certificate: ({ application, tenantId, thumbprint }) => ({
      CertificateThumbprint: given(thumbprint),
      ClientId: given(application),
      TenantId: given(tenantId),
    }),
    identity: () => ({ parameters: {}, switches: ["Identity"] }),
    quiet: { parameters: {}, switches: ["NoWelcome"] },
    minimum: () => undefined,
    cannotRun: [],
  },
  // Connect-ExchangeOnline, "App-only authentication for unattended scripts"
  "exchange-online": {
    module: "ExchangeOnlineManagement",
    cmdlet: "Connect-ExchangeOnline",
    question: "Get-ConnectionInformation",
    environment: [
      "ExchangeEnvironmentName",
      { "gcc-high": "O365USGovGCCHigh", dod: "O365USGovDoD", "china-21vianet": "O365China" },
    ],
    certificate: ({ application, thumbprint }, { initialDomain }) => ({
      AppId: given(application),
      CertificateThumbprint: given(thumbprint),
      Organization: initialDomain,
    }),
    identity: ({ initialDomain }) => ({ parameters: { Organization: initialDomain }, switches: ["ManagedIdentity"] }),
    quiet: { parameters: { ShowBanner: false }, switches: [] },
    minimum: (mode) => (mode === "managed-identity" ? "3.0.0" : "2.0.3"),
    cannotRun: [],
  },
};

/** How a shell is signed in to without a person; undefined where a person does it. */
export function connectCall(shell: string, tenant: TenantFact | undefined): ConnectCall | undefined {
  const fact = tenant?.signIns?.find((candidate) => candidate.shell === shell);
  if (tenant === undefined || fact === undefined || fact.mode === "interactive" || fact.shell === "move")
    return undefined;
  const row = ROWS[fact.shell];
  const [environment, names] = row.environment;
  const name = names[tenant.cloud];
  const own =
    fact.mode === "certificate" ? { parameters: row.certificate(fact, tenant), switches: [] } : row.identity(tenant);
  const switchUnsure = fact.shell === "teams" && name !== undefined;
  return {
    module: row.module,
    cmdlet: row.cmdlet,
    parameters: { ...own.parameters, ...(name === undefined ? {} : { [environment]: name }), ...row.quiet.parameters },
    switches: [...own.switches, ...row.quiet.switches],
    minimum: row.minimum(fact.mode, tenant.cloud),
    question: row.question,
    cannotRun: row.cannotRun,
    unverified: switchUnsure
      ? [`that ${row.cmdlet} takes -${environment} with a certificate: its page lists it for people`]
      : [],
  };
}
