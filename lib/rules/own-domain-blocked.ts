import { EdgeFederationFact, TenantFederationFact } from "../model/deployment-model";
import { nameList } from "./name-list";
import { Rule } from "./rule";

export const OWN_DOMAIN_BLOCKED: Rule = {
  id: "HYB-FED-021",
  title: "No SIP domain of the deployment is blocked.",
  severity: "error",
  why:
    "People of one SIP domain live on both sides and reach each other through the Edge; a blocked domain would cut them " +
    "apart. Conclusion of this library, no document says it.",
  check: ({ edgeFederations, tenantFederations, sipDomains }) => {
    const own = new Set(sipDomains.map(({ name }) => name));
    return [...edgeFederations, ...tenantFederations].flatMap((half) => {
      const blocked = half.blocked.filter((domain) => own.has(domain));
      if (blocked.length === 0) return [];
      return [
        {
          subject: sideOf(half),
          message: `${sideOf(half)} blocks ${nameList(blocked)}, which the deployment itself uses for SIP addresses.`,
          fix: `Remove it from "blocked".`,
          source: half.source,
        },
      ];
    });
  },
};

function sideOf(half: EdgeFederationFact | TenantFederationFact): string {
  return "tenant" in half ? half.tenant : half.edgePool;
}
