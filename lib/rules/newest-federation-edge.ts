import { DeploymentModel, ServerFact } from "../model/deployment-model";
import { Rule } from "./rule";
import { serversOf } from "./servers";

interface Older {
  readonly server: ServerFact;
  /** Who must be newer, for the sentence. */
  readonly who: string;
}

export const NEWEST_FEDERATION_EDGE: Rule = {
  id: "HYB-TOP-012",
  title: "Between two versions, the federation Edge, its Director and at least one pool are of the newer one.",
  severity: "error",
  why:
    "With mixed versions, one pool and the Edge pool and the Director of SIP federation must be of the newer version " +
    '("Planning for Lync Server 2013 hybrid deployments"; not repeated in the current page).',
  check: (model) => {
    const newest = [...serversOf(model)].sort((left, right) => right.versionOrder - left.versionOrder)[0];
    if (newest === undefined) return [];
    return olderThan(model, newest.version).map(({ server: { fqdn, version, source }, who }) => ({
      subject: fqdn,
      message: `${fqdn} is ${version}, but ${newest.fqdn} is ${newest.version}: ${who} must be of the newer version.`,
      fix: `Deploy ${newest.version} there first; people may stay on the older pools.`,
      source,
    }));
  },
};

function olderThan({ frontEndPools, directors, edgePools }: DeploymentModel, newest: string): Older[] {
  const older = ({ version }: ServerFact): boolean => version !== newest;
  const federating = edgePools.filter(({ federation }) => federation);
  const hops = directors.filter(({ fqdn }) => federating.some(({ nextHop }) => nextHop === fqdn));
  const pools = frontEndPools.every(older) ? frontEndPools.slice(0, 1) : [];
  return [
    ...federating.filter(older).map((server) => ({ server, who: "the federation Edge" })),
    ...hops
      .filter(older)
      .map((server) => ({ server, who: "the Director that the federation Edge hands its traffic to" })),
    ...pools.map((server) => ({ server, who: "at least one Front End pool" })),
  ];
}
