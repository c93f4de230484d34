import { NO_ISLANDS_IN_HYBRID } from "../../lib/rules/no-islands-in-hybrid";
import { violations } from "./model-fixture";

const SOURCE = "contoso/hybrid/mode";
const TENANT = "contoso.onmicrosoft.com";

describe("the tenant's mode", () => {
  test("is warned when it is Islands", () => {
    const coexistenceModes = [{ source: SOURCE, tenant: TENANT, mode: "Islands" }];
    expect(violations(NO_ISLANDS_IN_HYBRID, { coexistenceModes })).toEqual([
      {
        subject: TENANT,
        message:
          "The mode of contoso.onmicrosoft.com is declared Islands: people on-premises would miss what reaches them in Teams.",
        fix: "Declare CoexistenceMode.SFB_WITH_TEAMS_COLLAB, which Microsoft recommends while people live on both sides.",
        source: SOURCE,
      },
    ]);
    expect(NO_ISLANDS_IN_HYBRID.severity).toBe("warning");
  });

  test("is right when it is one of the Skype for Business modes, or not declared", () => {
    const coexistenceModes = [{ source: SOURCE, tenant: TENANT, mode: "SfBOnly" }];
    expect(violations(NO_ISLANDS_IN_HYBRID, { coexistenceModes })).toEqual([]);
    expect(violations(NO_ISLANDS_IN_HYBRID)).toEqual([]);
  });
});
