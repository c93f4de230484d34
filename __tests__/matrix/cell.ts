import { TerraformStack } from "cdktf";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  AccessEdge,
  ArchivedContent,
  CloudTrust,
  EdgeFederation,
  EdgePool,
  ExchangeArchiving,
  ExchangeConnection,
  ExchangeOnline,
  ExchangeOnPremises,
  ExchangeTrust,
  ExchangeVersion,
  ExternalAccessPolicy,
  FederationPolicy,
  FrontEndPool,
  HostedVoicemail,
  HybridDeployment,
  OAuthCertificate,
  OnlineExternalAccessPolicy,
  OnlineTenant,
  OutlookWebMessaging,
  OutlookWebTrust,
  ServerVersion,
  SharedAddressSpace,
  SharedPrincipal,
  SharePointDiscovery,
  SharePointOnline,
  SharePointServer,
  SharePointVersion,
  SipDomain,
  SkillSearch,
  TenantFederation,
  UnifiedContactStore,
} from "../../lib";
import { integrationSupport } from "../../lib/features/integration-support";
import { baselineText, EMPTY_BASELINE } from "../../lib/runbook/baseline";
import { temporaryFolder } from "../instruments/contoso";
import { OLD_CERTIFICATE } from "../instruments/exchange";
import { CERTIFICATE, TENANT_ID } from "../trust/trusted-deployment";

/** One combination that a company can have. */
export interface Cell {
  readonly server: ServerVersion;
  readonly mailbox: ExchangeVersion;
  /** Undefined: SharePoint Online. */
  readonly sharePoint: SharePointVersion | undefined;
}

const SERVERS = [
  ServerVersion.LYNC_2013,
  ServerVersion.SKYPE_FOR_BUSINESS_2015,
  ServerVersion.SKYPE_FOR_BUSINESS_2019,
  ServerVersion.SKYPE_FOR_BUSINESS_SUBSCRIPTION_EDITION,
];
const MAILBOXES = [
  ExchangeVersion.EXCHANGE_2013,
  ExchangeVersion.EXCHANGE_2016,
  ExchangeVersion.EXCHANGE_2019,
  ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION,
  ExchangeVersion.EXCHANGE_ONLINE,
];
const SHAREPOINTS = [
  SharePointVersion.SHAREPOINT_2013,
  SharePointVersion.SHAREPOINT_2016,
  SharePointVersion.SHAREPOINT_2019,
  SharePointVersion.SHAREPOINT_SUBSCRIPTION_EDITION,
  undefined,
];

/** Every combination of server, mailbox and SharePoint. */
export const CELLS: readonly Cell[] = SERVERS.flatMap((server) =>
  MAILBOXES.flatMap((mailbox) => SHAREPOINTS.map((sharePoint) => ({ server, mailbox, sharePoint }))),
);

/** Five that hold every mailbox and every SharePoint once, and every server. */
export const DIAGONAL: readonly Cell[] = MAILBOXES.map((mailbox, index) => ({
  server: SERVERS[index % SERVERS.length] ?? ServerVersion.SKYPE_FOR_BUSINESS_2019,
  mailbox,
  sharePoint: SHAREPOINTS[index],
}));

export function nameOf({ server, mailbox, sharePoint }: Cell): string {
  return [server.productName, mailbox.productName, sharePoint?.productName ?? "SharePoint Online"].join(", ");
}

export function supportOf({ server, mailbox, sharePoint }: Cell): ReturnType<typeof integrationSupport> {
  return integrationSupport(server.productName, mailbox.productName, sharePoint?.productName ?? "SharePoint Online");
}

interface Ground {
  readonly hybrid: HybridDeployment;
  readonly pool: FrontEndPool;
  readonly tenant: OnlineTenant;
  readonly edge: EdgeFederation;
  readonly certificate: OAuthCertificate;
  readonly has: (feature: string) => boolean;
}

/** Everything that the documents support of a cell, and nothing that they refuse or do not name. */
export function declareCell(stack: TerraformStack, cell: Cell): void {
  const supported = supportOf(cell).features.filter(({ support }) => support.documented === "supported");
  const names: ReadonlySet<string> = new Set(supported.map(({ feature }) => feature.id));
  const ground = { ...declareGround(stack, cell.server), has: (feature: string) => names.has(feature) };
  const connection = cell.mailbox === ExchangeVersion.EXCHANGE_ONLINE ? online(ground) : onPremises(ground, cell);
  const { hybrid, pool } = ground;
  if (ground.has("contact-store")) new UnifiedContactStore(hybrid, "contacts", { connection, allowed: true });
  const archiving = ground.has("archive")
    ? new ExchangeArchiving(hybrid, "archive", { connection, pool, content: ArchivedContent.IM_ONLY })
    : undefined;
  declareSharePoint(ground, cell, archiving);
}

