import { Shell } from "../shell";
import { kind, StateRow } from "./kind";

/** Mode that the tenant gives to everybody who has none of their own, as Get-CsTenant shows it. */
export type TenantMode = "Islands" | "SfBOnly" | "SfBWithTeamsCollab" | "SfBWithTeamsCollabAndMeetings" | "TeamsOnly";

/** Granting for the tenant takes no -Confirm in the current module (its page lost the parameter in 2024). */
function granted(policy: string): Pick<StateRow, "verb" | "returns"> {
  return {
    verb: { cmdlet: "Grant-CsTeamsUpgradePolicy", parameters: { PolicyName: policy }, switches: ["Global"] },
    returns: true,
  };
}

/** A tenant that is TeamsOnly has left hybrid behind: the old mode is not granted again. */
const BEFORE_TEAMS_ONLY = { beyond: ["TeamsOnly"] };

const STATES: Readonly<Record<TenantMode, StateRow>> = {
  Islands: { ...granted("Islands"), ...BEFORE_TEAMS_ONLY },
  SfBOnly: { ...granted("SfBOnly"), ...BEFORE_TEAMS_ONLY },
  SfBWithTeamsCollab: { ...granted("SfBWithTeamsCollab"), ...BEFORE_TEAMS_ONLY },
  SfBWithTeamsCollabAndMeetings: { ...granted("SfBWithTeamsCollabAndMeetings"), ...BEFORE_TEAMS_ONLY },
  TeamsOnly: {
    ...granted("UpgradeToTeams"),
    beyond: [],
    guard: "nobody-homed-on-premises",
    risk: {
      level: "high",
      reason: "everybody without a mode of their own becomes TeamsOnly, which people homed on-premises cannot be",
    },
    approval: "whoever owns the end of hybrid: the public DNS records must point to the cloud by then",
  },
};

/** The coexistence mode of the whole tenant. People keep a mode that was granted to them or to their group. */
export const CS_TEAMS_UPGRADE_POLICY = kind<{ readonly TeamsUpgradeEffectiveMode: TenantMode }>({
  key: "CsTeamsUpgradePolicy-teams",
  shape: "transition",
  noun: "CsTeamsUpgradePolicy",
  shell: Shell.TEAMS,
  properties: { TeamsUpgradeEffectiveMode: { compare: "ignore-case" } },
  carried: ["TeamsUpgradeEffectiveMode"],
  waitSeconds: 120,
  role: "Teams Administrator",
  risk: {
    level: "medium",
    reason: "decides for everybody without a mode of their own in which client chats and calls arrive",
  },
  undo: {
    possible: "with loss",
    how: "the earlier mode is granted again; that its policy also notified people (...WithNotify) is lost",
  },
  transition: {
    stateProperty: "TeamsUpgradeEffectiveMode",
    read: { cmdlet: "Get-CsTenant" },
    states: STATES,
    people: false,
  },
  sources: ["PS:Grant-CsTeamsUpgradePolicy", "PS:Get-CsTenant", "Cloud consolidation for Teams and Skype for Business"],
});
