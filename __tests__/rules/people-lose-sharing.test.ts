import { PEOPLE_LOSE_SHARING } from "../../lib/rules/people-lose-sharing";
import { DEPLOYED_SPACE, messages, NOT_SHARED, POOL, PROVIDER, SHARED_SPACE, violations } from "./model-fixture";

const deployed = DEPLOYED_SPACE;

describe("sharing that was applied", () => {
  test("refuses to end while people are homed on-premises", () => {
    expect(violations(PEOPLE_LOSE_SHARING, { ...NOT_SHARED, deployed })).toEqual([
      {
        subject: "lync01.contoso.local",
        message:
          "60 people are homed on lync01.contoso.local, and CsHostingProvider/Office365 and " +
          "CsTenantFederationConfiguration/Global/shared-sip-address-space would be taken back: people in the cloud " +
          "would not reach them any more.",
        fix: "Declare the SharedAddressSpace again, with the same provider; take it out when homedUsers is 0.",
        source: "contoso/hybrid/lync01",
      },
    ]);
  });

  test("refuses for each pool that has people, and for one person too", () => {
    const frontEndPools = [POOL, { ...POOL, fqdn: "pool02.contoso.local", homedUsers: 1 }];
    expect(messages(PEOPLE_LOSE_SHARING, { ...NOT_SHARED, deployed, frontEndPools })[1]).toMatch(
      /^1 person is homed on pool02\.contoso\.local, /,
    );
  });

  test("refuses a provider under another name: the old one would be taken back", () => {
    const renamed = {
      hostingProviders: [{ ...PROVIDER, identity: "LyncOnline" }],
      sharedAddressSpaces: [{ ...SHARED_SPACE, provider: "LyncOnline" }],
    };
    expect(messages(PEOPLE_LOSE_SHARING, { ...renamed, deployed })[0]).toContain(
      ", and CsHostingProvider/Office365 would be taken back",
    );
  });

  test("may end when nobody is left", () => {
    const frontEndPools = [{ ...POOL, homedUsers: 0 }];
    expect(violations(PEOPLE_LOSE_SHARING, { ...NOT_SHARED, deployed, frontEndPools })).toEqual([]);
  });

  test("goes on, or was never applied", () => {
    expect(violations(PEOPLE_LOSE_SHARING, { deployed })).toEqual([]);
    expect(violations(PEOPLE_LOSE_SHARING, NOT_SHARED)).toEqual([]);
  });
});