function declareGround(stack: TerraformStack, version: ServerVersion): Omit<Ground, "has"> {
  const deployed = join(temporaryFolder(), "baseline.json");
  writeFileSync(deployed, baselineText(EMPTY_BASELINE));
  const hybrid = new HybridDeployment(stack, "hybrid", { deployed });
  const build = version.minimumBuild === undefined ? {} : { build: version.minimumBuild };
  const pool = new FrontEndPool(hybrid, "pool", { fqdn: "pool01.contoso.local", version, ...build, homedUsers: 60 });
  const accessEdge = AccessEdge.of("sip.contoso.com", "203.0.113.10");
  const edgePool = new EdgePool(hybrid, "edge01", {
    fqdn: "edge01.contoso.local",
    version,
    ...build,
    accessEdge,
    nextHop: pool,
  });
  const contoso = new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
  const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
  const policy = FederationPolicy.closed({ allowed: ["fabrikam.com"] });
  const edge = new EdgeFederation(hybrid, "edge", { edgePool, policy });
  const federation = new TenantFederation(hybrid, "federation", { tenant, matching: edge });
  new SharedAddressSpace(hybrid, "shared", { edge, online: federation, domains: [contoso] });
  new ExternalAccessPolicy(hybrid, "access");
  new OnlineExternalAccessPolicy(hybrid, "online-access", { tenant });
  const certificate = new OAuthCertificate(hybrid, "oauth", { certificate: CERTIFICATE });
  return { hybrid, pool, tenant, edge, certificate };
}

function online({ hybrid, tenant, edge, certificate, has }: Ground): ExchangeConnection {
  const trust = new CloudTrust(hybrid, "cloud-trust", {
    certificate,
    tenant,
    tenantId: TENANT_ID,
    webServices: ["webext.contoso.com"],
    sharedPrincipal: SharedPrincipal.accepted("The matrix walks it."),
    mailboxesOnlineOnly: true,
  });
  const exchangeOnline = new ExchangeOnline(hybrid, "exchange-online", { edge, tenant });
  if (has("voicemail")) new HostedVoicemail(hybrid, "voicemail", { exchangeOnline });
  return ExchangeConnection.online(hybrid, "connection", trust);
}

function onPremises({ hybrid, pool, certificate, has }: Ground, { mailbox }: Cell): ExchangeConnection {
  const exchange = new ExchangeOnPremises(hybrid, "exchange", { version: mailbox, servers: ["ex01.contoso.local"] });
  const autodiscoverUrl = "https://autodiscover.contoso.com/autodiscover/autodiscover.svc";
  const trust = new ExchangeTrust(hybrid, "exchange-trust", { certificate, pool, autodiscoverUrl, exchange });
  if (has("web-presence")) {
    const certificateThumbprint = OLD_CERTIFICATE;
    const is2013 = mailbox === ExchangeVersion.EXCHANGE_2013;
    const known = is2013 ? { trust: OutlookWebTrust.unifiedMessaging() } : {};
    new OutlookWebMessaging(hybrid, "owa", { exchange, pool, certificateThumbprint, ...known });
  }
  return ExchangeConnection.onPremises(hybrid, "connection", { trust, exchange });
}

function declareSharePoint(ground: Ground, { sharePoint }: Cell, archiving: ExchangeArchiving | undefined): void {
  const { hybrid, tenant, has } = ground;
  if (sharePoint === undefined) {
    new SharePointOnline(hybrid, "sharepoint-online", { tenant });
    return;
  }
  const url = "https://portal.contoso.com";
  const portal = new SharePointServer(hybrid, "portal", { version: sharePoint, url });
  if (has("skill-search")) {
    new SkillSearch(hybrid, "skills", { sharePoint: portal, searchInternal: `${url}/_vti_bin/search.asmx` });
  }
  if (!has("discovery") || archiving === undefined) return;
  new SharePointDiscovery(hybrid, "discovery", {
    sharePoint: portal,
    archiving,
    autodiscover: "autodiscover.contoso.com",
    exchangeServer: "ex01.contoso.local",
    investigator: "investigator",
  });
}
