// One Lync Server 2013 Standard Edition server, one Edge, one SIP domain, open federation. 60 people, 10 of them move first.
import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  AccessEdge,
  CoexistenceMode,
  EdgeFederation,
  EdgePool,
  ExternalAccessPolicy,
  FederationPolicy,
  FrontEndPool,
  HostingProvider,
  HybridDeployment,
  LicenceGroup,
  OnlineExternalAccessPolicy,
  OnlineTenant,
  ReverseProxy,
  ServerVersion,
  SharedAddressSpace,
  SipDomain,
  TenantCoexistence,
  TenantFederation,
} from "cdktf-lync-hybrid";

const app = new App();
const stack = new TerraformStack(app, "contoso-small");
new LocalBackend(stack, { path: "../../../terraform.contoso-small.tfstate" });
const hybrid = new HybridDeployment(stack, "hybrid", { deployed: "examples/deployed/contoso-small.json" });

// The servers, as they stand.
const lync01 = new FrontEndPool(hybrid, "lync01", {
  fqdn: "lync01.contoso.local",
  version: ServerVersion.LYNC_2013,
  build: "5.0.8308.1182",
  homedUsers: 60,
});
const edge01 = new EdgePool(hybrid, "edge01", {
  fqdn: "edge01.contoso.local",
  version: ServerVersion.LYNC_2013,
  build: "5.0.8308.1182",
  accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
  nextHop: lync01,
});
new ReverseProxy(hybrid, "proxy", {
  address: "203.0.113.20",
  names: ["lyncdiscover.contoso.com", "meet.contoso.com", "dialin.contoso.com", "lyncweb.contoso.com"],
});

const contoso = new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");

// People on-premises keep Skype for Business until they move; Teams is for collaboration only until then.
new TenantCoexistence(hybrid, "coexistence", { tenant, mode: CoexistenceMode.SFB_WITH_TEAMS_COLLAB });

// Everybody may talk to us, except whom we block.
const partners = FederationPolicy.open({ blocked: ["blocked.example"] });
const edge = new EdgeFederation(hybrid, "edge", { edgePool: edge01, policy: partners });
const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
new ExternalAccessPolicy(hybrid, "external-access");
new OnlineExternalAccessPolicy(hybrid, "online-external-access", { tenant });

// Voice mail of Exchange Online has a provider of its own: it exists, and stays as it is.
HostingProvider.fromIdentity(hybrid, "exchange-online", {
  identity: "Exchange Online",
  proxyFqdn: "exap.um.outlook.com",
});
new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains: [contoso] });

new LicenceGroup(hybrid, "pilot", {
  displayName: "contoso-small-pilot",
  description: "The ten people who move first: members receive Teams and Skype for Business Online (Plan 2) licences.",
});

app.synth();
