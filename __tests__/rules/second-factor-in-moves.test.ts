import { SECOND_FACTOR_IN_MOVES } from "../../lib/rules/second-factor-in-moves";
import { contosoModel, POOL, violations } from "./model-fixture";

const [TENANT] = contosoModel().tenants;
const moving = (secondFactor?: boolean): object => ({
  tenants: [
    {
      ...TENANT,
      signIns: [{ shell: "move", mode: "interactive", ...(secondFactor === undefined ? {} : { secondFactor }) }],
    },
  ],
});

describe("the account that moves people", () => {
  test("is warned of with a second factor, where only the tools of Lync Server 2013 are there", () => {
    const [found, ...others] = violations(SECOND_FACTOR_IN_MOVES, moving(true));
    expect(others).toEqual([]);
    expect(found?.message).toContain("has a second factor, which the tools of Lync Server 2013 cannot ask for");
    expect(found?.fix).toContain("2015 (CU12 or later) or 2019");
    expect(SECOND_FACTOR_IN_MOVES.severity).toBe("warning");
  });

  test("is right without one, where nothing is said, and with newer tools beside", () => {
    for (const answer of [false, undefined]) expect(violations(SECOND_FACTOR_IN_MOVES, moving(answer))).toEqual([]);
    expect(violations(SECOND_FACTOR_IN_MOVES)).toEqual([]);
    const frontEndPools = [POOL, { ...POOL, fqdn: "sfb01.contoso.local", versionOrder: 2 }];
    expect(violations(SECOND_FACTOR_IN_MOVES, { ...moving(true), frontEndPools })).toEqual([]);
  });
});
