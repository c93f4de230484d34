import { propertyRule } from "./risk-rule";

export const EDGE_OPENED_TO_PARTNERS = propertyRule(
  {
    id: "edge-opened-to-partners",
    title: "The Edge lets partners in for the first time",
    why: "AllowFederatedUsers decides whether the Edge takes any traffic from other companies at all.",
    example: "FederationPolicy.none() becomes FederationPolicy.closed({ allowed: [...] }).",
  },
  [
    {
      noun: "CsAccessEdgeConfiguration",
      property: "AllowFederatedUsers",
      after: true,
      level: "high",
      reason: "opens the Edge to federated partners for the first time",
    },
  ],
);
