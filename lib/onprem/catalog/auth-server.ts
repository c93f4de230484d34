import { Shell } from "../shell";
import { kind } from "./kind";

/** A token server that Exchange knows. The Hybrid Configuration Wizard makes that of the tenant. */
export type AuthServer = {
  /** Application (client) id that Exchange asks tokens for. */
  readonly ApplicationIdentifier: string;
  /** Domains of the tenant that this server is asked for. */
  readonly DomainName: readonly string[];
};

export const AUTH_SERVER = kind<AuthServer>({
  key: "AuthServer",
  shape: "entity",
  noun: "AuthServer",
  shell: Shell.EXCHANGE,
  namedBy: "Name",
  properties: {
    ApplicationIdentifier: { compare: "ignore-case" },
    DomainName: { compare: "set-ignore-case" },
  },
  // Nobody but the wizard knows every property that a token server of a tenant needs.
  createdByHand: true,
  carried: ["ApplicationIdentifier", "DomainName"],
  waitSeconds: 60,
  role: "Organization Management",
  risk: {
    level: "high",
    reason: "decides as which application Exchange signs in to the tenant: free/busy, MailTips, photos",
  },
  undo: {
    possible: "with loss",
    how: "the captured values are set again; where there was no application before, Exchange is back on the shared principal, which Exchange Online refuses",
  },
  sources: ["PS:Set-AuthServer", "PS:Get-AuthServer", "Deploy dedicated Exchange hybrid app"],
});
