import { DeploymentModel } from "../../lib/model/deployment-model";
import { RULES } from "../../lib/rules";
import {
  contosoModel,
  EDGE_FEDERATION,
  EDGE_POOL,
  OF_2015,
  OF_2019,
  POOL,
  PROVIDER,
  SHARED_SPACE,
  SIP_DOMAIN,
  TENANT,
  TENANT_FEDERATION,
} from "./model-fixture";

type Changes = Partial<DeploymentModel>;
const MANY = Array.from({ length: 4001 }, (_, index) => `partner${index}.example`);
const second = { ...POOL, fqdn: "pool02.contoso.local" };

/** A deployment that breaks the rule, and what whoever reads the finding does next. */
const MOVES: readonly (readonly [string, Changes, string])[] = [
  [
    "HYB-TOP-006",
    { frontEndPools: [POOL, { ...second, ...OF_2015 }], edgePools: [{ ...EDGE_POOL, ...OF_2019 }] },
    "Move the people off the oldest version and retire its servers before you go hybrid; two of 2013, 2015 and 2019 may stand beside each other.",
  ],
  [
    "HYB-SSA-030",
    { edgeFederations: [] },
    "Declare EdgeFederation, TenantFederation and SharedAddressSpace in the same HybridDeployment.",
  ],
  [
    "HYB-SSA-030",
    { sharedAddressSpaces: [] },
    "Declare a SharedAddressSpace with this provider, or take the provider back.",
  ],
  [
    "HYB-TOP-011",
    { edgePools: [{ ...EDGE_POOL, nextHop: "pool01.fabrikam.local" }] },
    "Declare the FrontEndPool or Director pool01.fabrikam.local in the same HybridDeployment, or name another next hop.",
  ],
  [
    "HYB-FED-011",
    { edgePools: [{ ...EDGE_POOL, federation: false }] },
    "Pass the EdgePool of the federation route, declared in the same HybridDeployment.",
  ],
  [
    "HYB-TOP-012",
    { frontEndPools: [POOL, { ...second, ...OF_2019 }] },
    "Deploy Skype for Business Server 2019 there first; people may stay on the older pools.",
  ],
  [
    "HYB-SIP-004",
    { sipDomains: [SIP_DOMAIN, { ...SIP_DOMAIN, name: "contoso.onmicrosoft.com" }] },
    "Give the people SIP addresses in a domain of your own and declare that one.",
  ],
  ["HYB-SSA-025", { hostingProviders: [PROVIDER, { ...PROVIDER, identity: "Other" }] }, "Declare the provider once."],
  [
    "HYB-TEN-001",
    { tenants: [TENANT, { ...TENANT, initialDomain: "fabrikam.onmicrosoft.com" }] },
    "Keep the one that the people move to; another tenant needs servers, a stack and a deployment of its own.",
  ],
  ["HYB-FED-021", { edgeFederations: [{ ...EDGE_FEDERATION, blocked: ["contoso.com"] }] }, 'Remove it from "blocked".'],
  [
    "HYB-SSA-101",
    { sharedAddressSpaces: [{ ...SHARED_SPACE, domains: ["fabrikam.com"] }] },
    "Declare the SipDomain in the same HybridDeployment, or leave it out of `domains`.",
  ],
  [
    "HYB-FED-023",
    { tenantFederations: [{ ...TENANT_FEDERATION, allowed: MANY }] },
    "Shorten the list on both sides, or open the federation.",
  ],
];

describe("a finding says the next move", () => {
  test.each(MOVES)("%s", (id, changes, move) => {
    const rule = RULES.find((candidate) => candidate.id === id);
    expect(rule?.check(contosoModel(changes)).map(({ fix }) => fix)).toContain(move);
  });
});
