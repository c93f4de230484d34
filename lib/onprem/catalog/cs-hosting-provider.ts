import { Shell } from "../shell";
import { kind } from "./kind";

/** A SIP-hosting cloud as the on-premises servers know it. */
export type CsHostingProvider = {
  readonly AutodiscoverUrl: string;
  readonly Enabled: boolean;
  readonly EnabledSharedAddressSpace: boolean;
  readonly HostsOCSUsers: boolean;
  readonly IsLocal: boolean;
  readonly ProxyFqdn: string;
  readonly VerificationLevel: string;
};

export const CS_HOSTING_PROVIDER = kind<CsHostingProvider>({
  key: "CsHostingProvider",
  shape: "entity",
  noun: "CsHostingProvider",
  shell: Shell.LYNC,
  properties: {
    AutodiscoverUrl: { compare: "uri" },
    Enabled: { compare: "exact" },
    EnabledSharedAddressSpace: { compare: "exact" },
    HostsOCSUsers: { compare: "exact" },
    IsLocal: { compare: "exact" },
    // Set-CsHostingProvider has no -ProxyFqdn: New- is the only chance.
    ProxyFqdn: { compare: "fqdn", createOnly: true },
    VerificationLevel: { compare: "ignore-case" },
  },
  uniqueBy: "ProxyFqdn",
  requiredAtCreation: ["Enabled", "EnabledSharedAddressSpace", "HostsOCSUsers", "ProxyFqdn"],
  carried: [
    "AutodiscoverUrl",
    "Enabled",
    "EnabledSharedAddressSpace",
    "HostsOCSUsers",
    "IsLocal",
    "ProxyFqdn",
    "SipClientPort",
    "VerificationLevel",
  ],
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: {
    level: "medium",
    reason: "from here on the Edge looks for people it does not know in the cloud, and routes them there",
  },
  undo: {
    possible: "yes",
    how: "the provider is removed if this runbook created it, otherwise its captured values are set again; not while people are homed online",
  },
  sources: ["PS:New-CsHostingProvider", "PS:Set-CsHostingProvider", "Configure federation for hybrid"],
});
