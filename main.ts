import { App, LocalBackend, TerraformStack } from "cdktf";
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
  OnlineExternalAccessPolicy,
  OnlineTenant,
  ServerVersion,
  SharePointServer,
  SharePointVersion,
  SharedAddressSpace,
  SipDomain,
  SkillSearch,
  TenantAdministration,
  TenantFederation,
} from "./lib";

const app = new App();
const stack = new TerraformStack(app, "contoso");
new LocalBackend(stack, { path: "../../../terraform.contoso.tfstate" }); // beside main.ts, never inside cdktf.out

// Contoso runs Lync Server 2013 and brings its people online in waves.
const hybrid = new HybridDeployment(stack, "hybrid", { deployed: "deployed/contoso.json" });
const pool = new FrontEndPool(hybrid, "lync01", {
  fqdn: "lync01.contoso.local",
  version: ServerVersion.LYNC_2013,
  build: "5.0.8308.1182",
  homedUsers: 60,
});
const edgePool = new EdgePool(hybrid, "edge01", {
  fqdn: "edge01.contoso.local",
  version: ServerVersion.LYNC_2013,
  accessEdge: AccessEdge.of("sip.contoso.com", "203.0.113.10"),
  nextHop: pool,
});

const contoso = new SipDomain(hybrid, "contoso-com", { name: "contoso.com", isDefault: true });
const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", "contoso.onmicrosoft.com"); // exists already: referred to, never created

// Both halves must hold the same lists, so there is one policy and it is passed once.
const partners = FederationPolicy.closed({
  allowed: ["fabrikam.com"],
  direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com")],
  blocked: ["tailspintoys.com"],
});
const edge = new EdgeFederation(hybrid, "edge", { edgePool, policy: partners });
const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge }); // names only: a direct partner's proxy has no online twin

// Two directories, one set of addresses: this is what makes the deployment hybrid.
new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains: [contoso] });

// Mailboxes are in Exchange Online: presence in Outlook on the web and voicemail of people on-premises go there.
new ExternalAccessPolicy(hybrid, "external-access");
new OnlineExternalAccessPolicy(hybrid, "online-external-access", { tenant });
const exchangeOnline = new ExchangeOnline(hybrid, "exchange-online", { edge, tenant });
new HostedVoicemail(hybrid, "voicemail", { exchangeOnline });

// SharePoint stays on-premises: who is homed there finds colleagues by skill.
const portal = new SharePointServer(hybrid, "portal", {
  version: SharePointVersion.SHAREPOINT_2013,
  url: "https://portal.contoso.com",
});
new SkillSearch(hybrid, "skill-search", {
  sharePoint: portal,
  searchInternal: "https://portal.contoso.com/_vti_bin/search.asmx",
  centerInternal: "https://portal.contoso.com/SearchCenter/Pages/PeopleResults.aspx",
});

// A pipeline signs in to Teams PowerShell by certificate; the pilot gets its licences from a group.
new TenantAdministration(hybrid, "automation", {
  displayName: "contoso-hybrid-automation",
  certificate: "deployed/contoso-hybrid-automation.pem",
});
new LicenceGroup(hybrid, "pilot", {
  displayName: "contoso-hybrid-pilot",
  description: "Pilot of the move to Teams: members receive Teams and Phone System licences.",
});

app.synth();
