import { NEWEST_FEDERATION_EDGE } from "../../lib/rules/newest-federation-edge";
import { DIRECTOR, EDGE_POOL, messages, OF_2019, POOL, violations } from "./model-fixture";

const NEW_POOL = { ...POOL, fqdn: "pool02.contoso.local", ...OF_2019 };
const NEW_EDGE = { ...EDGE_POOL, ...OF_2019 };

describe("two server versions", () => {
  test("refuse a federation Edge of the older one", () => {
    expect(messages(NEWEST_FEDERATION_EDGE, { frontEndPools: [POOL, NEW_POOL] })).toEqual([
      "edge01.contoso.local is Lync Server 2013, but pool02.contoso.local is Skype for Business Server 2019: the " +
        "federation Edge must be of the newer version.",
    ]);
  });

  test("refuse a newer Edge with nothing but older pools", () => {
    expect(messages(NEWEST_FEDERATION_EDGE, { edgePools: [NEW_EDGE] })).toEqual([
      "lync01.contoso.local is Lync Server 2013, but edge01.contoso.local is Skype for Business Server 2019: at least " +
        "one Front End pool must be of the newer version.",
    ]);
  });

  test("refuse an older Director that the federation Edge hands its traffic to", () => {
    const edgePools = [{ ...NEW_EDGE, nextHop: DIRECTOR.fqdn }];
    const servers = { frontEndPools: [POOL, NEW_POOL], edgePools, directors: [DIRECTOR] };
    expect(messages(NEWEST_FEDERATION_EDGE, servers)).toEqual([
      "dir01.contoso.local is Lync Server 2013, but pool02.contoso.local is Skype for Business Server 2019: the " +
        "Director that the federation Edge hands its traffic to must be of the newer version.",
    ]);
  });

  test("let a Director beside the federation path be old", () => {
    const servers = { frontEndPools: [POOL, NEW_POOL], edgePools: [NEW_EDGE], directors: [DIRECTOR] };
    expect(violations(NEWEST_FEDERATION_EDGE, servers)).toEqual([]);
  });

  test("stand beside each other when Edge and one pool are new", () => {
    expect(violations(NEWEST_FEDERATION_EDGE, { frontEndPools: [POOL, NEW_POOL], edgePools: [NEW_EDGE] })).toEqual([]);
  });

  test("let an Edge for media only be old", () => {
    const media = { ...EDGE_POOL, fqdn: "edge02.contoso.local", federation: false };
    const edgePools = [NEW_EDGE, media];
    expect(violations(NEWEST_FEDERATION_EDGE, { frontEndPools: [POOL, NEW_POOL], edgePools })).toEqual([]);
  });

  test("are no question where there is one version, or no server", () => {
    expect(violations(NEWEST_FEDERATION_EDGE)).toEqual([]);
    expect(violations(NEWEST_FEDERATION_EDGE, { frontEndPools: [], edgePools: [] })).toEqual([]);
  });
});
