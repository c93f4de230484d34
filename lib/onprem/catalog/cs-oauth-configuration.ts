import { Shell } from "../shell";
import { kind } from "./kind";

/** How the servers show themselves to other servers, and where they look for Exchange. */
export type CsOAuthConfiguration = {
  readonly ExchangeAutodiscoverUrl: string;
  /** Application id under which the servers are known to the token server. */
  readonly ServiceName: string;
};

export const CS_OAUTH_CONFIGURATION = kind<CsOAuthConfiguration>({
  key: "CsOAuthConfiguration",
  shape: "singleton",
  noun: "CsOAuthConfiguration",
  shell: Shell.LYNC,
  properties: { ExchangeAutodiscoverUrl: { compare: "uri" }, ServiceName: { compare: "ignore-case" } },
  carried: ["ExchangeAutodiscoverUrl", "ServiceName"],
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
