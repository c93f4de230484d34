import { Construct } from "constructs";
import * as errors from "../errors";
import { ACCEPTED_DOMAIN, OWA_MAILBOX_POLICY_ONLINE } from "../onprem/catalog/exchange-online";
import { DesiredState } from "../onprem/desired-state";
import { Phase } from "../onprem/phase";
import { OnlineTenant } from "../tenant/online-tenant";
import { isEncodedText } from "../values/encoded-value";
import { parseFqdn } from "../values/fqdn";
import { sortedSet } from "../values/text-order";

/** The policy that every organization has, and new mailboxes get. */
const DEFAULT_POLICY = "OwaMailboxPolicy-Default";
const PRINTABLE = /^[\x20-\x7e]{1,64}$/;

export function parseMailboxPolicies(field: string, values: readonly string[] = [DEFAULT_POLICY]): string[] {
  const names = values.map((value, index) => {
    if (isEncodedText(value)) throw errors.knownOnlyAfterApply(`${field}[${index}]`);
    const name = value.trim();
    if (!PRINTABLE.test(name)) throw errors.noMailboxPolicyName(`${field}[${index}]`, value);
    return name;
  });
  refuseTwice(field, names);
  return sortedSet(names);
}

export function parseMailDomains(field: string, values: readonly string[]): string[] {
  const domains = values.map((value, index) => parseFqdn(`${field}[${index}]`, value));
  refuseTwice(field, domains);
  return sortedSet(domains);
}

/** Outlook on the web takes messaging from these servers, for whoever holds one of these policies. */
export function mailboxPolicies(scope: Construct, tenant: OnlineTenant, names: readonly string[]): void {
  for (const name of names) {
    new DesiredState(scope, `mailbox-policy-${name}`, {
      kind: OWA_MAILBOX_POLICY_ONLINE,
      identity: `${tenant.initialDomain}/${name}`,
      subject: name,
      properties: { InstantMessagingEnabled: true, InstantMessagingType: "Ocs" },
      phase: Phase.INTEGRATE,
      title: `Outlook on the web offers messaging to whoever holds the policy ${name} in ${tenant.initialDomain}.`,
      verification: `Get-OwaMailboxPolicy -Identity '${name}' shows InstantMessagingEnabled True and InstantMessagingType Ocs`,
      waits: "up to an hour, and the next sign-in to Outlook on the web",
      unverified: [
        "how long Exchange Online takes until a changed policy counts: the page of Set-OwaMailboxPolicy does not say",
        "that every administrator online may call Get-MailboxPlan, by which the shell is known",
      ],
    });
  }
}

/** The run stops before the route is made where Exchange Online takes no mail for one of these domains. */
export function acceptedDomains(scope: Construct, tenant: OnlineTenant, domains: readonly string[]): Construct[] {
  return domains.map(
    (domain) =>
      new DesiredState(scope, `accepted-domain-${domain}`, {
        kind: ACCEPTED_DOMAIN,
        identity: `${tenant.initialDomain}/${domain}`,
        subject: domain,
        properties: {},
        phase: Phase.PREPARE,
        title: `Exchange Online of ${tenant.initialDomain} accepts mail for ${domain}.`,
        verification: `Get-AcceptedDomain lists ${domain}`,
      }),
  );
}

function refuseTwice(field: string, names: readonly string[]): void {
  const known = new Set<string>();
  for (const name of names) {
    if (known.has(name.toLowerCase())) throw errors.twiceInList(field, name);
    known.add(name.toLowerCase());
  }
}
