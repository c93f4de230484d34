import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";

/**
 * The Microsoft 365 organization that the deployment is joined with. It exists: it is referred to, never created. There is
 * exactly one per deployment ("Plan hybrid connectivity").
 */
export class OnlineTenant extends Room {
  private constructor(
    scope: Construct,
    id: string,
    /** Initial domain of the tenant, such as contoso.onmicrosoft.com. */
    public readonly initialDomain: string,
  ) {
    super(scope, id);
  }

  /**
   * Refers to the tenant by its initial domain.
   *
   * @throws when the name does not end in .onmicrosoft.com (this version knows the commercial cloud only)
   */
  public static fromInitialDomain(scope: Construct, id: string, initialDomain: string): OnlineTenant {
    const domain = parseFqdn("initialDomain", initialDomain);
    if (!/^[^.]+\.onmicrosoft\.com$/.test(domain)) throw errors.notAnInitialDomain("initialDomain", initialDomain);
    return new OnlineTenant(scope, id, domain);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { tenants: [{ source: this.node.path, initialDomain: this.initialDomain, cloud: "commercial" }] };
  }
}
