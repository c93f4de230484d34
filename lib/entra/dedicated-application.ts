import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { ApplicationCertificate } from "@cdktf/provider-azuread/lib/application-certificate";
import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { escapeText } from "../values/template-text";
import { named } from "./named";
import { PublicCertificate } from "./public-certificate";

/** Office 365 Exchange Online: a principal of Microsoft, read and never managed. */
const EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";
/** full_access_as_app of Exchange Online: web services, on behalf of every mailbox. */
const FULL_ACCESS_AS_APP = "dc890d15-9560-4a4c-9b7f-a736ec74ec40";

const readers = new WeakMap<TerraformStack, DataAzureadServicePrincipal>();

export interface DedicatedApplicationProps {
  /** Subject of the Terraform resources. */
  readonly key: string;
  readonly displayName: string;
  readonly certificate: PublicCertificate;
}

/**
 * An application of the tenant's own by which Exchange on-premises calls Exchange Online. The permission is granted by the
 * assignment; Terraform needs AppRoleAssignment.ReadWrite.All for it.
 *
 * @returns the application (client) id, known after apply
 */
export function dedicatedApplication(scope: Construct, props: DedicatedApplicationProps): string {
  const { key, displayName, certificate } = props;
  const application = named(
    new Application(scope, "application", {
      displayName: escapeText(displayName),
      preventDuplicateNames: true,
      signInAudience: "AzureADMyOrg",
      requiredResourceAccess: [
        { resourceAppId: EXCHANGE_ONLINE, resourceAccess: [{ id: FULL_ACCESS_AS_APP, type: "Role" }] },
      ],
    }),
    key,
  );
  named(
    new ApplicationCertificate(scope, "certificate", {
      applicationId: application.id,
      type: "AsymmetricX509Cert",
      encoding: "pem",
      value: certificate.pem,
      // The new key is there before the old one goes: Exchange signs with one of them at every moment of a renewal.
      lifecycle: { createBeforeDestroy: true },
    }),
    key,
  );
  const principal = named(new ServicePrincipal(scope, "service-principal", { clientId: application.clientId }), key);
  named(
    new AppRoleAssignment(scope, "full-access-as-app", {
      appRoleId: FULL_ACCESS_AS_APP,
      principalObjectId: principal.objectId,
      resourceObjectId: exchangeOnline(TerraformStack.of(scope)).objectId,
    }),
    key,
  );
  return application.clientId;
}

/** It is one principal, whoever asks, so a stack reads it once. */
function exchangeOnline(stack: TerraformStack): DataAzureadServicePrincipal {
  const known = readers.get(stack);
  if (known !== undefined) return known;
  const reader = new DataAzureadServicePrincipal(stack, "exchange-online", { clientId: EXCHANGE_ONLINE });
  readers.set(stack, reader);
  return named(reader, "exchange-online");
}
