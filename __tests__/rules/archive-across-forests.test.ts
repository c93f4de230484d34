import { ARCHIVE_ACROSS_FORESTS } from "../../lib/rules/archive-across-forests";
import { ARCHIVE, messages, violations } from "./model-fixture";

const ACROSS = {
  ...ARCHIVE,
  forests: "different" as const,
  userPolicy: "ArchivingToExchange",
  synchronizedAttributes: ["msExchUserHoldPolicies", "proxyAddresses"],
};

describe("an archive in the Exchange of another forest", () => {
  test("is right with a policy on people and both attributes", () => {
    expect(violations(ARCHIVE_ACROSS_FORESTS, { exchangeArchives: [ACROSS] })).toEqual([]);
    expect(
      violations(ARCHIVE_ACROSS_FORESTS, { exchangeArchives: [{ ...ACROSS, userPolicy: "Uninitialized" }] }),
    ).toEqual([]);
  });

  test.each([
    [undefined, "no ExchangeArchivingPolicy is set on people: nothing would be archived in Exchange."],
    ["NoArchiving", "people have NoArchiving: nothing would be archived in Exchange."],
    ["UseLyncArchivingPolicy", "people have UseLyncArchivingPolicy: nothing would be archived in Exchange."],
  ])("is refused with the policy %p", (userPolicy, said) => {
    const found = messages(ARCHIVE_ACROSS_FORESTS, { exchangeArchives: [{ ...ACROSS, userPolicy }] });
    expect(found).toEqual([`Exchange stands in another forest and ${said}`]);
  });

  test("is refused without the attributes, and told to merge", () => {
    const exchangeArchives = [{ ...ACROSS, synchronizedAttributes: ["proxyAddresses"] }];
    const [only] = violations(ARCHIVE_ACROSS_FORESTS, { exchangeArchives });
    expect(only?.message).toContain("msExchUserHoldPolicies is not synchronized");
    expect(only?.fix).toContain("never replace them");
  });

  test("is no matter in one forest, or where transcripts stay on the servers", () => {
    const stays = { ...ACROSS, userPolicy: undefined, inExchange: false };
    expect(violations(ARCHIVE_ACROSS_FORESTS, { exchangeArchives: [ARCHIVE, stays] })).toEqual([]);
  });
});
