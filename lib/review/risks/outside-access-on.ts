import { propertyRule } from "./risk-rule";

export const OUTSIDE_ACCESS_ON = propertyRule(
  {
    id: "outside-access-on",
    title: "People may sign in from outside the network",
    why: "The sign-in service becomes reachable from the internet: a decision for the people who own security.",
    example: "The Edge's AllowOutsideUsers was off and is declared on.",
  },
  [
    {
      noun: "CsAccessEdgeConfiguration",
      property: "AllowOutsideUsers",
      after: true,
      level: "high",
      reason: "lets people sign in from outside the network",
    },
  ],
);
