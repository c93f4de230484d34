import { Shell } from "../shell";
import { kind } from "./kind";

/** A site of the topology, as far as SIP federation goes. */
export type CsSite = {
  /** Service location of the Edge pool, such as EdgeServer:edge01.contoso.local. */
  readonly FederationRoute: string;
};

export const CS_SITE = kind<CsSite>({
  key: "CsSite",
  shape: "entity",
  noun: "CsSite",
  shell: Shell.LYNC,
  createdByHand: true,
  properties: {
    FederationRoute: {
      compare: "ignore-case",
      whenMissing:
        "How Get-CsSite shows the federation route is not documented. Set it in Topology Builder " +
        "(Site federation route assignment), then publish the topology.",
    },
  },
  carried: ["FederationRoute"],
  then: { cmdlet: "Enable-CsTopology", confirm: true },
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: {
    level: "high",
    reason: "another federation route interrupts federation until DNS and replication follow",
  },
  undo: {
    possible: "yes",
    how: "the route that was there is set again; where there was none, Topology Builder takes it out",
  },
  sources: ["PS:Set-CsSite", "PS:Get-CsSite", "Configure federation routes and media traffic"],
});
