import { Shell } from "../shell";
import { kind } from "./kind";

/** The tenant's half of the shared SIP address space. Its domain lists are owned by the step `domain-lists/tenant`. */
export type CsTenantFederationConfiguration = { readonly SharedSipAddressSpace: boolean };

export const CS_TENANT_FEDERATION_CONFIGURATION = kind<CsTenantFederationConfiguration>({
  key: "CsTenantFederationConfiguration",
  shape: "singleton",
  noun: "CsTenantFederationConfiguration",
  shell: Shell.TEAMS,
  properties: { SharedSipAddressSpace: { compare: "exact" } },
  identityOnChange: false,
  carried: ["SharedSipAddressSpace"],
  waitSeconds: 120,
  role: "Teams Administrator",
  risk: { level: "medium", reason: "the cloud starts to look for people it does not know on-premises" },
  undo: { possible: "yes", how: "the captured value is set again; only when nobody is homed on-premises any more" },
  sources: ["PS:Set-CsTenantFederationConfiguration", "Configure federation for hybrid"],
});
