import { Construct } from "constructs";
import * as errors from "../errors";
import { DeploymentModel } from "../model/deployment-model";
import { CS_ONLINE_SIP_DOMAIN } from "../onprem/catalog/cs-online-sip-domain";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { OnlineTenant } from "./online-tenant";

export interface EnabledOnlineSipDomainProps {
  readonly tenant: OnlineTenant;
  /** Name of a verified domain of the tenant, such as contoso.com. */
  readonly domain: string;
}

export interface DisabledOnlineSipDomainProps {
  readonly tenant: OnlineTenant;
  /** Name of a verified domain of the tenant, such as fabrikam.com. */
  readonly domain: string;
  /**
   * Why it is accepted that people of this domain who are provisioned online lose their SIP addresses, and that their
   * contacts and meetings are deleted. The sentence stands in the runbook.
   */
  readonly acceptDataLoss: string;
}

const ENABLED_UNVERIFIED = [
  "that Get-CsOnlineSipDomain takes -Domain and -DomainStatus together",
  "that -Confirm:$false is enough: no page says what Enable- and Disable-CsOnlineSipDomain ask",
  "a tenant with several regions: there the cmdlet has to be run in each of them, by hand",
];
const DISABLED_UNVERIFIED = [
  ...ENABLED_UNVERIFIED,
  "that Get-CsOnlineUser returns everybody of the domain, with SipAddress and HostingProvider",
];

const APPROVER = "whoever answers for the people of this domain, because what is deleted does not come back";

interface Declaration {
  readonly tenant: OnlineTenant;
  readonly domain: string;
  readonly acceptDataLoss: string | undefined;
}

/**
 * A SIP domain as the tenant treats it. While one on-premises deployment is in hybrid, the domains of every other must be
 * disabled online before their people are synchronized (Disable-CsOnlineSipDomain). That comes first: the shared address
 * space waits for it.
 */
export class OnlineSipDomain extends Room {
  private readonly tenant: OnlineTenant;
  private readonly domain: string;
  private readonly acceptDataLoss: string | undefined;

  private constructor(scope: Construct, id: string, declaration: Declaration) {
    super(scope, id);
    this.tenant = declaration.tenant;
    this.domain = declaration.domain;
    this.acceptDataLoss = declaration.acceptDataLoss;
    this.tenant.isPreparedBy(this);
    this.declare();
  }

  /**
   * People of this domain are provisioned online. Needed only for a domain that was disabled; any other hybrid deployment
   * of the tenant must be migrated and detached before (Enable-CsOnlineSipDomain).
   *
   * @throws when the domain is no domain name
   */
  public static enabled(scope: Construct, id: string, props: EnabledOnlineSipDomainProps): OnlineSipDomain {
    const domain = parseFqdn("domain", props.domain);
    return new OnlineSipDomain(scope, id, { tenant: props.tenant, domain, acceptDataLoss: undefined });
  }

  /**
   * Nobody of this domain is provisioned online, because another on-premises deployment holds its people. The run refuses
   * while anybody of it is homed in the cloud.
   *
   * @throws when the domain is no domain name, or nobody says why the loss is accepted
   */
  public static disabled(scope: Construct, id: string, props: DisabledOnlineSipDomainProps): OnlineSipDomain {
    const domain = parseFqdn("domain", props.domain);
    const acceptDataLoss = acceptedLoss(domain, props.acceptDataLoss);
    return new OnlineSipDomain(scope, id, { tenant: props.tenant, domain, acceptDataLoss });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return {
      onlineSipDomains: [
        {
          source: this.node.path,
          tenant: this.tenant.initialDomain,
          name: this.domain,
          enabled: this.acceptDataLoss === undefined,
          acceptDataLoss: this.acceptDataLoss,
        },
      ],
    };
  }

  private declare(): void {
    const { domain, acceptDataLoss } = this;
    const status = acceptDataLoss === undefined ? "Enabled" : "Disabled";
    new DesiredState(this, "status", {
      kind: CS_ONLINE_SIP_DOMAIN,
      identity: domain,
      host: this.tenant.initialDomain,
      properties: { DomainStatus: status },
      phase: Phase.PREPARE,
      title: `The tenant provisions ${acceptDataLoss === undefined ? "people" : "nobody"} of the SIP domain ${domain}.`,
      verification: `Get-CsOnlineSipDomain -DomainStatus ${status} lists ${domain}`,
      waits: "propagation in the cloud; Microsoft gives no figure",
      unverified: acceptDataLoss === undefined ? ENABLED_UNVERIFIED : DISABLED_UNVERIFIED,
      ...(acceptDataLoss === undefined
        ? {}
        : { approval: `${APPROVER}. The loss is accepted in main.ts: ${acceptDataLoss}` }),
    });
  }
}

function acceptedLoss(domain: string, reason: string): string {
  if (typeof reason !== "string" || reason.trim() === "") throw errors.lossNotAccepted("acceptDataLoss", domain);
  if (isEncodedText(reason)) throw errors.knownOnlyAfterApply("acceptDataLoss");
  return reason.trim();
}
