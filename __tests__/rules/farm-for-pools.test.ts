import { FARM_FOR_POOLS } from "../../lib/rules/farm-for-pools";
import { FARM, messages, violations } from "./model-fixture";

describe("an Office Web Apps farm", () => {
  test("is right with https under its own name, for pools that are declared", () => {
    expect(violations(FARM_FOR_POOLS, { officeWebAppsFarms: [FARM] })).toEqual([]);
  });

  test.each([
    ["http://wac.contoso.local/hosting/discovery/", "and the servers need https"],
    ["https://wacext.contoso.com/hosting/discovery/", "names another host, wacext.contoso.com"],
    ["wac", "and the servers need https"],
  ])("is refused with the discovery address %s", (discoveryUrl, said) => {
    const found = messages(FARM_FOR_POOLS, { officeWebAppsFarms: [{ ...FARM, discoveryUrl }] });
    expect(found).toEqual([expect.stringContaining(said)]);
  });

  test("is refused for a pool that nobody declared, with the pool named", () => {
    const pools = ["lync01.contoso.local", "lync02.contoso.local"];
    const [only, ...rest] = violations(FARM_FOR_POOLS, { officeWebAppsFarms: [{ ...FARM, pools }] });
    expect(rest).toEqual([]);
    expect(only?.message).toContain("associated with lync02.contoso.local, which is no pool of this deployment");
    expect(only?.fix).toContain("Declare the FrontEndPool lync02.contoso.local");
  });
});
