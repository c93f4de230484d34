import { Shell } from "../shell";
import { kind } from "./kind";

/** Where the contacts of people live: in the unified contact store of Exchange, or on the servers. */
export type CsUserServicesPolicy = {
  readonly UcsAllowed: boolean;
};

const ROLE = "CsAdministrator or RTCUniversalServerAdmins";
const SOURCES = [
  "PS:New-CsUserServicesPolicy",
  "PS:Set-CsUserServicesPolicy",
  "Configure Skype for Business Server to use the unified contact store",
];
/** A changed policy moves nobody's contacts back: this is what it takes. */
export const ROLLBACK =
  "Contacts that moved already stay in Exchange. To bring a person's contacts back it takes both: a policy with UcsAllowed " +
  "False that counts for that person, then Invoke-CsUcsRollback -Identity <person>. After the rollback alone they return to " +
  "Exchange after 7 days.";

/** The global policy: it counts for everybody whose site, pool or self has none. */
export const CS_USER_SERVICES_POLICY = kind<CsUserServicesPolicy>({
  key: "CsUserServicesPolicy",
  shape: "singleton",
  noun: "CsUserServicesPolicy",
  shell: Shell.LYNC,
  properties: { UcsAllowed: { compare: "exact" } },
  carried: ["UcsAllowed"],
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "medium", reason: "decides for everybody without a policy of their own where their contacts live" },
  undo: { possible: "with loss", how: `the captured value is set again. ${ROLLBACK}` },
  sources: SOURCES,
});

/** A policy of single people, such as those of a pilot. Granting it is no part of it. */
export const CS_USER_SERVICES_POLICY_OF_PEOPLE = kind<CsUserServicesPolicy>({
  key: "CsUserServicesPolicy-people",
  shape: "entity",
  noun: "CsUserServicesPolicy",
  shell: Shell.LYNC,
  properties: { UcsAllowed: { compare: "exact" } },
  // The first two are of Skype for Business Server; undo keeps them where it finds them.
  carried: ["EnableAwaySinceIndication", "MigrationDelayInDays", "UcsAllowed"],
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "low", reason: "counts for whom it is granted to, and for nobody before" },
  undo: {
    possible: "with loss",
    how: `the policy is removed if this runbook created it; take it from the people who have it first. ${ROLLBACK}`,
  },
  sources: SOURCES,
});
