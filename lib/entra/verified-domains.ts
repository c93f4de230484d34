import { DataAzureadDomains } from "@cdktf/provider-azuread/lib/data-azuread-domains";
import { TerraformStack } from "cdktf";
import { terraformName } from "../values/terraform-name";
import { named } from "./named";

/**
 * Lets every plan and apply say which declared SIP domains the tenant has not verified. A domain cannot be added by the
 * provider, so this is a check: it warns and never blocks. The data source stands at top level: inside the check block it
 * would be read during apply, and no plan would ever be empty.
 */
export function checkVerifiedDomains(stack: TerraformStack, domains: readonly string[]): void {
  named(new DataAzureadDomains(stack, "verified-domains"), "tenant");
  const verified = "[for domain in data.azuread_domains.tenant.domains : domain.domain_name if domain.verified]";
  for (const domain of domains) {
    stack.addOverride(`check.${terraformName(`sip_domain_${domain}_is_verified`)}`, {
      assert: {
        condition: `\${contains(${verified}, "${domain}")}`,
        error_message: `${domain} is no verified domain of the tenant: add and verify it in the admin center before it is shared.`,
      },
    });
  }
}
