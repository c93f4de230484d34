import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  AccessEdge,
  EdgeFederation,
  EdgePool,
  FederationPolicy,
  FrontEndPool,
  HybridDeployment,
  ListMirror,
  OnlineTenant,
  ServerVersion,
  SharedAddressSpace,
  SipDomain,
  TenantFederation,
} from "../../../lib";
import { partners, stackNames } from "../partner-names";

/** Deployments with as many partners as asked, one a stack: `node partners.js <partners> <entries|summary> [stacks]`. */
const [count = "1", mirror = "entries", stacks = "1"] = process.argv.slice(2);

const app = new App();
for (const name of stackNames(Number(stacks))) declare(new TerraformStack(app, name));
app.synth();

function declare(stack: TerraformStack): void {
  new LocalBackend(stack, { path: `../../../terraform.${stack.node.id}.tfstate` });
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
  const tenant = OnlineTenant.fromInitialDomain(hybrid, "tenant", `${stack.node.id}.onmicrosoft.com`);
  const policy = FederationPolicy.closed({
    allowed: partners(Number(count)),
    mirror: mirror === "summary" ? ListMirror.SUMMARY : ListMirror.ENTRIES,
  });
  const edge = new EdgeFederation(hybrid, "edge", { edgePool, policy });
  const online = new TenantFederation(hybrid, "tenant-federation", { tenant, matching: edge });
  new SharedAddressSpace(hybrid, "shared-space", { edge, online, domains: [contoso] });
}
