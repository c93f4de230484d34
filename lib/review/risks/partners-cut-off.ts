import { NO_DOMAINS } from "../../onprem/catalog/domain-lists";
import { propertyRule } from "./risk-rule";

export const PARTNERS_CUT_OFF = propertyRule(
  {
    id: "partners-cut-off",
    title: "Every partner is cut off",
    why: "With federation switched off, nobody talks to anybody outside, whatever the lists say.",
    example: "FederationPolicy.open() becomes FederationPolicy.none().",
  },
  [
    {
      noun: "CsAccessEdgeConfiguration",
      property: "AllowFederatedUsers",
      after: false,
      alsoNew: true,
      level: "high",
      reason: "cuts off every partner on the Edge",
    },
    {
      noun: "CsTenantFederationConfiguration",
      property: "AllowFederatedUsers",
      after: false,
      alsoNew: true,
      level: "high",
      reason: "cuts off every partner in the tenant",
    },
    {
      noun: "CsTenantFederationConfiguration",
      property: "AllowedDomains",
      after: NO_DOMAINS,
      alsoNew: true,
      level: "high",
      reason: "cuts off every partner in the tenant",
    },
  ],
);
