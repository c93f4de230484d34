import { Rule } from "./rule";

/** Media-only Edge pools are not asked: the documented check is about the federation path. */
export const DECLARED_NEXT_HOP: Rule = {
  id: "HYB-TOP-011",
  title: "The federation Edge hands its traffic to a declared pool.",
  severity: "error",
  why:
    'An Edge without a next-hop pool routes nothing inwards ("Configure federation routes and media traffic"); Microsoft\'s ' +
    "own diagnostics report it (NoRegistrarServer).",
  check: ({ edgePools, frontEndPools }) =>
    edgePools
      .filter(({ federation, nextHop }) => federation && !frontEndPools.some(({ fqdn }) => fqdn === nextHop))
      .map(({ fqdn, nextHop, source }) => ({
        subject: fqdn,
        message: `${fqdn} hands its traffic to ${nextHop}, which is no pool of this deployment.`,
        fix: `Declare the FrontEndPool ${nextHop} in the same HybridDeployment, or name another next hop.`,
        source,
      })),
};
