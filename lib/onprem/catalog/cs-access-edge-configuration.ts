import { Shell } from "../shell";
import { kind } from "./kind";

/** What the Access Edge lets in: people outside the network, federated partners, partners found by DNS. */
export type CsAccessEdgeConfiguration = {
  readonly AllowFederatedUsers: boolean;
  readonly AllowOutsideUsers: boolean;
  readonly EnablePartnerDiscovery: boolean;
};

export const CS_ACCESS_EDGE_CONFIGURATION = kind<CsAccessEdgeConfiguration>({
  key: "CsAccessEdgeConfiguration",
  shape: "singleton",
  noun: "CsAccessEdgeConfiguration",
  shell: Shell.LYNC,
  properties: {
    AllowFederatedUsers: { compare: "exact" },
    AllowOutsideUsers: { compare: "exact" },
    EnablePartnerDiscovery: {
      compare: "exact",
      whenMissing:
        "The Access Edge seems to use default routing, with which hosting providers cannot be used. " +
        "Change it to DNS SRV routing by hand first (Set-CsAccessEdgeConfiguration -UseDnsSrvRouting).",
    },
  },
  // -EnablePartnerDiscovery lives in this parameter set only, and this set has no -Identity.
  fixedSwitches: ["UseDnsSrvRouting"],
  identityOnChange: false,
  carried: ["AllowFederatedUsers", "AllowOutsideUsers", "EnablePartnerDiscovery"],
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: { level: "medium", reason: "decides for the whole company who can reach it from outside, within a minute" },
  undo: { possible: "yes", how: "the captured values are set again" },
  sources: ["PS:Set-CsAccessEdgeConfiguration", "Plan hybrid connectivity", "Configure federation for hybrid"],
});
