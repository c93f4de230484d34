import { Construct } from "constructs";
import { PeopleFact } from "../model/integration-facts";
import { CS_USER_HOSTED_VOICE_MAIL, CS_USER_HOSTED_VOICEMAIL_POLICY } from "../onprem/catalog/cs-user";
import { PeopleState } from "../onprem/people-state";
import { Phase } from "../onprem/phase";
import { counted } from "../values/counted";
import { People } from "../values/people";
import { NULL_TAKES_AWAY, policyOfPerson, READ_AS_ITSELF } from "./people-words";

/** The policy that people are switched to hosted voicemail under. */
export interface VoicemailOfPeople {
  /** Global, Site:<name> or Tag:<name>. */
  readonly identity: string;
  readonly people: People;
}

/** A policy for people is given to them first; one of a site, or the global one, counts for them already. */
export function declareVoicemailPeople(room: Construct, policy: Construct, of: VoicemailOfPeople): void {
  const name = policyOfPerson(of.identity);
  const { addresses } = of.people;
  const who = counted(addresses.length, "person", "people");
  const waitsFor = name === undefined ? policy : grant(room, policy, name, of.people);
  new PeopleState(room, "hosted-voicemail", {
    kind: CS_USER_HOSTED_VOICE_MAIL,
    subject: of.identity,
    value: true,
    people: addresses,
    phase: Phase.INTEGRATE,
    title: `Unanswered calls of ${who} go to hosted voicemail.`,
    verification:
      "Get-CsUser -Identity <person> shows HostedVoiceMail True; a call that nobody answers ends in the mailbox",
  }).node.addDependency(waitsFor);
}

function grant(room: Construct, policy: Construct, name: string, people: People): Construct {
  const who = counted(people.addresses.length, "person has", "people have");
  const granted = new PeopleState(room, "granted", {
    kind: CS_USER_HOSTED_VOICEMAIL_POLICY,
    subject: name,
    value: name,
    people: people.addresses,
    phase: Phase.INTEGRATE,
    title: `${who} the hosted voicemail policy ${name}.`,
    verification: `Get-CsUser -Identity <person> shows HostedVoicemailPolicy ${name}`,
    unverified: [READ_AS_ITSELF, NULL_TAKES_AWAY],
  });
  granted.node.addDependency(policy);
  return granted;
}

/** What the model says of the people of a policy. */
export function voicemailPeopleFacts(source: string, of: VoicemailOfPeople): readonly PeopleFact[] {
  const people = of.people.addresses;
  const name = policyOfPerson(of.identity);
  return [
    { source, property: "HostedVoiceMail", value: "True", people },
    ...(name === undefined ? [] : [{ source, property: "HostedVoicemailPolicy", value: name, people }]),
  ];
}
