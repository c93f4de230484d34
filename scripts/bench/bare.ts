/**
 * What the library is measured against: the Terraform of main.ts written by hand, in cdktf and the azuread provider alone.
 * It is compiled and run like main.ts; the inputs of its terraform_data come from the file in BENCH_INPUTS.
 */
import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { DataAzureadDomains } from "@cdktf/provider-azuread/lib/data-azuread-domains";
import { DirectoryRoleAssignment } from "@cdktf/provider-azuread/lib/directory-role-assignment";
import { DirectoryRole } from "@cdktf/provider-azuread/lib/directory-role";
import { Group } from "@cdktf/provider-azuread/lib/group";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { App, LocalBackend, TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { readFileSync } from "node:fs";

class Data extends TerraformResource {
  public constructor(
    scope: Construct,
    name: string,
    private readonly input: unknown,
  ) {
    super(scope, name, { terraformResourceType: "terraform_data" });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.input };
  }
}

const app = new App();
const stack = new TerraformStack(app, "contoso");
new LocalBackend(stack, { path: "../../../terraform.contoso.tfstate" });
new AzureadProvider(stack, "azuread", {});
automation(stack, "contoso-hybrid-automation");
named("contoso-hybrid-pilot", (id) => {
  return new Group(stack, id, {
    displayName: "contoso-hybrid-pilot",
    description: "Pilot of the move to Teams: members receive Teams and Phone System licences.",
    securityEnabled: true,
    preventDuplicateNames: true,
    lifecycle: { ignoreChanges: ["members"] },
  });
});
verifiedDomains(stack);
const inputs = JSON.parse(readFileSync(process.env.BENCH_INPUTS ?? "", "utf8")) as Record<string, unknown>;
for (const [name, input] of Object.entries(inputs)) new Data(stack, name, input);
app.synth();

/** Two resources of different types share a name, which cdktf wants in the logical id only. */
function named<E extends TerraformResource>(name: string, create: (id: string) => E): E {
  const element = create(`resource-${stack.node.children.length}`);
  element.overrideLogicalId(name);
  return element;
}

function automation(scope: Construct, displayName: string): void {
  const signIn = { displayName, preventDuplicateNames: true, signInAudience: "AzureADMyOrg" };
  const application = named(displayName, (id) => new Application(scope, id, signIn));
  const value = readFileSync("deployed/contoso-hybrid-automation.pem", "utf8");
  const key = { applicationId: application.id, type: "AsymmetricX509Cert", encoding: "pem", value };
  const lifecycle = { createBeforeDestroy: true };
  named(displayName, (id) => new ApplicationCertificate(scope, id, { ...key, lifecycle }));
  const { clientId } = application;
  const principal = named(displayName, (id) => new ServicePrincipal(scope, id, { clientId }));
  const teams = { displayName: "Teams Administrator" };
  const role = named("Teams_Administrator", (id) => new DirectoryRole(scope, id, teams));
  const assignment = { roleId: role.templateId, principalObjectId: principal.objectId };
  named(displayName, (id) => new DirectoryRoleAssignment(scope, id, assignment));
}

function verifiedDomains(scope: TerraformStack): void {
  new DataAzureadDomains(scope, "verified-domains").overrideLogicalId("tenant");
  const verified = "[for domain in data.azuread_domains.tenant.domains : domain.domain_name if domain.verified]";
  scope.addOverride("check.sip_domain_contoso_com_is_verified", {
    assert: {
      condition: `\${contains(${verified}, "contoso.com")}`,
      error_message:
        "contoso.com is no verified domain of the tenant: add and verify it in the admin center before it is shared.",
    },
  });
}
