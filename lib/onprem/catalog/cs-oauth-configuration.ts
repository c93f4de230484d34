import { Shell } from "../shell";
import { kind } from "./kind";

/** How the servers show themselves to other servers, and where they look for Exchange. */
export type CsOAuthConfiguration = {
  /** Token server that clients are sent to; empty: none, they sign in as they always did. */
  readonly ClientAuthorizationOAuthServerIdentity: string;
  readonly ExchangeAutodiscoverUrl: string;
  /** Application id under which the servers are known to the token server. */
  readonly ServiceName: string;
};

export const CS_OAUTH_CONFIGURATION = kind<CsOAuthConfiguration>({
  key: "CsOAuthConfiguration",
  shape: "singleton",
  noun: "CsOAuthConfiguration",
  shell: Shell.LYNC,
  properties: {
    ClientAuthorizationOAuthServerIdentity: {
      compare: "ignore-case",
      whenMissing: 'By hand: Set-CsOAuthConfiguration -ClientAuthorizationOAuthServerIdentity "" names no server.',
      since: { productName: "Skype for Business Server 2015", order: 2 },
    },
    ExchangeAutodiscoverUrl: { compare: "uri" },
    ServiceName: { compare: "ignore-case" },
  },
  carried: ["ClientAuthorizationOAuthServerIdentity", "ExchangeAutodiscoverUrl", "ServiceName"],
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: {
    level: "medium",
    reason: "counts for all servers: whatever uses Exchange (archiving, contacts, photos) follows it",
  },
  undo: {
    possible: "with loss",
    how: "the captured value is set again; where there was none, it is not written back by script: a person decides",
  },
  sources: [
    "PS:Set-CsOAuthConfiguration",
    "PS:Get-CsOAuthConfiguration",
    "Configure an on-premises partner application",
  ],
});
