import { Rule } from "./rule";

export const ROUTE_THROUGH_FEDERATION_EDGE: Rule = {
  id: "HYB-TOP-077",
  title: "The federation route of a site names the Edge pool that has federation.",
  severity: "error",
  why:
    "The route is the service location of a declared Edge pool (Set-CsSite), and SIP federation is enabled for one of them " +
    'only ("Configure federation routes and media traffic").',
  check: ({ sites, edgePools }) =>
    sites.flatMap(({ siteId, federationRoute, source }) => {
      const edge = edgePools.find(({ fqdn }) => fqdn === federationRoute);
      if (edge?.federation === true) return [];
      const reason = edge === undefined ? "is no Edge pool of this deployment" : "is declared with federation: false";
      return [
        {
          subject: siteId,
          message: `The federation route of the site ${siteId} names ${federationRoute}, which ${reason}.`,
          fix: "Pass the EdgePool that has federation, declared in the same HybridDeployment.",
          source,
        },
      ];
    }),
};
