import { propertyRule } from "./risk-rule";

export const PARTNER_PROXY_CHANGED = propertyRule(
  {
    id: "partner-proxy-changed",
    title: "A direct partner is reached through another server",
    why: "With ProxyFqdn the Edge does not ask DNS: a wrong name cuts the partner off.",
    example: 'DirectPartner.of("wingtip.com", "sip.wingtip.com") names another Access Edge.',
  },
  [
    {
      noun: "CsAllowedDomain",
      property: "ProxyFqdn",
      level: "medium",
      reason: "all traffic with this partner goes to the named server; a wrong name cuts it off",
    },
  ],
);
