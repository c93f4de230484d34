import { AT_MOST_TWO_VERSIONS } from "../../lib/rules/at-most-two-versions";
import { DIRECTOR, EDGE_POOL, messages, OF_2015, OF_2019, OF_SUBSCRIPTION, POOL, violations } from "./model-fixture";

const of = (fqdn: string, version: typeof OF_2015): typeof POOL => ({ ...POOL, fqdn, ...version });

describe("the versions of the servers", () => {
  test("refuses three of them, Edge pools counted", () => {
    const edgePools = [{ ...EDGE_POOL, ...OF_2019 }];
    expect(
      messages(AT_MOST_TWO_VERSIONS, { frontEndPools: [POOL, of("pool02.contoso.local", OF_2015)], edgePools }),
    ).toEqual([
      "3 server versions are declared, two are supported: edge01.contoso.local (Skype for Business Server 2019), " +
        "lync01.contoso.local (Lync Server 2013), pool02.contoso.local (Skype for Business Server 2015).",
    ]);
  });

  test("refuses three of them, Directors counted", () => {
    const directors = [{ ...DIRECTOR, ...OF_2015 }];
    const edgePools = [{ ...EDGE_POOL, ...OF_2019 }];
    expect(messages(AT_MOST_TWO_VERSIONS, { directors, edgePools })[0]).toContain(
      "3 server versions are declared, two are supported: dir01.contoso.local (Skype for Business Server 2015), ",
    );
  });

  test("refuses Lync Server 2010 in the facts of a live deployment, also alone", () => {
    const old = { ...POOL, version: "Lync Server 2010", versionOrder: 0 };
    expect(messages(AT_MOST_TWO_VERSIONS, { frontEndPools: [old], edgePools: [] })).toEqual([
      "lync01.contoso.local is Lync Server 2010: hybrid with Teams is not supported with it, alone or beside another version.",
    ]);
  });

  test("leaves Subscription Edition, which no document lists, to a warning", () => {
    const frontEndPools = [POOL, { ...POOL, fqdn: "pool02.contoso.local", ...OF_SUBSCRIPTION }];
    expect(violations(AT_MOST_TWO_VERSIONS, { frontEndPools })).toEqual([]);
  });

  test("lets two stand beside each other", () => {
    expect(violations(AT_MOST_TWO_VERSIONS, { frontEndPools: [POOL, of("pool02.contoso.local", OF_2019)] })).toEqual(
      [],
    );
    expect(violations(AT_MOST_TWO_VERSIONS)).toEqual([]);
  });
});
