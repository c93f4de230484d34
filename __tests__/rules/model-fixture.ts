import { DeploymentModel } from "../../lib/model/deployment-model";
import { Rule, Violation } from "../../lib/rules/rule";

/** The model of main.ts. Whatever is given takes the place of that part. */
export function contosoModel(overrides: Partial<DeploymentModel> = {}): DeploymentModel {
  return { ...topology(), ...federation(), ...integration(), ...overrides } as DeploymentModel;
}

/** A deployment that nothing was put into. */
export function emptyModel(overrides: Partial<DeploymentModel> = {}): DeploymentModel {
  const names = Object.keys(contosoModel());
  return { ...contosoModel(), ...Object.fromEntries(names.map((name) => [name, []])), ...overrides };
}

/** What one rule finds in the model of main.ts, changed as given. */
export function violations(rule: Rule, overrides: Partial<DeploymentModel> = {}): readonly Violation[] {
  return rule.check(contosoModel(overrides));
}

/** Only the sentences. */
export function messages(rule: Rule, overrides: Partial<DeploymentModel> = {}): string[] {
  return violations(rule, overrides).map(({ message }) => message);
}

export const POOL = {
  source: "contoso/hybrid/lync01",
  fqdn: "lync01.contoso.local",
  version: "Lync Server 2013",
  versionOrder: 1,
  build: "5.0.8308.1182",
  minimumBuild: "5.0.8308.1182",
  homedUsers: 60,
};

export const EDGE_POOL = {
  source: "contoso/hybrid/edge01",
  fqdn: "edge01.contoso.local",
  version: "Lync Server 2013",
  versionOrder: 1,
  build: undefined,
  minimumBuild: "5.0.8308.1182",
  accessEdgeFqdn: "sip.contoso.com",
  accessEdgeAddresses: ["203.0.113.10"],
  federation: true,
  nextHop: "lync01.contoso.local",
};

/** What a server of Skype for Business Server 2019 declares instead. */
export const OF_2019 = {
  version: "Skype for Business Server 2019",
  versionOrder: 3,
  build: "7.0.2046.385",
  minimumBuild: "7.0.2046.385",
};

export const OF_2015 = {
  version: "Skype for Business Server 2015",
  versionOrder: 2,
  build: "6.0.9319.619",
  minimumBuild: "6.0.9319.619",
};

export const OF_SUBSCRIPTION = {
  version: "Skype for Business Server Subscription Edition",
  versionOrder: 4,
  build: undefined,
  minimumBuild: undefined,
};

export const DIRECTOR = {
  source: "contoso/hybrid/dir01",
  fqdn: "dir01.contoso.local",
  version: "Lync Server 2013",
  versionOrder: 1,
  build: "5.0.8308.1182",
  minimumBuild: "5.0.8308.1182",
};

export const SITE = { source: "contoso/hybrid/hq", siteId: "HQ", federationRoute: "edge01.contoso.local" };

export const SIP_DOMAIN = { source: "contoso/hybrid/contoso-com", name: "contoso.com", isDefault: true };

export const TENANT = {
  source: "contoso/hybrid/tenant",
  initialDomain: "contoso.onmicrosoft.com",
  cloud: "commercial",
};

export const EDGE_FEDERATION = {
  source: "contoso/hybrid/edge",
  edgePool: "edge01.contoso.local",
  mode: "closed" as const,
  allowed: [
    { domain: "fabrikam.com", proxyFqdn: undefined },
    { domain: "wingtip.com", proxyFqdn: "sip.wingtip.com" },
  ],
  blocked: ["tailspintoys.com"],
};

export const TENANT_FEDERATION = {
  source: "contoso/hybrid/tenant-federation",
  tenant: "contoso.onmicrosoft.com",
  mode: "closed" as const,
  allowed: ["fabrikam.com", "wingtip.com"],
  blocked: ["tailspintoys.com"],
};

export const PROVIDER = {
  source: "contoso/hybrid/shared-space",
  identity: "Office365",
  proxyFqdn: "sipfed.online.lync.com",
  purpose: "hybrid" as const,
};

export const SHARED_SPACE = {
  source: "contoso/hybrid/shared-space",
  tenant: "contoso.onmicrosoft.com",
  edgePool: "edge01.contoso.local",
  provider: "Office365",
  domains: ["contoso.com"],
};

