import { propertyRule } from "./risk-rule";

export const FEDERATION_POLICY_OFF = propertyRule(
  {
    id: "federation-policy-off",
    title: "People may no longer talk to partners",
    why: "The external access policy decides for each person. What the Edge lets in is no use to whom the policy forbids it.",
    example: "new ExternalAccessPolicy(..., { federation: true }) becomes { federation: false }.",
  },
  [
    {
      noun: "CsExternalAccessPolicy",
      property: "EnableFederationAccess",
      after: false,
      alsoNew: true,
      level: "high",
      reason: "everybody without a policy of their own can no longer talk to partners",
    },
  ],
);
