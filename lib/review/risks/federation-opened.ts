import { NO_DOMAINS } from "../../onprem/catalog/domain-lists";
import { Change } from "../change";
import { propertyRule, RiskRule, valuesSet } from "./risk-rule";

const OPENED = { level: "critical", reason: "opens federation: whoever is not blocked gets through" } as const;

const EDGE = propertyRule(
  {
    id: "federation-opened",
    title: "Federation becomes open",
    why: "An open Edge or tenant lets every domain talk to everybody that is not on the block list. Whoever relied on the allow list loses it without a word.",
    example: "FederationPolicy.closed({ allowed: [...] }) becomes FederationPolicy.open().",
  },
  [{ noun: "CsAccessEdgeConfiguration", property: "EnablePartnerDiscovery", after: true, alsoNew: true, ...OPENED }],
);

export const FEDERATION_OPENED: RiskRule = {
  ...EDGE,
  judge: (change) => [...EDGE.judge(change), ...(opensTenant(change) ? [OPENED] : [])],
};

/** The tenant's allow list is a list, or a word: for everybody, or for nobody. */
function opensTenant(change: Change): boolean {
  return valuesSet(change)
    .filter(({ noun }) => noun === "CsTenantFederationConfiguration")
    .flatMap(({ values }) => values)
    .some(({ name, after }) => name === "AllowedDomains" && typeof after === "string" && after !== NO_DOMAINS);
}
