import { Shell } from "../shell";
import { kind } from "./kind";

/** A SIP domain of the on-premises deployment. Exactly one is the default. */
export type CsSipDomain = { readonly IsDefault: boolean };

export const CS_SIP_DOMAIN = kind<CsSipDomain>({
  key: "CsSipDomain",
  shape: "entity",
  noun: "CsSipDomain",
  shell: Shell.LYNC,
  identity: "fqdn",
  properties: { IsDefault: { compare: "exact", exclusive: true } },
  carried: ["IsDefault"],
  then: { cmdlet: "Enable-CsTopology", confirm: true },
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: {
    level: "low",
    reason: "a new SIP domain needs names in the Edge and Front End certificates, DNS records and simple URLs",
  },
  undo: {
    possible: "yes",
    how: "Remove-CsSipDomain, refused while it is the default or a user still has an address in it",
  },
  sources: ["PS:New-CsSipDomain", "PS:Set-CsSipDomain", "PS:Remove-CsSipDomain", "PS:Enable-CsTopology"],
});
