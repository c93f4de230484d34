// A simulated deployment: a state file, a log of the calls, and the shells that work on them.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ExchangeOnlineState, SharePointState } from "./integration-states";
import { runScript, type RunOptions, type RunResult, type SimulatedModule } from "./powershell";

export type Seed = "nothing" | "foreign" | "right";
export type Shell = "lync" | "teams" | "exchange" | "exchange-online" | "sharepoint" | "graph" | "by-hand";
/** Version of the simulated servers: it decides the module of the shell `lync` and the parameters it knows. */
export type SimulatedServer = "lync2013" | "sfb2015" | "sfb2019";

function shellModules(shell: Shell, server: SimulatedServer): readonly SimulatedModule[] {
  if (shell === "teams") return ["MicrosoftTeams"];
  if (shell === "exchange") return ["tmp_exchange"];
  if (shell === "graph") return ["Microsoft.Graph.Authentication", "Microsoft.Graph.Applications"];
  if (shell === "sharepoint") return ["SharePointServer"];
  if (shell === "exchange-online") return ["tmpEXO_simulated"];
  if (shell === "by-hand") return [];
  return [server === "lync2013" ? "Lync" : "SkypeForBusiness"];
}

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

export type HostingProvider = {
  Identity: string;
  Name: string;
  ProxyFqdn: string;
  Enabled: boolean;
  EnabledSharedAddressSpace: boolean;
  HostsOCSUsers: boolean;
  IsLocal: boolean;
  VerificationLevel: string;
  AutodiscoverUrl: string | null;
};
export type AllowedDomain = {
  Identity: string;
  Domain: string;
  ProxyFqdn: string | null;
  Comment: string;
  MarkForMonitoring: boolean;
  /** Skype for Business Server only. */
  VerificationLevel?: string;
};
export type BlockedDomain = { Identity: string; Domain: string; Comment: string };
export type SipDomainState = {
  Identity: string;
  Name: string;
  IsDefault: boolean;
  /** Until Enable-CsTopology ran. */
  pending?: boolean;
};
export type SiteState = {
  Identity: string;
  Name: string;
  /** Such as EdgeServer:edge01.contoso.local. */
  FederationRoute: string | null;
};
export type ExternalAccessPolicyState = {
  Identity: string;
  EnableFederationAccess: boolean;
  EnableOutsideAccess: boolean;
  [property: string]: JsonValue;
};
export type HostedVoicemailPolicyState = {
  /** Global, Site:<name> or Tag:<name>. */
  Identity: string;
  Description: string | null;
  Destination: string | null;
  Organization: string | null;
};
/** Policies and configurations that differ in their properties only. */
export type NamedSettingsState = { Identity: string; [property: string]: JsonValue };
/** As Active Directory holds it. */
export type SettingOverrideState = {
  Name: string;
  ComponentName: string;
  SectionName: string;
  Parameters: string[];
  Reason: string;
  /** Empty: it counts for every server of the forest. */
  Server: string[];
  MinVersion: string | null;
  MaxVersion: string | null;
};
export type ExchangeState = {
  /** Short names; `refreshed` counts how often a server was told to read its settings. */
  servers: { Name: string; Fqdn: string; refreshed: number }[];
  overrides: SettingOverrideState[];
  /** Left out where the wizard never ran. */
  authServers?: { Name: string; ApplicationIdentifier: string | null; DomainName: string[] }[];
  /** Left out: there are none. */
  mailUsers?: ExchangeObjectState[];
  managementRoles?: ExchangeObjectState[];
  roleAssignments?: ExchangeObjectState[];
  partnerApplications?: ExchangeObjectState[];
  owaVirtualDirectories?: ExchangeObjectState[];
  owaMailboxPolicies?: ExchangeObjectState[];
  umDialPlans?: ExchangeObjectState[];
  umMailboxPolicies?: ExchangeObjectState[];
  umServices?: ExchangeObjectState[];
  umCallRouters?: ExchangeObjectState[];
  organization?: { Name: string; OAuth2ClientProfileEnabled: boolean };
};
/** As Graph holds it: bytes and thumbprint in Base64, moments in UTC. */
export type KeyCredentialState = {
  KeyId: string;
  CustomKeyIdentifier: string;
  DisplayName: string;
  StartDateTime: string;
  EndDateTime: string;
  Type: string;
  Usage: string;
  Key: string;
};
export type PrincipalState = {
  Id: string;
  AppId: string;
  AccountEnabled: boolean;
  ServicePrincipalNames: string[];
  KeyCredentials: KeyCredentialState[];
};
export type GraphState = {
  /** Null: nobody is signed in. */
  context: { TenantId: string; Account: string } | null;
  principals: PrincipalState[];
  /** Whether keys come back without their bytes even where they are asked for one by one. */
  withholdsKeyBytes?: boolean;
};
export type ExchangeObjectState = { Name: string; Identity: string; [property: string]: JsonValue };
export type SimulatorState = {
  /** Left out where nobody looks into the directory of the tenant. */
  graph?: GraphState;
  exchangeOnline: ExchangeOnlineState;
  /** Left out where nobody has a farm. */
  sharePoint?: SharePointState;
  /** Left out where nobody has Exchange. */
  exchange?: ExchangeState;
  sipDomains: SipDomainState[];
  sites: SiteState[];
  hostingProviders: HostingProvider[];
  allowedDomains: AllowedDomain[];
  blockedDomains: BlockedDomain[];
  accessEdge: { RoutingMethod: "UseDnsSrvRouting" | "UseDefaultRouting"; [property: string]: JsonValue };
  externalAccessPolicies: ExternalAccessPolicyState[];
  oAuthConfiguration: {
    ServiceName: string | null;
    ExchangeAutodiscoverUrl: string | null;
    [property: string]: JsonValue;
  };
  oAuthServers: Record<string, JsonValue>[];
  partnerApplications: Record<string, JsonValue>[];
  /** Thumbprints of the certificates with a private key in the computer store. */
  computerStore: string[];
  /** Certificates that are assigned, each with its use. */
  certificates: { Use: string; Thumbprint: string }[];
  hostedVoicemailPolicies: HostedVoicemailPolicyState[];
  userServicesPolicies: NamedSettingsState[];
  archivingConfigurations: NamedSettingsState[];
  archivingPolicies: NamedSettingsState[];
  clientPolicies: NamedSettingsState[];
  /** Left out: there are none. */
  trustedApplicationPools?: NamedSettingsState[];
  trustedApplications?: NamedSettingsState[];
  topology: { pending: boolean; enabled: number };
  /** After a write the replicas are not up to date for `readsAfterWrite` reads of the status, or until Invoke-. */
  replication: { replicas: string[]; readsAfterWrite: number; pending: number };
  pools: Record<string, JsonValue>[];
  services: Record<string, JsonValue>[];
  users: Record<string, JsonValue>[];
  tenant: {
    /** How domains come back: AllowList and Domain objects, a list of Domain objects, "Domain=a.com", "a.com". */
    form: "objects" | "domains" | "texts" | "names";
    info: Record<string, JsonValue>;
    federation: {
      AllowedDomains: { model: "Open" | "Closed"; entries: string[] };
      BlockedDomains: string[];
      AllowFederatedUsers: boolean;
      SharedSipAddressSpace: boolean;
      [property: string]: JsonValue;
    };
    externalAccessPolicies: ExternalAccessPolicyState[];
    sipDomains: { Name: string; Status: string }[];
    /** Where the lyncdiscover records point. @default "on-premises" */
    lyncdiscover?: "on-premises" | "cloud";
    users: Record<string, JsonValue>[];
  };
};

