import { propertyRule } from "./risk-rule";

export const CONTACTS_MOVED = propertyRule(
  {
    id: "contacts-moved",
    title: "Contacts may move to Exchange",
    why:
      "Contacts move at the next sign-in, and no policy brings them back: that takes Invoke-CsUcsRollback for each person " +
      "(Configure Skype for Business Server to use the unified contact store).",
    example: "new UnifiedContactStore(..., { allowed: false }) becomes { allowed: true }.",
  },
  [
    {
      noun: "CsUserServicesPolicy",
      property: "UcsAllowed",
      after: true,
      level: "high",
      reason: "contacts of the people whom the policy counts for move to Exchange at their next sign-in",
    },
  ],
);
