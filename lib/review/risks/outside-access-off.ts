import { propertyRule } from "./risk-rule";

export const OUTSIDE_ACCESS_OFF = propertyRule(
  {
    id: "outside-access-off",
    title: "People are cut off outside the network",
    why: "Whoever works at home or on the road signs in through the Edge. Without outside access they cannot.",
    example: "new ExternalAccessPolicy(..., { outside: true }) becomes { outside: false }.",
  },
  [
    {
      noun: "CsAccessEdgeConfiguration",
      property: "AllowOutsideUsers",
      after: false,
      alsoNew: true,
      level: "high",
      reason: "cuts off everybody who works outside the network",
    },
    {
      noun: "CsExternalAccessPolicy",
      property: "EnableOutsideAccess",
      after: false,
      alsoNew: true,
      level: "high",
      reason: "everybody without a policy of their own is cut off outside the network",
    },
  ],
);
