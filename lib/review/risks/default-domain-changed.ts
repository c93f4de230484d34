import { propertyRule } from "./risk-rule";

export const DEFAULT_DOMAIN_CHANGED = propertyRule(
  {
    id: "default-domain-changed",
    title: "Another SIP domain becomes the default",
    why: "New people, simple URLs and system accounts get their addresses in the default SIP domain.",
    example: "isDefault moves from one SipDomain to another.",
  },
  [
    {
      noun: "CsSipDomain",
      property: "IsDefault",
      level: "medium",
      reason: "another domain becomes the default for new people",
    },
  ],
);
