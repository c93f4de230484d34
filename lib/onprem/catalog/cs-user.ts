import { Shell } from "../shell";
import { Bag, countedAs, Kind, kind, PeopleRow } from "./kind";
import { ROLLBACK } from "./cs-user-services-policy";

/** One property of the people on the servers: what the rows have in common is filled in. */
type OfPeople = Omit<PeopleRow, "read"> & Pick<Kind<Bag>, "risk" | "undo" | "sources"> & { readonly policy: boolean };

const READ = "Get-CsUser";

function ofPeople(row: OfPeople): Kind<Bag> {
  const { risk, undo, sources, policy, ...people } = row;
  return kind<Bag>({
    key: `CsUser-${row.property}`,
    shape: "transition",
    noun: "CsUser",
    shell: Shell.LYNC,
    // Get- may print the scope with the name of a policy, and it may not.
    properties: {
      [row.property]: { compare: policy ? "identity" : "ignore-case" },
      [countedAs({ ...people, read: READ })]: { compare: "exact" },
    },
    carried: [row.property],
    waitSeconds: 60,
    role: "CsUserAdministrator or CsAdministrator",
    risk,
    undo,
    people: { ...people, read: READ },
    sources: [...sources, "PS:Get-CsUser"],
  });
}

/** Whether unanswered calls of a person go to hosted voicemail. */
export const CS_USER_HOSTED_VOICE_MAIL = ofPeople({
  property: "HostedVoiceMail",
  write: "Set-CsUser",
  writeAs: "HostedVoiceMail",
  policy: false,
  whenEmpty: false,
  needs: {
    property: "EnterpriseVoiceEnabled",
    words:
      "has no Enterprise Voice, which hosted voicemail needs: enable it first (Set-CsUser -EnterpriseVoiceEnabled), or take the person out of the list.",
  },
  risk: { level: "medium", reason: "unanswered calls of these people go to hosted voicemail, and nowhere else" },
  undo: {
    possible: "with loss",
    how: "each person gets the value back that was there before; messages that were left in between stay in the mailbox of the cloud",
  },
  sources: ["PS:Set-CsUser", "Configure Cloud Voicemail service"],
});

/** The hosted voicemail policy that a person has of their own. */
export const CS_USER_HOSTED_VOICEMAIL_POLICY = ofPeople({
  property: "HostedVoicemailPolicy",
  write: "Grant-CsHostedVoicemailPolicy",
  writeAs: "PolicyName",
  policy: true,
  risk: { level: "low", reason: "decides where unanswered calls go of these people once they have hosted voicemail" },
  undo: {
    possible: "yes",
    how: "each person gets back the policy that was there before, or none of their own (-PolicyName $null)",
  },
  sources: ["PS:Grant-CsHostedVoicemailPolicy"],
});

/** The user services policy that a person has of their own. */
export const CS_USER_USER_SERVICES_POLICY = ofPeople({
  property: "UserServicesPolicy",
  write: "Grant-CsUserServicesPolicy",
  writeAs: "PolicyName",
  policy: true,
  risk: { level: "medium", reason: "contacts of these people move to Exchange at their next sign-in" },
  undo: {
    possible: "with loss",
    how: `each person gets back the policy that was there before, or none of their own. ${ROLLBACK}`,
  },
  sources: ["PS:Grant-CsUserServicesPolicy", "Configure Skype for Business Server to use the unified contact store"],
});

/** Where conversations of a person are archived, where the servers and Exchange stand in different forests. */
export const CS_USER_EXCHANGE_ARCHIVING_POLICY = ofPeople({
  property: "ExchangeArchivingPolicy",
  write: "Set-CsUser",
  writeAs: "ExchangeArchivingPolicy",
  policy: false,
  whenEmpty: "Uninitialized",
  risk: { level: "medium", reason: "decides for each of these people where their conversations are archived" },
  undo: {
    possible: "with loss",
    how: "each person gets the value back that was there before; what was archived in between stays where it is",
  },
  sources: ["PS:Set-CsUser", "Configure Skype for Business Server to use Exchange Server archiving"],
});
