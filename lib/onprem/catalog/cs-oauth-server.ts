import { Shell } from "../shell";
import { kind } from "./kind";

/** A token server that the servers believe. */
export type CsOAuthServer = {
  readonly MetadataUrl: string;
};

export const CS_OAUTH_SERVER = kind<CsOAuthServer>({
  key: "CsOAuthServer",
  shape: "entity",
  noun: "CsOAuthServer",
  shell: Shell.LYNC,
  properties: {
    // Whoever issues the tokens is believed: another issuer is a decision, never a repair.
    MetadataUrl: { compare: "uri", createOnly: true, recreatedByHand: true },
  },
  requiredAtCreation: ["MetadataUrl"],
  carried: [
    "AcceptSecurityIdentifierInformation",
    "AuthorizationUriOverride",
    "MetadataUrl",
    "Realm",
    "Tenant",
    "Type",
  ],
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: { level: "medium", reason: "the servers believe the tokens that this issuer signs" },
  undo: {
    possible: "yes",
    how: "the token server is removed if this runbook created it; otherwise nothing was changed",
  },
  sources: ["PS:New-CsOAuthServer", "PS:Set-CsOAuthServer", "PS:Remove-CsOAuthServer"],
});
