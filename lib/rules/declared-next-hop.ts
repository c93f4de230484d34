import { Rule } from "./rule";

/** Media-only Edge pools are not asked: the documented check is about the federation path. */
export const DECLARED_NEXT_HOP: Rule = {
  id: "HYB-TOP-011",
  title: "The federation Edge hands its traffic to a declared pool or Director.",
  severity: "error",
  why:
    'An Edge without a next-hop pool routes nothing inwards ("Configure federation routes and media traffic"); Microsoft\'s ' +
    "own diagnostics report it (NoRegistrarServer).",
  check: ({ edgePools, frontEndPools, directors }) =>
    edgePools
      .filter(({ federation }) => federation)
      .filter(({ nextHop }) => ![...frontEndPools, ...directors].some(({ fqdn }) => fqdn === nextHop))
      .map(({ fqdn, nextHop, source }) => ({
        subject: fqdn,
        message: `${fqdn} hands its traffic to ${nextHop}, which is no pool or Director of this deployment.`,
        fix: `Declare the FrontEndPool or Director ${nextHop} in the same HybridDeployment, or name another next hop.`,
        source,
      })),
};
