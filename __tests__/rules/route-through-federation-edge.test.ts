import { ROUTE_THROUGH_FEDERATION_EDGE } from "../../lib/rules/route-through-federation-edge";
import { EDGE_POOL, messages, SITE, violations } from "./model-fixture";

describe("the federation route of a site", () => {
  test("refuses an Edge pool of another deployment", () => {
    const sites = [{ ...SITE, federationRoute: "edge01.fabrikam.local" }];
    expect(messages(ROUTE_THROUGH_FEDERATION_EDGE, { sites })).toEqual([
      "The federation route of the site HQ names edge01.fabrikam.local, which is no Edge pool of this deployment.",
    ]);
  });

  test("refuses an Edge pool for media only", () => {
    const media = { ...EDGE_POOL, fqdn: "edge02.contoso.local", federation: false };
    const sites = [SITE, { ...SITE, siteId: "Branch", federationRoute: media.fqdn }];
    expect(messages(ROUTE_THROUGH_FEDERATION_EDGE, { edgePools: [EDGE_POOL, media], sites })).toEqual([
      "The federation route of the site Branch names edge02.contoso.local, which is declared with federation: false.",
    ]);
  });

  test("is right through the federation Edge", () => {
    expect(violations(ROUTE_THROUGH_FEDERATION_EDGE, { sites: [SITE] })).toEqual([]);
  });
});