/** What the baseline holds once the shared address space was applied. */
export const DEPLOYED_SPACE = [
  { id: "CsHostingProvider/Office365", noun: "CsHostingProvider", identity: "Office365", after: [] },
  {
    id: "CsTenantFederationConfiguration/Global/shared-sip-address-space",
    noun: "CsTenantFederationConfiguration",
    identity: "Global",
    after: ["CsHostingProvider/Office365", "cms-replication/edge01.contoso.local"],
  },
];

/** Who may use federation, on both sides. */
export const MAY_FEDERATE = {
  externalAccessPolicies: (["on-premises", "online"] as const).map((side) => ({
    source: `contoso/hybrid/${side}-policy`,
    side,
    identity: "Global",
    federation: true,
    outside: true,
  })),
};

/** What a deployment that is joined with Exchange Online declares, with its global voicemail policy. */
export const EXCHANGE_PROVIDER = {
  source: "contoso/hybrid/exchange-online",
  identity: "Exchange Online",
  proxyFqdn: "exap.um.outlook.com",
  purpose: "exchange-online" as const,
};

export const EXCHANGE_ONLINE = {
  source: "contoso/hybrid/exchange-online",
  tenant: "contoso.onmicrosoft.com",
  edgePool: "edge01.contoso.local",
  provider: "Exchange Online",
  destination: "exap.um.outlook.com",
};

export const VOICEMAIL_POLICY = {
  source: "contoso/hybrid/voicemail",
  identity: "Global",
  destination: "exap.um.outlook.com",
  organizations: ["contoso.onmicrosoft.com"],
  mailboxes: ["Exchange Online"],
  pools: undefined,
};

export const EXCHANGE = {
  source: "contoso/hybrid/exchange",
  exchange: "Exchange Server 2013",
  exchangeOrder: 2013,
  by: "the messaging team",
};

export const CONTACT_STORE = {
  source: "contoso/hybrid/ucs",
  connection: "contoso/hybrid/exchange",
  allowed: true,
  pilotPolicy: undefined,
};

/** In one forest. */
export const ARCHIVE = {
  source: "contoso/hybrid/archive",
  connection: "contoso/hybrid/exchange",
  content: "ImOnly",
  inExchange: true,
  forests: "same" as const,
  userPolicy: undefined,
  synchronizedAttributes: [],
};

export const SHAREPOINT = {
  source: "contoso/hybrid/portal",
  version: "SharePoint Server 2013",
  url: "https://portal.contoso.local",
};

export const SKILL_SEARCH = {
  source: "contoso/hybrid/skills",
  sharePoint: "https://portal.contoso.local",
  urls: ["https://portal.contoso.local/_vti_bin/search.asmx"],
};

export const FARM = {
  source: "contoso/hybrid/wac",
  fqdn: "wac.contoso.local",
  discoveryUrl: "https://wac.contoso.local/hosting/discovery/",
  pools: ["lync01.contoso.local"],
};

/** Overrides by which nothing is shared any more. */
export const NOT_SHARED = { hostingProviders: [], sharedAddressSpaces: [] };

function topology(): Partial<DeploymentModel> {
  return {
    frontEndPools: [POOL],
    edgePools: [EDGE_POOL],
    directors: [],
    sites: [],
    reverseProxies: [],
    sipDomains: [SIP_DOMAIN],
    tenants: [TENANT],
    onlineSipDomains: [],
    coexistenceModes: [],
  };
}

function federation(): Partial<DeploymentModel> {
  return {
    externalAccessPolicies: [],
    edgeFederations: [EDGE_FEDERATION],
    tenantFederations: [TENANT_FEDERATION],
    hostingProviders: [PROVIDER],
    exchanges: [],
    outlookWebMessagings: [],
    sharedAddressSpaces: [SHARED_SPACE],
    sharedAddressSpacesElsewhere: [],
    oauthCertificates: [],
    exchangeTrusts: [],
    cloudTrusts: [],
    exchangeHybridApplications: [],
    exchangeCloudTrusts: [],
    unifiedMessagings: [],
    modernAuthentications: [],
    exchangeOnlines: [],
    hostedVoicemailPolicies: [],
    people: [],
    baselines: [{ source: "contoso/hybrid" }],
    deployed: [],
  };
}

function integration(): Partial<DeploymentModel> {
  return {
    exchangeConnections: [],
    contactStores: [],
    exchangeArchives: [],
    sharePointServers: [],
    sharePointOnlines: [],
    sharePointDiscoveries: [],
    skillSearches: [],
    officeWebAppsFarms: [],
  };
}
