import { Construct } from "constructs";
import { readPublicCertificate } from "../entra/public-certificate";
import { automationApplication } from "../entra/automation-application";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";

export interface TenantAdministrationProps {
  /** Name of the application in the tenant; it is also the subject of its Terraform resources. */
  readonly displayName: string;
  /**
   * Path of the public certificate (PEM, without private key) that signs in, relative to the working directory. The key
   * stays in the certificate store of the host that runs the steps.
   */
  readonly certificate: string;
  /**
   * Name of its Terraform resources, when two display names would read the same there.
   * @default - the display name
   */
  readonly key?: string;
}

/**
 * The application by which a pipeline signs in to Teams PowerShell: Connect-MicrosoftTeams with a certificate. It holds
 * the role Teams Administrator and no API permission ("Application-based authentication in Teams PowerShell").
 *
 * Throws when the certificate cannot be read, is none, or stands beside a private key.
 */
export class TenantAdministration extends Room {
  public constructor(scope: Construct, id: string, props: TenantAdministrationProps) {
    super(scope, id);
    if (props.displayName.trim() === "") throw errors.emptyText("displayName");
    const certificate = readPublicCertificate("certificate", props.certificate);
    automationApplication(this, { key: props.key ?? props.displayName, displayName: props.displayName, certificate });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {};
  }
}
