import { compareBuilds } from "../values/server-build";
import { Rule } from "./rule";

/** Minimum builds tell versions apart and in order: their first number rises with each version. */
export const NEWEST_FEDERATION_EDGE: Rule = {
  id: "HYB-TOP-012",
  title: "Between two versions, the federation Edge and at least one pool are of the newer one.",
  severity: "error",
  why:
    "With mixed versions, one pool and the Edge pool of SIP federation must be of the newer version " +
    '("Planning for Lync Server 2013 hybrid deployments"; not repeated in the current page).',
  check: ({ frontEndPools, edgePools }) => {
    const servers = [...frontEndPools, ...edgePools];
    const newest = [...servers].sort((left, right) => compareBuilds(right.minimumBuild, left.minimumBuild))[0];
    if (newest === undefined) return [];
    const older = (version: string): boolean => version !== newest.version;
    const edges = edgePools
      .filter(({ federation, version }) => federation && older(version))
      .map((edge) => ({ ...edge, who: "the federation Edge" }));
    const pools = frontEndPools.every(({ version }) => older(version))
      ? frontEndPools.slice(0, 1).map((pool) => ({ ...pool, who: "at least one Front End pool" }))
      : [];
    return [...edges, ...pools].map(({ fqdn, version, source, who }) => ({
      subject: fqdn,
      message: `${fqdn} is ${version}, but ${newest.fqdn} is ${newest.version}: ${who} must be of the newer version.`,
      fix: `Deploy ${newest.version} there first; people may stay on the older pools.`,
      source,
    }));
  },
};
