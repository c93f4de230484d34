import { PeopleFact } from "../model/integration-facts";
import { counted } from "../values/counted";
import { domainOfAddress } from "../values/sip-address";
import { sortedSet } from "../values/text-order";
import { nameList } from "./name-list";
import { Rule, Violation } from "./rule";

/** Findings enter manifests: this one counts people and names their domains only. */
export const PEOPLE_IN_SIP_DOMAINS: Rule = {
  id: "HYB-USR-101",
  title: "People who are named have an address in a declared SIP domain.",
  severity: "error",
  why: 'A person on the servers has a SIP address in a SIP domain of the servers ("Enable-CsUser"): another is not found.',
  check: ({ people, sipDomains }) =>
    people.flatMap(({ source, property, people: addresses }) => {
      const domains = addresses
        .map(domainOfAddress)
        .filter((domain) => !sipDomains.some(({ name }) => name === domain));
      if (domains.length === 0) return [];
      const who = counted(domains.length, "person whose address is", "people whose addresses are");
      const where = nameList(sortedSet(domains));
      return [
        {
          subject: property,
          message: `${property} is declared for ${who} in ${where}, and this deployment declares no such SIP domain.`,
          fix: "Correct the address, or declare the SipDomain.",
          source,
        },
      ];
    }),
};

export const PEOPLE_WITH_ONE_VALUE: Rule = {
  id: "HYB-USR-102",
  title: "A person is named with one value of a property.",
  severity: "error",
  why: "A person has one policy of a kind (Grant-CsHostedVoicemailPolicy): two steps would write over each other at every run.",
  unacceptable: "a second run would never find what the first one left.",
  check: ({ people }) => people.flatMap((fact, index) => people.slice(index + 1).flatMap((other) => torn(fact, other))),
};

/** What two lists want that differs, for people who stand on both. */
function torn(one: PeopleFact, other: PeopleFact): Violation[] {
  if (one.property !== other.property || one.value.toLowerCase() === other.value.toLowerCase()) return [];
  const both = one.people.filter((address) => other.people.includes(address));
  if (both.length === 0) return [];
  const who = counted(both.length, "person is", "people are");
  return [
    {
      subject: one.property,
      message: `${who} to have ${one.property} ${one.value} and ${other.value} at once.`,
      fix: `Take ${both.length === 1 ? "that person" : "them"} out of one of the two lists: ${nameList(both)}.`,
      source: one.source,
    },
  ];
}
