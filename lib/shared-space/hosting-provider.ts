import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { Room } from "../onprem/room";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";

export interface HostingProviderProps {
  /** Identity as Get-CsHostingProvider shows it. */
  readonly identity: string;
  /** ProxyFqdn as Get-CsHostingProvider shows it. */
  readonly proxyFqdn: string;
}

/**
 * A hosting provider that exists for somebody else, such as a public one. It is left alone: no step reads or writes it.
 * Declaring it lets the rules see that its identity and its proxy are taken (V25). Not for the provider of the shared
 * address space or of Exchange Online: SharedAddressSpace and ExchangeOnline find theirs by its proxy and adopt it,
 * whatever it is called.
 *
 * Source: New-CsHostingProvider.
 */
export class HostingProvider extends Room {
  public readonly identity: string;
  public readonly proxyFqdn: string;

  private constructor(scope: Construct, id: string, props: HostingProviderProps) {
    super(scope, id);
    if (props.identity.trim() === "") throw errors.emptyText("identity");
    if (isEncodedText(props.identity)) throw errors.knownOnlyAfterApply("identity");
    this.identity = props.identity;
    this.proxyFqdn = parseFqdn("proxyFqdn", props.proxyFqdn);
  }

  /**
   * Refers to a provider that exists and stays as it is.
   *
   * @throws when the identity is empty, the proxy is no domain name, or one of them is known only after apply
   */
  public static fromIdentity(scope: Construct, id: string, props: HostingProviderProps): HostingProvider {
    return new HostingProvider(scope, id, props);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { identity, proxyFqdn } = this;
    return { hostingProviders: [{ source: this.node.path, identity, proxyFqdn, purpose: "other" }] };
  }
}
