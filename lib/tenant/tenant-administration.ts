import { Construct } from "constructs";
import { readPublicCertificate } from "../entra/public-certificate";
import { automationApplication } from "../entra/automation-application";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { RunbookParameter } from "../entra/runbook-parameter";
import { Room } from "../onprem/room";
import { CloudShell } from "../onprem/sign-in";
import { terraformName } from "../values/terraform-name";
import { sortedSet } from "../values/text-order";

const DEFAULT_SHELLS: readonly CloudShell[] = ["teams"];

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
  /**
   * Shells of the cloud in which it works. Teams: the role Teams Administrator. Exchange Online: the role Exchange
   * Administrator and the permission Exchange.ManageAsApp. Graph: the permission Application.ReadWrite.All.
   * @default ["teams"]
   */
  readonly shells?: readonly CloudShell[];
}

/**
 * The application by which a pipeline signs in to the shells of the cloud, with a certificate. In Teams PowerShell it holds
 * the role Teams Administrator and no API permission ("Application-based authentication in Teams PowerShell"); for other
 * shells it holds what they ask for.
 *
 * Throws when the certificate cannot be read, is none, or stands beside a private key.
 */
export class TenantAdministration extends Room {
  private readonly props: TenantAdministrationProps;
  private readonly applicationId: string;
  private parameter: RunbookParameter | undefined;

  public constructor(scope: Construct, id: string, props: TenantAdministrationProps) {
    super(scope, id);
    if (props.displayName.trim() === "") throw errors.emptyText("displayName");
    const certificate = readPublicCertificate("certificate", props.certificate);
    if (props.shells?.length === 0) throw errors.emptyList("shells");
    this.props = props;
    const { displayName, key = displayName } = props;
    const shells = sortedSet(props.shells ?? DEFAULT_SHELLS);
    this.applicationId = automationApplication(this, { key, displayName, certificate, shells });
  }

  /** Its client id, for SignIn.certificate. Terraform has an output for it from the first time that somebody asks. */
  public get clientId(): RunbookParameter {
    const { displayName, key = displayName } = this.props;
    const name = `${terraformName(key).toLowerCase()}-client-id`;
    this.parameter ??= RunbookParameter.fromTerraform(this, name, this.applicationId);
    return this.parameter;
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {};
  }
}
