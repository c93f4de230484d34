import { CoexistenceModeFact } from "../../lib/model/deployment-model";
import { NO_TEAMS_ONLY_WITH_PEOPLE } from "../../lib/rules/no-teams-only-with-people";
import { messages, POOL, violations } from "./model-fixture";

const SOURCE = "contoso/hybrid/mode";
const mode = (of: string): CoexistenceModeFact => ({ source: SOURCE, tenant: "contoso.onmicrosoft.com", mode: of });
const declared = { coexistenceModes: [mode("UpgradeToTeams")] };

describe("a tenant that is declared TeamsOnly", () => {
  test("is refused while people are homed on-premises", () => {
    expect(violations(NO_TEAMS_ONLY_WITH_PEOPLE, declared)).toEqual([
      {
        subject: "contoso.onmicrosoft.com",
        message: "The mode of contoso.onmicrosoft.com is declared TeamsOnly, and 60 people are homed on-premises.",
        fix: "Declare CoexistenceMode.SFB_WITH_TEAMS_COLLAB until everybody is moved; then say homedUsers: 0 on every pool.",
        source: SOURCE,
      },
    ]);
  });

  test("is refused for the last person too", () => {
    const frontEndPools = [{ ...POOL, homedUsers: 1 }];
    expect(messages(NO_TEAMS_ONLY_WITH_PEOPLE, { ...declared, frontEndPools })[0]).toContain("1 person is homed");
  });

  test("is refused when a pool does not say how many: unknown counts as people", () => {
    const frontEndPools = [
      { ...POOL, homedUsers: 0 },
      { ...POOL, fqdn: "pool02.contoso.local", homedUsers: undefined },
    ];
    expect(messages(NO_TEAMS_ONLY_WITH_PEOPLE, { ...declared, frontEndPools })[0]).toContain(
      "pool02.contoso.local does not say how many people are homed there",
    );
    expect(messages(NO_TEAMS_ONLY_WITH_PEOPLE, { ...declared, frontEndPools: [] })[0]).toContain("no pool says");
  });

  test("is right when nobody is left", () => {
    const frontEndPools = [{ ...POOL, homedUsers: 0 }];
    expect(violations(NO_TEAMS_ONLY_WITH_PEOPLE, { ...declared, frontEndPools })).toEqual([]);
  });
});

test("a tenant in a Skype for Business mode may have people on-premises", () => {
  expect(violations(NO_TEAMS_ONLY_WITH_PEOPLE, { coexistenceModes: [mode("SfBWithTeamsCollab")] })).toEqual([]);
});
