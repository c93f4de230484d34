import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { parseBuild } from "../values/server-build";
import { parseCount } from "../values/whole-number";
import { NextHop } from "./next-hop";
import { serverFact } from "./server-facts";
import { ServerVersion } from "./server-version";

export interface FrontEndPoolProps {
  /** Fully qualified domain name of the pool; for a Standard Edition server, of the server. */
  readonly fqdn: string;
  readonly version: ServerVersion;
  /**
   * Build of its servers, from Get-CsServerPatchVersion.
   * @default - not declared: the rule that holds it against the minimum build for moves warns
   */
  readonly build?: string;
  /**
   * People homed on this pool, for the blast radius of a change.
   * @default - unknown, and shown as unknown
   */
  readonly homedUsers?: number;
}

/**
 * A Front End pool or Standard Edition server that exists: it homes people on-premises.
 *
 * Throws when a name, build or number is not one. Source: "Plan hybrid connectivity".
 */
export class FrontEndPool extends NextHop {
  public readonly version: ServerVersion;
  private readonly build: string | undefined;
  private readonly homedUsers: number | undefined;

  public constructor(scope: Construct, id: string, props: FrontEndPoolProps) {
    super(scope, id, props.fqdn);
    this.version = props.version;
    this.build = props.build === undefined ? undefined : parseBuild("build", props.build);
    this.homedUsers = props.homedUsers === undefined ? undefined : parseCount("homedUsers", props.homedUsers);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { fqdn, version, build, homedUsers } = this;
    return { frontEndPools: [{ ...serverFact({ source: this.node.path, fqdn, version, build }), homedUsers }] };
  }
}
