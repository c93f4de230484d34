import { Shell } from "../shell";
import { kind } from "./kind";

/** Servers outside the topology that the servers accept as their own, such as those of Outlook Web App. */
export type CsTrustedApplicationPool = {
  /** Front End pool that the applications are reached through. */
  readonly Registrar: string;
  /** Whether configuration is replicated to them. */
  readonly RequiresReplication: boolean;
  /** Id of the site, without the "Site:" before it. */
  readonly Site: string;
};

/** What runs on such servers, on which port. */
export type CsTrustedApplication = { readonly Port: number };

const ROLE = "RTCUniversalServerAdmins, and local administrator where topology is enabled";
/** Undo runs no Enable-CsTopology: whoever takes it back does. */
const GONE = "otherwise its captured values are set again; then somebody runs Enable-CsTopology";

export const CS_TRUSTED_APPLICATION_POOL = kind<CsTrustedApplicationPool>({
  key: "CsTrustedApplicationPool",
  shape: "entity",
  noun: "CsTrustedApplicationPool",
  shell: Shell.LYNC,
  // Get- returns TrustedApplicationPool:<name>, New-, Set- and Remove- take the name.
  identity: "leaf",
  properties: {
    // Given as a name, returned as the id of a service.
    Registrar: { compare: "leaf" },
    RequiresReplication: { compare: "exact" },
    // New- takes the id of the site and Get- returns its identity: the page says that the two may differ.
    Site: { compare: "write-only", createOnly: true },
  },
  requiredAtCreation: [],
  carried: [
    "AppSharingPortCount",
    "AppSharingPortStart",
    "AudioPortCount",
    "AudioPortStart",
    "ComputerFqdn",
    "OutboundOnly",
    "Registrar",
    "RequiresReplication",
    "Site",
    "ThrottleAsServer",
    "TreatAsAuthenticated",
    "VideoPortCount",
    "VideoPortStart",
  ],
  then: { cmdlet: "Enable-CsTopology", confirm: true },
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "medium", reason: "the servers accept connections of every host with that name in its certificate" },
  undo: { possible: "yes", how: `the pool is removed, with its applications, if this runbook created it, ${GONE}` },
  sources: ["PS:New-CsTrustedApplicationPool", "PS:Set-CsTrustedApplicationPool", "PS:Get-CsTrustedApplicationPool"],
});

export const CS_TRUSTED_APPLICATION = kind<CsTrustedApplication>({
  key: "CsTrustedApplication",
  shape: "entity",
  noun: "CsTrustedApplication",
  shell: Shell.LYNC,
  // <pool>/urn:application:<id>, as Get- returns it; the case of the id is not kept.
  identity: "ignore-case",
  properties: { Port: { compare: "number" } },
  requiredAtCreation: ["Port"],
  carried: ["ApplicationId", "EnableTcp", "LegacyApplicationName", "Port", "TrustedApplicationPoolFqdn"],
  then: { cmdlet: "Enable-CsTopology", confirm: true },
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "low", reason: "one application on servers that are trusted already" },
  undo: { possible: "yes", how: `the application is removed if this runbook created it, ${GONE}` },
  sources: ["PS:New-CsTrustedApplication", "PS:Set-CsTrustedApplication", "PS:Get-CsTrustedApplication"],
});
