import { App, LocalBackend, TerraformStack } from "cdktf";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  AccessEdge,
  DirectPartner,
  EdgeFederation,
  EdgePool,
  ExchangeOnline,
  ExternalAccessPolicy,
  FederationPolicy,
  FrontEndPool,
  HostedVoicemail,
  HybridDeployment,
  LicenceGroup,
  ListMirror,
  OnlineExternalAccessPolicy,
  OnlineTenant,
  OnlineTenantProps,
  ServerVersion,
  SharePointServer,
  SharePointVersion,
  SharedAddressSpace,
  SipDomain,
  SkillSearch,
  TenantAdministration,
  TenantFederation,
  Undeclared,
} from "../../lib";
import { Baseline, baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";

/** How a test's deployment differs from main.ts. With `integrated` and nothing else it is main.ts. */
export interface ContosoOptions {
  readonly allowed?: readonly string[];
  readonly direct?: readonly (readonly [string, string])[];
  readonly blocked?: readonly string[];
  /** With Exchange Online and SharePoint, as main.ts has them; most tests are about something else. */
  readonly integrated?: boolean;
  readonly mirror?: ListMirror;
  /** Instead of the closed one of main.ts; the lists above count for nothing then. */
  readonly policy?: FederationPolicy;
  /** Whether people may federate, on both sides; left out, no external access policy is declared. */
  readonly mayFederate?: boolean;
  readonly accessEdgeAddress?: string;
  /** SIP domains beside contoso.com, shared as it is. */
  readonly otherSipDomains?: readonly string[];
  /** Identity of the hosting provider. */
  readonly provider?: string;
  /** Path of the certificate of the automation. @default - that of main.ts */
  readonly certificate?: string;
  /** Front End pools beside lync01.contoso.local. */
  readonly otherPools?: readonly string[];
  /** Without it the deployment shares no address space. */
  readonly shared?: boolean;
  /** `null`: not declared. */
  readonly homedUsers?: number | null;
  readonly baseline?: Baseline;
  /** Put before every construct id: a refactoring that changes no meaning. */
  readonly idPrefix?: string;
  /** Rooms that do not need each other are declared in another order. */
  readonly shuffled?: boolean;
  readonly groupDescription?: string;
  /** Of all servers. @default - Lync Server 2013 */
  readonly version?: ServerVersion;
  /** What happens to list entries that nobody declared, on both sides. @default - they block */
  readonly undeclared?: Undeclared;
  /** How the tenant is declared beyond its name. */
  readonly tenant?: (hybrid: HybridDeployment) => OnlineTenantProps;
  /** Step ids and reasons. */
  readonly released?: readonly (readonly [string, string])[];
}

export interface Synthesized {
  /** cdktf.out */
  readonly outdir: string;
  /** cdktf.out/stacks/contoso */
  readonly stackDir: string;
  /** cdktf.out/stacks/contoso/onprem */
  readonly onprem: string;
  /** What synthesis said on stderr. */
  readonly warnings: string;
}

const folders: string[] = [];

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lync-hybrid-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Synthesizes the deployment of main.ts, changed as asked, into a folder of its own. */
export function synthContoso(options: ContosoOptions = {}): Synthesized {
  const outdir = join(temporaryFolder(), "cdktf.out");
  mkdirSync(outdir);
  const app = new App({ outdir });
  declareContoso(new TerraformStack(app, "contoso"), options);
  const warnings = synthQuietly(app);
  const stackDir = join(outdir, "stacks", "contoso");
  return { outdir, stackDir, onprem: join(stackDir, "onprem"), warnings };
}

/** Synthesizes and returns what was said on stderr, instead of saying it in the middle of the test report. */
export function synthQuietly(app: App): string {
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  try {
    app.synth();
  } finally {
    stderr.mockRestore();
  }
  return said.join("");
}

export function declareContoso(stack: TerraformStack, options: ContosoOptions = {}): HybridDeployment {
  const id = (name: string): string => `${options.idPrefix ?? ""}${name}`;
  new LocalBackend(stack, { path: "../../../terraform.contoso.tfstate" });
  const hybrid = new HybridDeployment(stack, id("hybrid"), { deployed: baselineFile(options.baseline) });
  for (const [step, reason] of options.released ?? []) hybrid.release(step, reason);
  const group = (): void => {
    new LicenceGroup(hybrid, id("pilot"), {
      displayName: "contoso-hybrid-pilot",
      description:
        options.groupDescription ?? "Pilot of the move to Teams: members receive Teams and Phone System licences.",
    });
  };
  const administration = (): void => {
    new TenantAdministration(hybrid, id("automation"), {
      displayName: "contoso-hybrid-automation",
      certificate: options.certificate ?? resolve(__dirname, "../../deployed/contoso-hybrid-automation.pem"),
    });
  };
  if (options.shuffled === true) {
    group();
    const tenant = declareTenant(hybrid, id, options);
    const domain = sipDomain(hybrid, id);
    administration();
    federation(hybrid, id, options, domain, tenant);
  } else {
    const domain = sipDomain(hybrid, id);
    const tenant = declareTenant(hybrid, id, options);
    federation(hybrid, id, options, domain, tenant);
    administration();
    group();
  }
  return hybrid;
}

function declareTenant(hybrid: HybridDeployment, id: (name: string) => string, options: ContosoOptions): OnlineTenant {
  return OnlineTenant.fromInitialDomain(
    hybrid,
    id("tenant"),
    "contoso.onmicrosoft.com",
    options.tenant?.(hybrid) ?? {},
  );
}

function sipDomain(hybrid: HybridDeployment, id: (name: string) => string): SipDomain {
  return new SipDomain(hybrid, id("contoso-com"), { name: "contoso.com", isDefault: true });
}

function federation(
  hybrid: HybridDeployment,
  id: (name: string) => string,
  options: ContosoOptions,
  contoso: SipDomain,
  tenant: OnlineTenant,
): void {
  const homedUsers = options.homedUsers === null ? {} : { homedUsers: options.homedUsers ?? 60 };
  const version = options.version ?? ServerVersion.LYNC_2013;
  const pool = new FrontEndPool(hybrid, id("lync01"), {
    fqdn: "lync01.contoso.local",
    version,
    ...(version.minimumBuild === undefined ? {} : { build: version.minimumBuild }),
    ...homedUsers,
  });
  for (const fqdn of options.otherPools ?? []) new FrontEndPool(hybrid, id(fqdn), { fqdn, version });
  const edgePool = new EdgePool(hybrid, id("edge01"), {
    fqdn: "edge01.contoso.local",
    version,
    accessEdge: AccessEdge.of("sip.contoso.com", options.accessEdgeAddress ?? "203.0.113.10"),
    nextHop: pool,
  });
  const policy = options.policy ?? closedPolicy(options);
  const edge = new EdgeFederation(hybrid, id("edge"), { edgePool, policy });
  const online = new TenantFederation(hybrid, id("tenant-federation"), { tenant, matching: edge });
  const others = (options.otherSipDomains ?? []).map((name) => new SipDomain(hybrid, id(name), { name }));
  const domains = [contoso, ...others];
  const providerIdentity = options.provider === undefined ? {} : { providerIdentity: options.provider };
  if (options.shared ?? true) {
    new SharedAddressSpace(hybrid, id("shared-space"), { edge, online, domains, ...providerIdentity });
  }
  if (options.integrated === true) integration(hybrid, edge, tenant);
  if (options.mayFederate === undefined) return;
  new ExternalAccessPolicy(hybrid, id("access"), { federation: options.mayFederate });
  new OnlineExternalAccessPolicy(hybrid, id("online-access"), { tenant, federation: options.mayFederate });
}

function integration(hybrid: HybridDeployment, edge: EdgeFederation, tenant: OnlineTenant): void {
  new ExternalAccessPolicy(hybrid, "external-access");
  new OnlineExternalAccessPolicy(hybrid, "online-external-access", { tenant });
  const exchangeOnline = new ExchangeOnline(hybrid, "exchange-online", { edge, tenant });
  new HostedVoicemail(hybrid, "voicemail", { exchangeOnline });
  const url = "https://portal.contoso.com";
  const sharePoint = new SharePointServer(hybrid, "portal", { version: SharePointVersion.SHAREPOINT_2013, url });
  new SkillSearch(hybrid, "skill-search", {
    sharePoint,
    searchInternal: `${url}/_vti_bin/search.asmx`,
    centerInternal: `${url}/SearchCenter/Pages/PeopleResults.aspx`,
  });
}

function closedPolicy(options: ContosoOptions): FederationPolicy {
  const direct = options.direct ?? [["wingtip.com", "sip.wingtip.com"]];
  return FederationPolicy.closed({
    allowed: order(options, options.allowed ?? ["fabrikam.com"]),
    ...(direct.length === 0
      ? {}
      : { direct: order(options, direct).map(([of, proxy]) => DirectPartner.of(of, proxy)) }),
    blocked: order(options, options.blocked ?? ["tailspintoys.com"]),
    mirror: options.mirror ?? ListMirror.ENTRIES,
    undeclared: options.undeclared ?? Undeclared.BLOCK,
  });
}

function order<T>(options: ContosoOptions, of: readonly T[]): T[] {
  return options.shuffled === true ? [...of].reverse() : [...of];
}

function baselineFile(baseline: Baseline = EMPTY_BASELINE): string {
  const path = join(temporaryFolder(), "contoso.json");
  writeFileSync(path, baselineText(baseline));
  return path;
}
