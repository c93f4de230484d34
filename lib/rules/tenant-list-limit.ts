import { Rule } from "./rule";

const LIMIT = 4000;

export const TENANT_LIST_LIMIT: Rule = {
  id: "HYB-FED-023",
  title: "The tenant's lists hold at most 4,000 domains each.",
  severity: "error",
  why: "The tenant takes at most 4,000 allowed and 4,000 blocked domains (Set-CsTenantFederationConfiguration).",
  unacceptable: "the cmdlet refuses a longer list.",
  check: ({ tenantFederations }) =>
    tenantFederations.flatMap(({ tenant, allowed, blocked, source }) =>
      [
        { list: "allowed", count: allowed.length },
        { list: "blocked", count: blocked.length },
      ]
        .filter(({ count }) => count > LIMIT)
        .map(({ list, count }) => ({
          subject: tenant,
          message: `${tenant} has ${count} ${list} domains, and holds at most ${LIMIT}.`,
          fix: "Shorten the list on both sides, or open the federation.",
          source,
        })),
    ),
};
