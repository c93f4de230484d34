import { byText, sortedSet } from "../values/text-order";
import { placesOf } from "./place";
import { Rule } from "./rule";
import { serversOf } from "./servers";

export const AT_MOST_TWO_VERSIONS: Rule = {
  id: "HYB-TOP-006",
  title: "The servers are of at most two versions.",
  severity: "error",
  why: 'Hybrid with Teams is supported with one server version or two of them ("Plan hybrid connectivity").',
  check: (model) => {
    const servers = serversOf(model);
    const versions = sortedSet(servers.map(({ version }) => version));
    if (versions.length <= 2) return [];
    const sorted = [...servers].sort((left, right) => byText(left.fqdn, right.fqdn));
    const pools = sorted.map(({ fqdn, version }) => `${fqdn} (${version})`);
    return [
      {
        subject: "server versions",
        message: `${versions.length} server versions are declared, two are supported: ${pools.join(", ")}.`,
        fix: "Move the people off the oldest version and retire its servers before you go hybrid.",
        source: placesOf(servers),
      },
    ];
  },
};
