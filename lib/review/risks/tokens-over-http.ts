import { propertyRule } from "./risk-rule";

export const TOKENS_OVER_HTTP = propertyRule(
  {
    id: "tokens-over-http",
    title: "SharePoint takes tokens over http",
    why: "Whoever listens on the network can use a token that he sees, and act as an application with it (Get-SPSecurityTokenServiceConfig).",
    example:
      "A manifest sets AllowOAuthOverHttp of the security token service from False to True; no runbook writes that.",
  },
  [
    {
      noun: "HybridTokenService",
      property: "AllowOAuthOverHttp",
      after: true,
      alsoNew: true,
      level: "critical",
      reason: "tokens can be read and used by whoever listens on the network",
    },
  ],
);
