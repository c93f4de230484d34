import { ArchivedContent, ExchangeArchiving, People, UnifiedContactStore } from "../../lib";
import { PeopleFact } from "../../lib/model/integration-facts";
import { PEOPLE_IN_SIP_DOMAINS, PEOPLE_WITH_ONE_VALUE } from "../../lib/rules/people-named";
import { withRooms } from "../exchange/rooms";
import { violations } from "./model-fixture";
import { sentence } from "./synthesis";

const of = (source: string, value: string, ...people: string[]): PeopleFact => ({
  source,
  property: "HostedVoicemailPolicy",
  value,
  people,
});
const fact = (...addresses: string[]): { people: PeopleFact[] } => ({ people: [of("a", "One", ...addresses)] });
const torn = (value: string, ...addresses: string[]): { people: PeopleFact[] } => ({
  people: [of("a", "One", "anna@contoso.com"), of("b", value, ...addresses)],
});

describe("an address of somebody who is named", () => {
  test("is refused outside the declared SIP domains, by domain and count, without the name", () => {
    const [found] = violations(PEOPLE_IN_SIP_DOMAINS, fact("anna@fabrikam.com", "ben@fabrikam.com"));
    expect(found?.message).toContain("for 2 people whose addresses are in fabrikam.com");
    expect(found?.fix).toBe("Correct the address, or declare the SipDomain.");
    expect(JSON.stringify(found)).not.toContain("anna");
  });

  test("is right inside them", () => {
    expect(violations(PEOPLE_IN_SIP_DOMAINS, fact("anna@contoso.com"))).toEqual([]);
  });

  test("stops the synthesis", () => {
    const people = People.of("anna@fabrikam.com");
    const { error } = withRooms(({ hybrid, connection }) => {
      new UnifiedContactStore(hybrid, "ucs", { connection, allowed: false, pilotPolicy: "Pilot", people });
    });
    expect(sentence(error)).toContain("HYB-USR-101");
  });
});

describe("a person on two lists", () => {
  test("is refused with two policies", () => {
    const [found] = violations(PEOPLE_WITH_ONE_VALUE, torn("Two", "anna@contoso.com"));
    expect(found?.message).toBe("1 person is to have HostedVoicemailPolicy One and Two at once.");
    expect(found?.fix).toBe("Take that person out of one of the two lists: anna@contoso.com.");
  });

  test("is right with the same policy, and other people may have another", () => {
    expect(violations(PEOPLE_WITH_ONE_VALUE, torn("one", "anna@contoso.com"))).toEqual([]);
    expect(violations(PEOPLE_WITH_ONE_VALUE, torn("Two", "ben@contoso.com"))).toEqual([]);
  });
});

test("people of a pilot without its policy are refused", () => {
  const people = People.of("anna@adatum.local");
  expect(() =>
    withRooms(({ hybrid, connection }) => {
      new UnifiedContactStore(hybrid, "ucs", { connection, allowed: true, people });
    }),
  ).toThrow('"people" names people, and there is no policy to give them');
});

test("people of an archive in one forest are refused: the hold of their mailbox decides", () => {
  const people = People.of("anna@adatum.local");
  expect(() =>
    withRooms(({ hybrid, connection, pool }) => {
      new ExchangeArchiving(hybrid, "archive", { connection, pool, content: ArchivedContent.IM_ONLY, people });
    }),
  ).toThrow("in one forest the In-Place Hold of the mailbox decides");
});
