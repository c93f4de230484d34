import { Construct } from "constructs";
import { CS_USER_EXCHANGE_ARCHIVING_POLICY } from "../onprem/catalog/cs-user";
import { ManualStep } from "../onprem/manual-step";
import { PeopleState } from "../onprem/people-state";
import { Phase } from "../onprem/phase";
import { counted } from "../values/counted";
import { ExchangeArchivingPolicy, SYNCHRONIZED_ATTRIBUTES } from "./archiving-forests";

/** Two attributes of Exchange must reach the forest of the servers, or nobody there knows of a hold. */
export function attributeSync(room: Construct, pool: string): ManualStep {
  const [holds = "", addresses = ""] = SYNCHRONIZED_ATTRIBUTES;
  return new ManualStep(room, "attributes", {
    name: "sync-archiving-attributes",
    subject: pool,
    phase: Phase.INTEGRATE,
    title: `The directory sync between the two forests carries ${holds} and ${addresses}.`,
    words: [
      "Open the tool that synchronizes the forest of Exchange with the forest of these servers.",
      `Add the attribute ${holds}, from the forest of Exchange to the forest of these servers.`,
      `Add the attribute ${addresses} in the same direction. It has several values: merge them, never replace them, or ` +
        `addresses that are there already are lost.`,
      "Run a synchronization, first for one person whose mailbox is on In-Place Hold, then for everybody.",
    ],
    host: pool,
    role: "administrator of the directory sync",
    risk: {
      level: "high",
      reason: `where ${addresses} is replaced instead of merged, people lose mail and SIP addresses`,
    },
    undo: {
      possible: "yes",
      how: "take both attributes out of the sync; merged values stay until somebody removes them",
    },
    verification:
      `in the forest of these servers, a person whose mailbox is on hold has ${holds}, and ${addresses} holds the values ` +
      `of both forests`,
    unverified: ["how the sync tool of this company is told: the document names the attributes and no tool"],
  });
}

/** Across forests the configuration alone archives nothing in Exchange: it is said on every person. */
export function archivingPolicyOfPeople(room: Construct, pool: string, policy: ExchangeArchivingPolicy): ManualStep {
  return new ManualStep(room, "people", {
    name: "exchange-archiving-policy",
    subject: pool,
    phase: Phase.INTEGRATE,
    title: `Everybody whose conversations belong in Exchange has the ExchangeArchivingPolicy ${policy}.`,
    words: [
      "Open the management shell of the servers. The control panel does not show this property.",
      `Keep what is there: Get-CsUser | Select-Object SipAddress, ExchangeArchivingPolicy | Export-Csv <file> -NoTypeInformation`,
      `For one person: Set-CsUser -Identity "<person>" -ExchangeArchivingPolicy ${policy}`,
      `For everybody of a pool: Get-CsUser -Filter {RegistrarPool -eq "${pool}"} | Set-CsUser -ExchangeArchivingPolicy ${policy}`,
      "Do it again for people who are enabled later: nothing sets it for them.",
    ],
    host: pool,
    role: "CsUserAdministrator or CsAdministrator",
    risk: { level: "medium", reason: "decides for each of these people where their conversations are archived" },
    undo: {
      possible: "with loss",
      how: "set the exported values again; what was archived in between stays where it is",
    },
    verification:
      `Get-CsUser | Where-Object {$_.ExchangeArchivingPolicy -ne "${policy}"} | Select-Object DisplayName lists nobody who ` +
      `should have it`,
  });
}

/** The same for people who are named. */
export function archivingPolicyOf(
  room: Construct,
  policy: ExchangeArchivingPolicy,
  people: readonly string[],
): PeopleState {
  return new PeopleState(room, "people", {
    kind: CS_USER_EXCHANGE_ARCHIVING_POLICY,
    subject: policy,
    value: policy,
    people,
    phase: Phase.INTEGRATE,
    title: `${counted(people.length, "person has", "people have")} the ExchangeArchivingPolicy ${policy}.`,
    verification: `Get-CsUser -Identity <person> shows ExchangeArchivingPolicy ${policy}`,
    approval: "whoever answers for legal holds and retention",
  });
}
