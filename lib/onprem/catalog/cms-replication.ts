import { Shell } from "../shell";
import { kind } from "./kind";

/** The wait until every server, the Edge included, holds the configuration that was written. */
export const CMS_REPLICATION = kind<Readonly<Record<string, never>>>({
  key: "cms-replication",
  shape: "operation",
  noun: "CsManagementStoreReplicationStatus",
  shell: Shell.LYNC,
  properties: {},
  carried: [],
  waitSeconds: 300,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: { level: "info", reason: "only asks for replication and waits for it" },
  undo: { possible: "yes", how: "nothing to take back" },
  sources: ["PS:Get-CsManagementStoreReplicationStatus", "PS:Invoke-CsManagementStoreReplication"],
});
