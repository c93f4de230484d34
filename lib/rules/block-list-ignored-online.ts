import { nameList } from "./name-list";
import { Rule } from "./rule";

export const BLOCK_LIST_IGNORED_ONLINE: Rule = {
  id: "HYB-FED-019",
  title: "A closed tenant has no block list.",
  severity: "warning",
  why: "Beside an allow list the tenant ignores its block list (Set-CsTenantFederationConfiguration).",
  check: ({ tenantFederations }) =>
    tenantFederations
      .filter(({ mode, blocked }) => mode === "closed" && blocked.length > 0)
      .map(({ tenant, blocked, source }) => ({
        subject: tenant,
        message:
          `${tenant} lets in allowed partners only, and beside an allow list the tenant ignores its block list: online, ` +
          `${nameList(blocked)} ${blocked.length === 1 ? "stays" : "stay"} out for not being allowed, not for being blocked.`,
        fix:
          'Leave "blocked" out of the policy: what is not allowed is out on both sides. Or keep it for the day the ' +
          "federation is opened, and acknowledge HYB-FED-019 with that reason.",
        source,
      })),
};
