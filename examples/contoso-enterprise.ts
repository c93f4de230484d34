// Three pools of two versions, a Director, two Edge pools, two sites, three SIP domains, closed federation.
import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  AccessEdge,
  CoexistenceMode,
  DirectPartner,
  Director,
  EdgeFederation,
  EdgePool,
  ExternalAccessPolicy,
  FederationPolicy,
  FrontEndPool,
  HybridDeployment,
  LicenceGroup,
  OnlineExternalAccessPolicy,
  OnlineTenant,
  ServerVersion,
  SharedAddressSpace,
  SipDomain,
  Site,
  TenantCoexistence,
  TenantFederation,
} from "cdktf-lync-hybrid";

const BUILD_2019 = "7.0.2046.385"; // Cumulative Update 6

const app = new App();
const stack = new TerraformStack(app, "contoso-enterprise");
new LocalBackend(stack, { path: "../../../terraform.contoso-enterprise.tfstate" });
const hybrid = new HybridDeployment(stack, "hybrid", { deployed: "examples/deployed/contoso-enterprise.json" });

// Two pools of Skype for Business Server 2019, and what is left of Lync Server 2013.
new FrontEndPool(hybrid, "emea", {
  fqdn: "fepool-emea.corp.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
  build: BUILD_2019,
  homedUsers: 6200,
});
new FrontEndPool(hybrid, "amer", {
  fqdn: "fepool-amer.corp.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
  build: BUILD_2019,
  homedUsers: 4100,
});
new FrontEndPool(hybrid, "legacy", {
  fqdn: "fepool-legacy.corp.contoso.com",
  version: ServerVersion.LYNC_2013,
  build: "5.0.8308.1182",
  homedUsers: 700,
});
const director = new Director(hybrid, "director", {
  fqdn: "dirpool.corp.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
  build: BUILD_2019,
});

// Federation goes through Dublin only; the American Edge carries media.
const edgeEmea = new EdgePool(hybrid, "edge-emea", {
  fqdn: "edgepool-emea.corp.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
  build: BUILD_2019,
  accessEdge: AccessEdge.balanced("sip.contoso.com", ["198.51.100.10", "198.51.100.11"]),
  nextHop: director,
});
new EdgePool(hybrid, "edge-amer", {
  fqdn: "edgepool-amer.corp.contoso.com",
  version: ServerVersion.SKYPE_FOR_BUSINESS_2019,
  build: BUILD_2019,
  accessEdge: AccessEdge.of("sip-amer.contoso.com", "198.51.100.20"),
  nextHop: director,
  federation: false,
});
new Site(hybrid, "dublin", { siteId: "Dublin", federationRoute: edgeEmea });
new Site(hybrid, "redmond", { siteId: "Redmond", federationRoute: edgeEmea });

const domains = [
  new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true }),
  new SipDomain(hybrid, "fabrikam-com", { name: "fabrikam.com" }),
  new SipDomain(hybrid, "adatum-com", { name: "adatum.com" }),
];
const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com");
new TenantCoexistence(hybrid, "coexistence", { tenant, mode: CoexistenceMode.SFB_WITH_TEAMS_COLLAB });

// Named partners only, the same on both sides; wingtip.com is reached by the name of its Access Edge.
const partners = FederationPolicy.closed({
  allowed: ["northwindtraders.com"],
  direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com")],
});
const edge = new EdgeFederation(hybrid, "edge", { edgePool: edgeEmea, policy: partners });
const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
new ExternalAccessPolicy(hybrid, "external-access");
new OnlineExternalAccessPolicy(hybrid, "online-external-access", { tenant });
new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains });

for (const wave of ["pilot", "wave1", "wave2"]) {
  new LicenceGroup(hybrid, wave, {
    displayName: `contoso-${wave}`,
    description: `Licences of ${wave}: Teams, Skype for Business Online (Plan 2), Phone System where they have a number.`,
  });
}

app.synth();
