import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  AccessEdge,
  EdgeFederation,
  EdgePool,
  FederationPolicy,
  FrontEndPool,
  HybridDeployment,
  OnlineTenant,
  ServerVersion,
  SharedAddressSpace,
  SipDomain,
  TenantFederation,
} from "../../../lib";
import { poolNames, sipDomainNames } from "../topology-names";

/** One deployment of as many SIP domains, all shared, and Front End pools as asked: `node topology.js <domains> <pools>`. */
const [domainCount = "1", poolCount = "1"] = process.argv.slice(2);

const app = new App();
const stack = new TerraformStack(app, "contoso");
new LocalBackend(stack, { path: "../../../terraform.contoso.tfstate" });
const hybrid = new HybridDeployment(stack, "hybrid", { deployed: "deployed/contoso.json" });
const version = ServerVersion.SKYPE_FOR_BUSINESS_2019;
const build = "7.0.2046.385";
const pools = poolNames(Number(poolCount)).map(
  (name) => new FrontEndPool(hybrid, name, { fqdn: name, version, build, homedUsers: 250 }),
);
const [nextHop] = pools;
if (nextHop === undefined) throw new Error("a deployment has a pool");
const edgePool = new EdgePool(hybrid, "edge01", {
  fqdn: "edge01.contoso.local",
  version,
  build,
  accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
  nextHop,
});
const domains = sipDomainNames(Number(domainCount)).map(
  (name, index) => new SipDomain(hybrid, name, { name, isDefault: index === 0 }),
);
const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
const edge = new EdgeFederation(hybrid, "edge", {
  edgePool,
  policy: FederationPolicy.closed({ allowed: ["fabrikam.com"] }),
});
const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains });
app.synth();
