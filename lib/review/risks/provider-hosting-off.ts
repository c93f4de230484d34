import { propertyRule } from "./risk-rule";

export const PROVIDER_HOSTING_OFF = propertyRule(
  {
    id: "provider-hosting-off",
    title: "The Edge no longer looks for people in the cloud",
    why: "HostsOCSUsers tells the Edge that accounts of the shared domains may live at the provider.",
    example: "HostsOCSUsers of the Office 365 provider goes from true to false.",
  },
  [
    {
      noun: "CsHostingProvider",
      property: "HostsOCSUsers",
      after: false,
      level: "high",
      reason: "the Edge no longer looks for people in the cloud",
    },
  ],
);
