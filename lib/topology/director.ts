import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { parseBuild } from "../values/server-build";
import { NextHop } from "./next-hop";
import { serverFact } from "./server-facts";
import { ServerVersion } from "./server-version";

export interface DirectorProps {
  /** Fully qualified domain name of the Director or of its pool. */
  readonly fqdn: string;
  readonly version: ServerVersion;
  /**
   * Build of its servers, from Get-CsServerPatchVersion.
   * @default - not declared: a rule warns
   */
  readonly build?: string;
}

/**
 * A Director (pool) that exists: it authenticates people and hands them on to the pool that homes them, and homes nobody
 * itself. Pass it as the `nextHop` of an EdgePool where the Edge hands its traffic to it.
 *
 * Throws when a name or build is not one. Source: "Planning for Lync Server 2013 hybrid deployments" (the Director pool of
 * SIP federation).
 */
export class Director extends NextHop {
  public readonly version: ServerVersion;
  private readonly build: string | undefined;

  public constructor(scope: Construct, id: string, props: DirectorProps) {
    super(scope, id, props.fqdn);
    this.version = props.version;
    this.build = props.build === undefined ? undefined : parseBuild("build", props.build);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { fqdn, version, build } = this;
    return { directors: [serverFact({ source: this.node.path, fqdn, version, build })] };
  }
}
