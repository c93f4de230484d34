import { Shell } from "../shell";
import { kind } from "./kind";

/** The parameters are not in the cmdlets of Lync Server 2013 (New-CsOAuthServer). */
const SINCE_2015 = { productName: "Skype for Business Server 2015", order: 2 };

/** A token server that the servers believe. */
export type CsOAuthServer = {
  readonly MetadataUrl: string;
  /** Whether tokens may name a person by a security identifier. */
  readonly AcceptSecurityIdentifierInformation: boolean;
  /** What kind of issuer it is, such as AzureAD. */
  readonly Type: string;
};

export const CS_OAUTH_SERVER = kind<CsOAuthServer>({
  key: "CsOAuthServer",
  shape: "entity",
  noun: "CsOAuthServer",
  shell: Shell.LYNC,
  properties: {
    AcceptSecurityIdentifierInformation: { compare: "exact", since: SINCE_2015 },
    // Whoever issues the tokens is believed: another issuer is a decision, never a repair.
    MetadataUrl: { compare: "uri", createOnly: true, recreatedByHand: true },
    Type: { compare: "ignore-case", createOnly: true, recreatedByHand: true, since: SINCE_2015 },
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
