import { Shell } from "../shell";
import { kind } from "./kind";

/** What people with a mailbox online may do in Outlook on the web, as far as messaging goes. */
export type OwaMailboxPolicy = {
  readonly InstantMessagingEnabled: boolean;
  /** Ocs: through Skype for Business. */
  readonly InstantMessagingType: string;
};

const ROLE = "Organization Management in Exchange Online";

/** What is common to objects of an organization online. Their identity is `<initial domain of the tenant>/<name>`. */
const IN_TENANT = {
  shape: "entity",
  shell: Shell.EXCHANGE_ONLINE,
  identity: "ignore-case",
  createdByHand: true,
  role: ROLE,
} as const;

/** A policy of mailboxes. It is changed where it exists, and never created: nobody would hold it. */
export const OWA_MAILBOX_POLICY_ONLINE = kind<OwaMailboxPolicy>({
  ...IN_TENANT,
  key: "OwaMailboxPolicy-exchange-online",
  noun: "HybridOwaMailboxPolicy",
  functions: {
    files: ["exchange-online", "owa-mailbox-policies"],
    identityAs: ["Tenant", "Name"],
    cmdlets: ["Get-AcceptedDomain", "Get-OwaMailboxPolicy", "Set-OwaMailboxPolicy"],
  },
  properties: {
    InstantMessagingEnabled: { compare: "exact" },
    InstantMessagingType: { compare: "ignore-case" },
  },
  carried: ["InstantMessagingEnabled", "InstantMessagingType"],
  waitSeconds: 60,
  risk: {
    level: "low",
    reason: "people who hold the policy see messaging and presence in Outlook on the web from their next sign-in on",
  },
  undo: { possible: "yes", how: "the captured values of this policy are set again" },
  sources: [
    "PS:Get-OwaMailboxPolicy",
    "PS:Set-OwaMailboxPolicy",
    "PS:Get-AcceptedDomain",
    "Configure integration between on-premises Skype for Business Server and Outlook Web App",
  ],
});

/** A domain for which the organization takes mail. It is looked for, and never made: that is a decision about mail. */
export const ACCEPTED_DOMAIN = kind<Record<never, never>>({
  ...IN_TENANT,
  key: "AcceptedDomain",
  noun: "HybridAcceptedDomain",
  functions: {
    files: ["exchange-online", "accepted-domains"],
    identityAs: ["Tenant", "Name"],
    cmdlets: ["Get-AcceptedDomain"],
  },
  properties: {},
  carried: [],
  waitSeconds: 0,
  risk: { level: "info", reason: "only looks" },
  undo: { possible: "yes", how: "nothing to take back" },
  sources: ["PS:Get-AcceptedDomain", "Configure Cloud Voicemail service"],
});
