import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { DirectoryRole } from "@cdktf/provider-azuread/lib/directory-role";
import { DirectoryRoleAssignment } from "@cdktf/provider-azuread/lib/directory-role-assignment";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { Construct } from "constructs";
import { escapeText } from "../values/template-text";
import { named } from "./named";
import { PublicCertificate } from "./public-certificate";

const ROLE = "Teams Administrator";

/** An application that signs in with a certificate and holds the role Teams Administrator. */
export function automationApplication(scope: Construct, displayName: string, certificate: PublicCertificate): void {
  const application = named(
    new Application(scope, "application", {
      displayName: escapeText(displayName),
      preventDuplicateNames: true,
      signInAudience: "AzureADMyOrg",
    }),
    displayName,
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
    displayName,
  );
  const principal = named(
    new ServicePrincipal(scope, "service-principal", { clientId: application.clientId }),
    displayName,
  );
  const role = named(new DirectoryRole(scope, "role", { displayName: ROLE }), ROLE);
  named(
    new DirectoryRoleAssignment(scope, "role-assignment", {
      roleId: role.templateId,
      principalObjectId: principal.objectId,
    }),
    displayName,
  );
}
