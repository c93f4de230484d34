import { ONE_FEDERATION_EDGE } from "../../lib/rules/one-federation-edge";
import { EDGE_POOL, messages, violations } from "./model-fixture";

const SECOND = { ...EDGE_POOL, source: "contoso/hybrid/edge02", fqdn: "edge02.contoso.local" };

describe("the Edge pool with federation", () => {
  test("refuses a deployment with two of them", () => {
    expect(violations(ONE_FEDERATION_EDGE, { edgePools: [EDGE_POOL, SECOND] })).toEqual([
      {
        subject: "federation Edge",
        message: "2 Edge pools have federation: edge01.contoso.local, edge02.contoso.local.",
        fix: "Declare the Edge pool of your sites' federation route, and say federation: false on every other one.",
        source: "contoso/hybrid/edge01, contoso/hybrid/edge02",
      },
    ]);
  });

  test("refuses a deployment without one", () => {
    expect(messages(ONE_FEDERATION_EDGE, { edgePools: [{ ...EDGE_POOL, federation: false }] })).toEqual([
      "No Edge pool has federation.",
    ]);
    expect(violations(ONE_FEDERATION_EDGE, { edgePools: [{ ...EDGE_POOL, federation: false }] })[0]?.source).toBe(
      "contoso/hybrid/edge01",
    );
    expect(violations(ONE_FEDERATION_EDGE, { edgePools: [] })[0]?.source).toBe("the whole deployment");
  });

  test("stands beside pools for media only", () => {
    expect(violations(ONE_FEDERATION_EDGE, { edgePools: [EDGE_POOL, { ...SECOND, federation: false }] })).toEqual([]);
  });
});
