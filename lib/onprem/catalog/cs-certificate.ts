import { Shell } from "../shell";
import { kind } from "./kind";

/** The certificate that a use of the servers is assigned. */
export type CsCertificate = {
  /** SHA-1 of the certificate, 40 hexadecimal digits in upper case. */
  readonly Thumbprint: string;
};

/** The use by which servers sign the tokens that they show to other servers. */
export const OAUTH_TOKEN_ISSUER = "OAuthTokenIssuer";

export const CS_CERTIFICATE_OAUTH = kind<CsCertificate>({
  key: "CsCertificate",
  shape: "entity",
  noun: "CsCertificate",
  shell: Shell.LYNC,
  // The certificate is assigned once and for all servers: replication brings it to them, key included.
  assignment: { scope: "global", parameters: { Type: OAUTH_TOKEN_ISSUER } },
  properties: { Thumbprint: { compare: "ignore-case" } },
  requiredAtCreation: ["Thumbprint"],
  carried: ["Thumbprint"],
  waitSeconds: 300,
  role: "RTCUniversalServerAdmins, and local administrator of the host",
  risk: {
    level: "high",
    reason:
      "every server signs its tokens with this key from here on: whoever knows only the old one (Exchange, the tenant) " +
      "refuses them",
  },
  undo: {
    possible: "yes",
    how:
      "the previous thumbprint is assigned again, while its certificate still lies in the store; where there was none, " +
      "the assignment is removed",
  },
  sources: [
    "PS:Set-CsCertificate",
    "PS:Get-CsCertificate",
    "PS:Remove-CsCertificate",
    "Assign a server-to-server authentication certificate",
  ],
});
