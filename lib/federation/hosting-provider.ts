import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";

export interface ExistingHostingProviderProps {
  /** Identity of the provider, as Get-CsHostingProvider shows it. */
  readonly identity: string;
  /** Its proxy. No other provider may have it. */
  readonly proxyFqdn: string;
}

/**
 * A hosting provider that exists for something else, such as voice mail of Exchange Online, and is left alone. Declaring it
 * lets the rules see that its identity and its proxy are taken.
 *
 * Source: New-CsHostingProvider.
 */
export class HostingProvider extends Room {
  private constructor(
    scope: Construct,
    id: string,
    private readonly identity: string,
    private readonly proxyFqdn: string,
  ) {
    super(scope, id);
  }

  /** @throws when the identity is empty or the proxy is not a domain name */
  public static fromIdentity(scope: Construct, id: string, props: ExistingHostingProviderProps): HostingProvider {
    if (props.identity.trim() === "") throw errors.emptyText("identity");
    return new HostingProvider(scope, id, props.identity, parseFqdn("proxyFqdn", props.proxyFqdn));
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { identity, proxyFqdn } = this;
    return { hostingProviders: [{ source: this.node.path, identity, proxyFqdn, purpose: "other" }] };
  }
}
