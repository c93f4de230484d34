import { propertyRule } from "./risk-rule";

export const CLIENT_SIGN_IN_CHANGED = propertyRule(
  {
    id: "client-sign-in-changed",
    title: "Everybody signs in another way",
    why: "The next sign-in of every client asks another token service, or none: old clients and phones may stay out (How to configure Skype for Business on-premises to use Hybrid Modern Authentication).",
    example:
      "new HybridModernAuthentication(..., { stage: ModernAuthenticationStage.PREPARED }) becomes { stage: SWITCHED }, or is switched back.",
  },
  [
    {
      noun: "CsOAuthConfiguration",
      property: "ClientAuthorizationOAuthServerIdentity",
      alsoNew: true,
      level: "high",
      reason: "the next sign-in of everybody homed on these servers changes",
    },
    {
      noun: "OrganizationConfig",
      property: "OAuth2ClientProfileEnabled",
      alsoNew: true,
      level: "high",
      reason: "the next sign-in of every mail client of Exchange on-premises changes",
    },
  ],
);
