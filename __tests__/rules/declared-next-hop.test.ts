import { DECLARED_NEXT_HOP } from "../../lib/rules/declared-next-hop";
import { DIRECTOR, EDGE_POOL, messages, violations } from "./model-fixture";

describe("the next hop of the federation Edge", () => {
  test("refuses a pool of another deployment", () => {
    expect(messages(DECLARED_NEXT_HOP, { edgePools: [{ ...EDGE_POOL, nextHop: "pool01.fabrikam.local" }] })).toEqual([
      "edge01.contoso.local hands its traffic to pool01.fabrikam.local, which is no pool or Director of this deployment.",
    ]);
  });

  test("may be a declared Director", () => {
    const edgePools = [{ ...EDGE_POOL, nextHop: DIRECTOR.fqdn }];
    expect(violations(DECLARED_NEXT_HOP, { edgePools, directors: [DIRECTOR] })).toEqual([]);
    expect(violations(DECLARED_NEXT_HOP, { edgePools }).map(({ fix }) => fix)).toEqual([
      "Declare the FrontEndPool or Director dir01.contoso.local in the same HybridDeployment, or name another next hop.",
    ]);
  });

  test("is a declared pool, and of no interest for media only", () => {
    const media = { ...EDGE_POOL, fqdn: "edge02.contoso.local", federation: false, nextHop: "pool01.fabrikam.local" };
    expect(violations(DECLARED_NEXT_HOP, { edgePools: [EDGE_POOL, media] })).toEqual([]);
  });
});
