import { Token } from "cdktf";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Cloud,
  CoexistenceMode,
  EdgeFederation,
  EdgePool,
  FederationPolicy,
  SharedAddressSpace,
  SipDomain,
  TenantFederation,
} from "../../lib";
import { synthQuietly } from "../instruments/contoso";
import { synthTenant, tenantDeployment } from "../instruments/tenant-rooms";

const OWN = { proxyFqdn: "sipfed.cloud.example", autodiscoverUrl: "https://webdir.cloud.example/root" };

describe("a cloud beside the commercial one", () => {
  test("refuses the addresses of the commercial cloud", () => {
    expect(() => Cloud.dod({ ...OWN, proxyFqdn: "SIPFED.online.lync.com" })).toThrow(
      /"proxyFqdn" of the cloud dod is "sipfed\.online\.lync\.com", which belongs to the commercial cloud/,
    );
    const autodiscoverUrl = "https://webdir.online.lync.com/anything";
    expect(() => Cloud.gccHigh({ ...OWN, autodiscoverUrl })).toThrow(/"autodiscoverUrl" of the cloud gcc-high/);
  });

  test.each([
    ["http://webdir.cloud.example/root", "begins with http://"],
    ["webdir.cloud.example", "it is no address"],
    ["https://anna@webdir.cloud.example", "holds a user name"],
    ["https://webdir.cloud.example/a b", "it is no address"],
    ["", "it is no address"],
  ])("refuses the Autodiscover address %p", (autodiscoverUrl, reason) => {
    expect(() => Cloud.china21Vianet({ ...OWN, autodiscoverUrl })).toThrow(reason);
  });

  test("refuses what only Terraform knows", () => {
    const later = Token.asString({ resolve: () => "later" });
    expect(() => Cloud.dod({ ...OWN, autodiscoverUrl: later })).toThrow(/only after terraform apply/);
    expect(() => Cloud.dod({ ...OWN, proxyFqdn: later })).toThrow(/only after terraform apply/);
  });
});

describe("the sign-in of the Teams shell", () => {
  test.each([
    [Cloud.gccHigh(OWN), "TeamsGCCH", "usgovernmentl4"],
    [Cloud.dod(OWN), "TeamsDOD", "usgovernmentl5"],
    [Cloud.china21Vianet(OWN), "TeamsChina", "china"],
  ])("names the cloud, and so does the provider of Entra ID", (cloud, environment, azuread) => {
    const onprem = synthTenant({ cloud, mode: CoexistenceMode.SFB_ONLY });
    const page = readFileSync(join(onprem, "RUNBOOK.md"), "utf8");
    expect(page).toContain(`\nConnect-MicrosoftTeams -TeamsEnvironmentName ${environment}\n`);
    const terraform = readFileSync(join(onprem, "..", "cdk.tf.json"), "utf8");
    expect(JSON.parse(terraform)).toMatchObject({ provider: { azuread: [{ environment: azuread }] } });
  });

  test("names none in the commercial cloud: its page says not to", () => {
    const page = readFileSync(join(synthTenant({ mode: CoexistenceMode.SFB_ONLY }), "RUNBOOK.md"), "utf8");
    expect(page).toContain("\nConnect-MicrosoftTeams\n");
    expect(page).not.toContain("TeamsEnvironmentName");
  });
});

test("the shared address space takes proxy and Autodiscover address from the tenant's cloud", () => {
  const { app, hybrid, tenant } = tenantDeployment({ cloud: Cloud.gccHigh(OWN) });
  const policy = FederationPolicy.closed({ allowed: ["fabrikam.com"] });
  const edge = new EdgeFederation(hybrid, "federation", {
    edgePool: hybrid.node.findChild("edge") as EdgePool,
    policy,
  });
  const online = new TenantFederation(hybrid, "online", { tenant, matching: edge });
  const domains = [hybrid.node.findChild("domain") as SipDomain];
  new SharedAddressSpace(hybrid, "shared", { edge, online, domains });
  synthQuietly(app);
  const folder = join(app.outdir, "stacks", "contoso", "onprem", "30-share");
  const script = readFileSync(join(folder, "CsHostingProvider.Office365.ps1"), "latin1");
  expect(script).toContain("ProxyFqdn = 'sipfed.cloud.example'");
  expect(script).toContain("AutodiscoverUrl = 'https://webdir.cloud.example/root'");
  expect(script).not.toContain("online.lync.com");
});
