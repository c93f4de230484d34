import { ServerFact } from "../model/deployment-model";
import { byText, sortedSet } from "../values/text-order";
import { isListed, SUBSCRIPTION_EDITION } from "./documented-versions";
import { placesOf } from "./place";
import { Rule, Violation } from "./rule";
import { serversOf } from "./servers";

/** Rooms cannot declare Lync Server 2010; the facts of a live deployment can. */
export const AT_MOST_TWO_VERSIONS: Rule = {
  id: "HYB-TOP-006",
  title: "The servers are of one supported version or of two.",
  severity: "error",
  why:
    'Hybrid with Teams is supported with one server version or two of them ("Plan hybrid connectivity"): 2013 and 2015, 2013 ' +
    "and 2019, or 2015 and 2019. Topologies with Lync Server 2010 are not supported with Teams.",
  check: (model) => {
    const servers = [...serversOf(model)].sort((left, right) => byText(left.fqdn, right.fqdn));
    return [...tooManyVersions(servers), ...servers.flatMap(unsupported)];
  },
};

function tooManyVersions(servers: readonly ServerFact[]): Violation[] {
  const versions = sortedSet(servers.map(({ version }) => version));
  if (versions.length <= 2) return [];
  const pools = servers.map(({ fqdn, version }) => `${fqdn} (${version})`);
  return [
    {
      subject: "server versions",
      message: `${versions.length} server versions are declared, two are supported: ${pools.join(", ")}.`,
      fix:
        "Move the people off the oldest version and retire its servers before you go hybrid; two of 2013, 2015 and 2019 " +
        "may stand beside each other.",
      source: placesOf(servers),
    },
  ];
}

function unsupported({ fqdn, version, source }: ServerFact): Violation[] {
  if (isListed(version) || version === SUBSCRIPTION_EDITION) return [];
  return [
    {
      subject: fqdn,
      message: `${fqdn} is ${version}: hybrid with Teams is not supported with it, alone or beside another version.`,
      fix: "Move its people to Lync Server 2013 or a newer version, retire it, then go hybrid.",
      source,
    },
  ];
}