export type Call = {
  readonly n: number;
  readonly module: SimulatedModule;
  readonly command: string;
  /** A call that changes something, also when it failed; not with -WhatIf. */
  readonly write: boolean;
  readonly fault?: string;
  readonly parameters: Readonly<Record<string, JsonValue>>;
};

export type SimulatedRun = RunResult & { readonly calls: readonly Call[]; readonly writes: readonly Call[] };
export type SimulatedRunOptions = Omit<RunOptions, "modules" | "statePath" | "logPath"> & {
  /** Modules that were imported in the same session, after the shell's own. */
  readonly beside?: readonly SimulatedModule[];
};

const open = new Set<Simulator>();

export class Simulator {
  /** A temporary folder, gone after the last test of the file. */
  readonly folder = mkdtempSync(join(tmpdir(), "lync-hybrid-"));
  /** For -State of the controller; not created here. */
  readonly stateFolder = join(this.folder, "state");
  readonly statePath = join(this.folder, "deployment.json");
  readonly logPath = join(this.folder, "calls.jsonl");

  static from(seed: Seed | SimulatorState, { server = "lync2013" }: { server?: SimulatedServer } = {}): Simulator {
    const simulator = new Simulator(server);
    simulator.write(typeof seed === "string" ? Simulator.seed(seed) : seed);
    return simulator;
  }

  static seed(name: Seed): SimulatorState {
    return JSON.parse(readFileSync(join(__dirname, "simulator", "seeds", `${name}.json`), "utf8")) as SimulatorState;
  }

  private constructor(private readonly server: SimulatedServer) {
    open.add(this);
  }

  state(): SimulatorState {
    return JSON.parse(readFileSync(this.statePath, "utf8")) as SimulatorState;
  }

  /** As if somebody else had worked on the servers. */
  change(edit: (state: SimulatorState) => void): void {
    const state = this.state();
    edit(state);
    this.write(state);
  }

  calls(): readonly Call[] {
    if (!existsSync(this.logPath)) {
      return [];
    }
    const lines = readFileSync(this.logPath, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Call);
  }

  writes(): readonly Call[] {
    return this.calls().filter((call) => call.write);
  }

  /** Runs the controller of a runbook folder in one of its shells. */
  run(
    shell: Shell,
    scriptFolder: string,
    args: readonly string[] = [],
    options: SimulatedRunOptions = {},
  ): Promise<SimulatedRun> {
    return this.runScript(shell, join(scriptFolder, "Invoke-Runbook.ps1"), ["-Shell", shell, ...args], options);
  }

  async runScript(
    shell: Shell,
    script: string,
    args: readonly string[] = [],
    options: SimulatedRunOptions = {},
  ): Promise<SimulatedRun> {
    const before = this.calls().length;
    const { beside = [], ...others } = options;
    const result = await runScript(resolve(script), args, {
      cwd: this.folder,
      ...others,
      env: { ...(this.server === "lync2013" ? {} : { LYNC_SIM_VERSION: this.server }), ...others.env },
      modules: [...shellModules(shell, this.server), ...beside],
      statePath: this.statePath,
      logPath: this.logPath,
    });
    const calls = this.calls().slice(before);
    return { ...result, calls, writes: calls.filter((call) => call.write) };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
    open.delete(this);
  }

  private write(state: SimulatorState): void {
    writeFileSync(this.statePath, `${JSON.stringify(state, null, 2)}\n`);
  }
}

(globalThis as { afterAll?: (act: () => void) => void }).afterAll?.(() => {
  for (const simulator of [...open]) {
    simulator.dispose();
  }
});
