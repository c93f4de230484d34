import { Construct, Dependable, IConstruct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";
import { Cloud } from "./cloud";

export interface OnlineTenantProps {
  /**
   * Cloud in which the tenant lives.
   * @default Cloud.COMMERCIAL
   */
  readonly cloud?: Cloud;
}

/**
 * The Microsoft 365 organization that the deployment is joined with. It exists: it is referred to, never created. There is
 * exactly one per deployment ("Plan hybrid connectivity").
 */
export class OnlineTenant extends Room {
  private readonly preparations: IConstruct[] = [];

  private constructor(
    scope: Construct,
    id: string,
    /** Initial domain of the tenant, such as contoso.onmicrosoft.com. */
    public readonly initialDomain: string,
    /** Cloud in which the tenant lives. */
    public readonly cloud: Cloud,
  ) {
    super(scope, id);
    // Asked at synthesis, so that it does not matter what is declared first.
    const roots = (): IConstruct[] => [this, ...this.preparations];
    Dependable.implement(this, {
      get dependencyRoots(): IConstruct[] {
        return roots();
      },
    });
  }

  /**
   * Refers to the tenant by its initial domain. The documents print the suffix of the commercial cloud only, so any domain
   * name is taken for the others.
   *
   * @throws when the name is no domain name, or does not end in .onmicrosoft.com in the commercial cloud
   */
  public static fromInitialDomain(
    scope: Construct,
    id: string,
    initialDomain: string,
    props: OnlineTenantProps = {},
  ): OnlineTenant {
    const domain = parseFqdn("initialDomain", initialDomain);
    const cloud = props.cloud ?? Cloud.COMMERCIAL;
    if (cloud === Cloud.COMMERCIAL && !/^[^.]+\.onmicrosoft\.com$/.test(domain)) {
      throw errors.notAnInitialDomain("initialDomain", initialDomain);
    }
    return new OnlineTenant(scope, id, domain, cloud);
  }

  /** @internal Whoever depends on this tenant waits for what prepares it. */
  public isPreparedBy(room: IConstruct): void {
    this.preparations.push(room);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { tenants: [{ source: this.node.path, initialDomain: this.initialDomain, cloud: this.cloud.name }] };
  }
}
