import { propertyRule } from "./risk-rule";

export const PARTNER_BELIEVED = propertyRule(
  {
    id: "partner-believed",
    title: "Whatever claims to come from a partner is believed",
    why: "AlwaysVerifiable accepts every sender of the partner's domain without checking where the message came from.",
    example: "A Partner gets PartnerVerification.ALWAYS_VERIFIABLE.",
  },
  [
    {
      noun: "CsAllowedDomain",
      property: "VerificationLevel",
      after: "AlwaysVerifiable",
      alsoNew: true,
      level: "high",
      reason: "whatever claims to come from this partner is believed",
    },
  ],
);
