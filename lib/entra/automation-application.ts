import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { DirectoryRoleAssignment } from "@cdktf/provider-azuread/lib/directory-role-assignment";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { escapeText } from "../values/template-text";
import { directoryRole } from "./directory-role";
import { named } from "./named";
import { PublicCertificate } from "./public-certificate";

const ROLE = "Teams Administrator";

export interface AutomationApplicationProps {
  /** Subject of the Terraform resources. */
  readonly key: string;
  readonly displayName: string;
  readonly certificate: PublicCertificate;
}

/** An application that signs in with a certificate and holds the role Teams Administrator. */
export function automationApplication(scope: Construct, props: AutomationApplicationProps): void {
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
  const role = directoryRole(TerraformStack.of(scope), ROLE);
  named(
    new DirectoryRoleAssignment(scope, "role-assignment", {
      roleId: role.templateId,
      principalObjectId: principal.objectId,
    }),
    key,
  );
}
