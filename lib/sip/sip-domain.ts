import { Construct } from "constructs";
import { DeploymentModel } from "../model/deployment-model";
import { CS_SIP_DOMAIN } from "../onprem/catalog/cs-sip-domain";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { Room } from "../onprem/room";
import { parseFqdn } from "../values/fqdn";
import { defaultDomainAround, rememberDefault } from "./default-domain";

export interface SipDomainProps {
  /** The domain part of SIP addresses, such as contoso.com. */
  readonly name: string;
  /**
   * Whether this is the default SIP domain. Exactly one is; making another the default demotes it.
   * @default false
   */
  readonly isDefault?: boolean;
}

/**
 * A SIP domain of the on-premises deployment. One that exists already is adopted, one that does not is created and the
 * topology enabled. It must be a verified domain of the tenant before it can be shared; the Terraform plan checks that.
 * The others wait for the default one, wherever it is declared: a domain that is the default on the servers today cannot
 * be told that it is not, only another one can take its place (Set-CsSipDomain).
 *
 * Throws when the name is not a domain name. Source: New-CsSipDomain, "Configure hybrid connectivity".
 */
export class SipDomain extends Room {
  public readonly name: string;
  private readonly isDefault: boolean;

  public constructor(scope: Construct, id: string, props: SipDomainProps) {
    super(scope, id);
    this.name = parseFqdn("name", props.name);
    this.isDefault = props.isDefault ?? false;
    if (this.isDefault) rememberDefault(this);
    else this.node.addDependency(defaultDomainAround(this));
    new DesiredState(this, "sip-domain", {
      kind: CS_SIP_DOMAIN,
      identity: this.name,
      properties: { IsDefault: this.isDefault },
      phase: Phase.PREPARE,
      title: `${this.name} is ${this.isDefault ? "the default SIP domain" : "a SIP domain"} on-premises.`,
      verification: "Get-CsSipDomain lists it",
    });
  }

  /** @internal */
  public facts(): Partial<DeploymentModel> {
    return { sipDomains: [{ source: this.node.path, name: this.name, isDefault: this.isDefault }] };
  }
}
