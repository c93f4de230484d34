import { propertyRule } from "./risk-rule";

export const PROVIDER_PROXY_CHANGED = propertyRule(
  {
    id: "provider-proxy-changed",
    title: "The proxy of a hosting provider changes",
    why: "ProxyFqdn cannot be set after creation; only removing and creating the provider changes it, and sharing stands still meanwhile.",
    example: "A provider's proxyFqdn is another name than the one that stands.",
  },
  [
    {
      noun: "CsHostingProvider",
      property: "ProxyFqdn",
      level: "high",
      reason: "a provider's proxy cannot be changed after creation: the run refuses the step",
    },
  ],
);
