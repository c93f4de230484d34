import { NO_DOMAINS } from "../../onprem/catalog/domain-lists";
import { isList } from "../../onprem/ps-value";
import { propertyRule, RiskRule, valuesSet } from "./risk-rule";

const EDGE = propertyRule(
  {
    id: "federation-closed",
    title: "Federation becomes closed",
    why: "A partner that was found by DNS and never written down is cut off when only listed domains may get through.",
    example: "FederationPolicy.open() becomes FederationPolicy.closed({ allowed: [...] }).",
  },
  [
    {
      noun: "CsAccessEdgeConfiguration",
      property: "EnablePartnerDiscovery",
      after: false,
      level: "high",
      reason: "closes federation on the Edge: partners that were discovered by DNS are cut off",
    },
  ],
);

const TENANT = { level: "high", reason: "closes federation in the tenant: who is not listed is cut off" } as const;

export const FEDERATION_CLOSED: RiskRule = {
  ...EDGE,
  judge: (change) => {
    const closed = valuesSet(change)
      .filter(({ noun }) => noun === "CsTenantFederationConfiguration")
      .flatMap(({ values }) => values.filter(({ name }) => name === "AllowedDomains"))
      .filter(({ before, after }) => isList(after) && typeof before === "string" && before !== NO_DOMAINS);
    return [...EDGE.judge(change), ...closed.map(() => TENANT)];
  },
};
