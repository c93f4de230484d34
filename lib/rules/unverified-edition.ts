import { sortedSet } from "../values/text-order";
import { SUBSCRIPTION_EDITION } from "./documented-versions";
import { nameList } from "./name-list";
import { placesOf } from "./place";
import { Rule } from "./rule";
import { serversOf } from "./servers";

export const UNVERIFIED_EDITION: Rule = {
  id: "HYB-TOP-008",
  title: "Subscription Edition is declared in the knowledge that no document lists it.",
  severity: "warning",
  why:
    'The topologies of "Plan hybrid connectivity" end with Skype for Business Server 2019, and no minimum build of the ' +
    "Subscription Edition is named (read in November 2026).",
  check: (model) => {
    const servers = serversOf(model);
    const found = servers.filter(({ version }) => version === SUBSCRIPTION_EDITION);
    if (found.length === 0) return [];
    const others = sortedSet(
      servers.map(({ version }) => version).filter((version) => version !== SUBSCRIPTION_EDITION),
    );
    const beside = others.length === 0 ? "" : `, and beside ${others.join(" and ")}`;
    const names = nameList(sortedSet(found.map(({ fqdn }) => fqdn)));
    const are = found.length === 1 ? "is" : "are";
    return [
      {
        subject: SUBSCRIPTION_EDITION,
        message: `${names} ${are} ${SUBSCRIPTION_EDITION}: whether hybrid is supported with it${beside} is unverified.`,
        fix: "Ask Microsoft whether your build is supported for hybrid, then acknowledge HYB-TOP-008 with the answer.",
        source: placesOf(found),
      },
    ];
  },
};
