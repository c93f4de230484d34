// A resource forest with Skype for Business Server 2015 for two account forests, and an acquired company that is not hybrid yet.
import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  AccessEdge,
  CoexistenceMode,
  EdgeFederation,
  EdgePool,
  ExternalAccessPolicy,
  FederationPolicy,
  FrontEndPool,
  HybridDeployment,
  OnlineExternalAccessPolicy,
  OnlineSipDomain,
  OnlineTenant,
  ServerVersion,
  SharedAddressSpace,
  SipDomain,
  TenantCoexistence,
  TenantFederation,
} from "cdktf-lync-hybrid";

const app = new App();
const stack = new TerraformStack(app, "contoso-group");
new LocalBackend(stack, { path: "../../../terraform.contoso-group.tfstate" });
const hybrid = new HybridDeployment(stack, "hybrid", { deployed: "examples/deployed/contoso-group.json" });

const pool1 = new FrontEndPool(hybrid, "pool1", {
  fqdn: "pool1.res.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2015,
  build: "6.0.9319.619",
  homedUsers: 2400,
});
const edge1 = new EdgePool(hybrid, "edge1", {
  fqdn: "edge1.res.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2015,
  build: "6.0.9319.619",
  accessEdge: AccessEdge.of("sip.emea.contoso.com", "203.0.113.40"),
  nextHop: pool1,
});

// Each account forest has its own SIP domain; people sign in with it wherever they are homed.
const domains = [
  new SipDomain(hybrid, "emea", { name: "emea.contoso.com", isDefault: true }),
  new SipDomain(hybrid, "fabrikam", { name: "fabrikam.com" }),
];
const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contosogroup.onmicrosoft.com");
new TenantCoexistence(hybrid, "coexistence", { tenant, mode: CoexistenceMode.SFB_WITH_TEAMS_COLLAB });

// Adatum was bought with servers of its own. Only one forest may be hybrid at a time: until its turn comes its domain is shut
// out online, and it stays a federated partner.
OnlineSipDomain.disabled(hybrid, "adatum-online", {
  tenant,
  domain: "adatum.com",
  acceptDataLoss: "nobody of adatum.com has ever been homed in the tenant; checked with the owner of adatum.local",
});
const partners = FederationPolicy.closed({ allowed: ["adatum.com"] });
const edge = new EdgeFederation(hybrid, "edge", { edgePool: edge1, policy: partners });
const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
new ExternalAccessPolicy(hybrid, "external-access");
new OnlineExternalAccessPolicy(hybrid, "online-external-access", { tenant });
new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains });

app.synth();
