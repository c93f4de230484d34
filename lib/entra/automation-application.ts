import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { DirectoryRoleAssignment } from "@cdktf/provider-azuread/lib/directory-role-assignment";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { escapeText } from "../values/template-text";
import { directoryRole } from "./directory-role";
import { named } from "./named";
import { PublicCertificate } from "./public-certificate";

export interface AutomationApplicationProps {
  /** Subject of the Terraform resources. */
  readonly key: string;
  readonly displayName: string;
  readonly certificate: PublicCertificate;
  /** Shells of the cloud that it signs in to. */
  readonly shells: readonly string[];
}

/** What an application needs in each shell of the cloud: a built-in role, a permission of an API, or both. */
const NEEDS: Readonly<Record<string, { readonly role?: string; readonly api?: ApiPermission }>> = {
  teams: { role: "Teams Administrator" },
  graph: { api: { app: "00000003-0000-0000-c000-000000000000", permission: "Application.ReadWrite.All" } },
  "exchange-online": {
    role: "Exchange Administrator",
    api: { app: "00000002-0000-0ff1-ce00-000000000000", permission: "Exchange.ManageAsApp" },
  },
};

interface ApiPermission {
  /** Client id of the first-party application that owns the permission. */
  readonly app: string;
  readonly permission: string;
}

/**
 * An application that signs in with a certificate and may do what the shells ask for, and no more.
 *
 * @returns its client id, a value that Terraform knows after apply
 */
export function automationApplication(scope: Construct, props: AutomationApplicationProps): string {
  const { key, displayName, certificate } = props;
  const application = named(
    new Application(scope, "application", {
      displayName: escapeText(displayName),
      preventDuplicateNames: true,
      signInAudience: "AzureADMyOrg",
    }),
    key,
  );
  named(
    new ApplicationCertificate(scope, "certificate", {
      applicationId: application.id,
      type: "AsymmetricX509Cert",
      encoding: "pem",
      value: certificate.pem,
      // The new key is there before the old one goes, or a renewal locks the pipeline out.
      lifecycle: { createBeforeDestroy: true },
    }),
    key,
  );
  const principal = named(new ServicePrincipal(scope, "service-principal", { clientId: application.clientId }), key);
  for (const shell of props.shells) {
    const { role, api } = NEEDS[shell] ?? {};
    // The first shell that there was kept its names, so that nothing is replaced.
    const own =
      shell === "teams" ? { id: "role-assignment", key } : { id: `role-assignment-${shell}`, key: `${key}-${shell}` };
    if (role !== undefined) assignRole(scope, own, role, principal);
    if (api !== undefined) grantPermission(scope, `${key}-${shell}`, shell, api, principal);
  }
  return application.clientId;
}

function assignRole(
  scope: Construct,
  { id, key }: { readonly id: string; readonly key: string },
  role: string,
  principal: ServicePrincipal,
): void {
  const { templateId } = directoryRole(TerraformStack.of(scope), role);
  const props = { roleId: templateId, principalObjectId: principal.objectId };
  named(new DirectoryRoleAssignment(scope, id, props), key);
}

/** Microsoft owns the principal of its API: it is looked up, never created. */
function grantPermission(
  scope: Construct,
  key: string,
  shell: string,
  { app, permission }: ApiPermission,
  principal: ServicePrincipal,
): void {
  const api = named(new DataAzureadServicePrincipal(scope, `api-${shell}`, { clientId: app }), key);
  named(
    new AppRoleAssignment(scope, `permission-${shell}`, {
      appRoleId: api.appRoleIds.lookup(permission),
      principalObjectId: principal.objectId,
      resourceObjectId: api.objectId,
    }),
    key,
  );
}
