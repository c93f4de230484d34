import { DeploymentModel } from "../model/deployment-model";
import { nameList } from "./name-list";
import { Rule } from "./rule";

export const VOICEMAIL_ORGANIZATION: Rule = {
  id: "HYB-EXO-060",
  title: "Voicemail is for mailboxes of the tenant of this deployment.",
  severity: "error",
  why:
    "Organization is the default domain of the tenant, named as the hosted service knows it (" +
    '"Configure Cloud Voicemail service for on-premises users", New-CsHostedVoicemailPolicy).',
  check: (model) => {
    const own = domainsOfTenant(model);
    return model.hostedVoicemailPolicies.flatMap(({ identity, organizations, source }) => {
      const foreign = organizations.filter((name) => !own.includes(name));
      if (foreign.length === 0) return [];
      return [
        {
          subject: identity,
          message:
            `The hosted voicemail policy ${identity} is for ${nameList(foreign)}, which this deployment does not know as a ` +
            `domain of its tenant: no mailbox is found there, and voicemail is lost.`,
          fix:
            "Leave `organizations` out: it is the initial domain of the tenant then. If the name is the tenant's default domain, " +
            "acknowledge HYB-EXO-060 with that reason.",
          source,
        },
      ];
    });
  },
};

/** The initial domain, and the SIP domains: one of them may be the default domain of the tenant. */
function domainsOfTenant({ tenants, sipDomains }: DeploymentModel): string[] {
  return [...tenants.map(({ initialDomain }) => initialDomain), ...sipDomains.map(({ name }) => name)];
}
