import { propertyRule } from "./risk-rule";

export const VOICEMAIL_ELSEWHERE = propertyRule(
  {
    id: "voicemail-elsewhere",
    title: "Unanswered calls go to another voicemail than before",
    why: "Destination and Organization of a hosted voicemail policy decide where a message is left: at a wrong one it is lost, and the caller hears an error (New-CsHostedVoicemailPolicy).",
    example: "new HostedVoicemail(..., { organizations: [...] }) names another tenant.",
  },
  [
    {
      noun: "CsHostedVoicemailPolicy",
      property: "Destination",
      level: "high",
      reason: "unanswered calls of everybody under this policy go to another service",
    },
    {
      noun: "CsHostedVoicemailPolicy",
      property: "Organization",
      level: "high",
      reason: "voicemail of everybody under this policy is left in another tenant, or nowhere",
    },
  ],
);
