import { Shell } from "../shell";
import { CallRow, kind, StateRow } from "./kind";

/** Whether the tenant provisions people in a SIP domain. */
export type OnlineSipDomainStatus = "Enabled" | "Disabled";

/**
 * No document names the properties that Get-CsOnlineSipDomain returns, so none is read: its documented filters are asked,
 * and the filter that returns the domain tells its status.
 */
function asked(status: OnlineSipDomainStatus): CallRow {
  return { cmdlet: "Get-CsOnlineSipDomain", identityAs: "Domain", parameters: { DomainStatus: status } };
}

const STATES: Readonly<Record<OnlineSipDomainStatus, StateRow>> = {
  Disabled: {
    question: asked("Disabled"),
    verb: { cmdlet: "Disable-CsOnlineSipDomain", identityAs: "Domain", confirm: true },
    beyond: [],
    guard: "nobody-homed-online",
    returns: true,
    risk: {
      level: "critical",
      reason:
        "people in this domain who are provisioned online lose their SIP addresses, and their contacts and meetings are deleted",
    },
    undo: {
      possible: "with loss",
      how: "the domain is enabled again; SIP addresses, contacts and meetings that were deleted do not come back",
    },
  },
  Enabled: {
    question: asked("Enabled"),
    verb: { cmdlet: "Enable-CsOnlineSipDomain", identityAs: "Domain", confirm: true },
    beyond: [],
    returns: true,
  },
};

/** A SIP domain as the tenant treats it: provisioned, or shut out because another forest still holds its people. */
export const CS_ONLINE_SIP_DOMAIN = kind<{ readonly DomainStatus: OnlineSipDomainStatus }>({
  key: "CsOnlineSipDomain",
  shape: "transition",
  noun: "CsOnlineSipDomain",
  shell: Shell.TEAMS,
  identity: "fqdn",
  properties: { DomainStatus: { compare: "ignore-case" } },
  carried: ["DomainStatus"],
  waitSeconds: 120,
  role: "Teams Administrator",
  risk: { level: "low", reason: "licensed people of this domain are provisioned online from here on" },
  undo: {
    possible: "yes",
    how: "the domain is disabled again, refused while anybody of it is homed online",
  },
  transition: {
    stateProperty: "DomainStatus",
    states: STATES,
    whenAbsent:
      "Asked for enabled and for disabled domains, the tenant names this one in neither answer. " +
      "Verify it in the tenant first, then run again.",
    people: false,
  },
  sources: ["PS:Get-CsOnlineSipDomain", "PS:Enable-CsOnlineSipDomain", "PS:Disable-CsOnlineSipDomain"],
});
