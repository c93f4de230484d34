import { Construct } from "constructs";
import * as errors from "../errors";
import { CmsReplication } from "../federation/cms-replication";
import { EdgeFederation } from "../federation/edge-federation";
import { DeploymentModel } from "../model/deployment-model";
import { CS_HOSTING_PROVIDER } from "../onprem/catalog/cs-hosting-provider";
import { CS_TENANT_FEDERATION_CONFIGURATION } from "../onprem/catalog/cs-tenant-federation-configuration";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { SipDomain } from "../sip/sip-domain";
import { TenantFederation } from "../tenant/tenant-federation";
import { byText } from "../values/text-order";

export interface SharedAddressSpaceProps {
  readonly edge: EdgeFederation;
  readonly online: TenantFederation;
  /** SIP domains whose people live on both sides. */
  readonly domains: readonly SipDomain[];
  /**
   * Identity of the hosting provider on-premises. A provider with the same proxy under another name is adopted as it is.
   * @default "Office365"
   */
  readonly providerIdentity?: string;
  /**
   * Subject of the provider's step, when its identity cannot become a file name.
   * @default - the identity, with other characters written as "-"
   */
  readonly key?: string;
}

/**
 * One SIP address space shared by two directories: this is what makes a deployment hybrid. It needs two switches, the
 * hosting provider on-premises and SharedSipAddressSpace in the tenant, in this order. Proxy and Autodiscover address are
 * those of the tenant's cloud. What prepares the tenant (its coexistence mode, its SIP domains) comes
 * before the switch.
 *
 * Throws when no domain is shared. Source: "Configure federation for hybrid", New-CsHostingProvider.
 */
export class SharedAddressSpace extends Room {
  private readonly props: SharedAddressSpaceProps;
  private readonly provider: string;

  public constructor(scope: Construct, id: string, props: SharedAddressSpaceProps) {
    super(scope, id);
    if (props.domains.length === 0) throw errors.emptyList("domains");
    this.props = props;
    this.provider = props.providerIdentity ?? "Office365";
    this.node.addDependency(props.edge, ...props.domains);
    const provider = this.declareProvider();
    const replicated = this.awaitReplication(provider);
    this.declareTenantSwitch(replicated);
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    const { edge, online, domains } = this.props;
    const source = this.node.path;
    return {
      hostingProviders: [
        { source, identity: this.provider, proxyFqdn: online.tenant.cloud.proxyFqdn, purpose: "hybrid" },
      ],
      sharedAddressSpaces: [
        {
          source,
          tenant: online.tenant.initialDomain,
          edgePool: edge.edgePool.fqdn,
          provider: this.provider,
          domains: domains.map((domain) => domain.name).sort(byText),
        },
      ],
    };
  }

  private declareProvider(): Construct {
    const { cloud } = this.props.online.tenant;
    return new DesiredState(this, "hosting-provider", {
      kind: CS_HOSTING_PROVIDER,
      identity: this.provider,
      subject: this.props.key ?? this.provider,
      properties: {
        AutodiscoverUrl: cloud.autodiscoverUrl,
        Enabled: true,
        EnabledSharedAddressSpace: true,
        HostsOCSUsers: true,
        IsLocal: false,
        ProxyFqdn: cloud.proxyFqdn,
        VerificationLevel: "UseSourceVerification",
      },
      phase: Phase.SHARE,
      title: `Microsoft 365 is the hosting provider ${this.provider}, which shares the SIP address space.`,
      verification: "Get-CsHostingProvider shows it; on the Edge, Get-CsHostingProvider -LocalStore shows it too",
      waits: "replication to the Edge, usually under a minute",
    });
  }

  private awaitReplication(provider: Construct): Construct {
    const { edge } = this.props;
    const replicated = new CmsReplication(this, "replication", { edgePool: edge.edgePool, phase: Phase.SHARE });
    replicated.node.addDependency(provider);
    return replicated;
  }

  private declareTenantSwitch(replicated: Construct): void {
    const { online } = this.props;
    const tenantSwitch = new DesiredState(this, "tenant-switch", {
      kind: CS_TENANT_FEDERATION_CONFIGURATION,
      identity: "Global",
      part: "shared-sip-address-space",
      host: online.tenant.initialDomain,
      properties: { SharedSipAddressSpace: true },
      phase: Phase.SHARE,
      title: "The tenant shares its SIP address space with the servers on-premises.",
      verification: "Get-CsTenantFederationConfiguration shows SharedSipAddressSpace True",
      waits: "propagation in the cloud; Microsoft gives no figure",
      unverified: ["how long the tenant takes to apply the switch"],
    });
    // What prepares the tenant is done in the same session as the switch: nobody is called twice for it.
    tenantSwitch.node.addDependency(replicated, online, online.tenant);
  }
}
