import { Shell } from "../shell";
import { kind } from "./kind";

/** Whose conversations are archived: those among our own people, and those with people outside. */
export type CsArchivingPolicy = {
  readonly ArchiveExternal: boolean;
  readonly ArchiveInternal: boolean;
};

export const CS_ARCHIVING_POLICY = kind<CsArchivingPolicy>({
  key: "CsArchivingPolicy",
  shape: "singleton",
  noun: "CsArchivingPolicy",
  shell: Shell.LYNC,
  properties: { ArchiveExternal: { compare: "exact" }, ArchiveInternal: { compare: "exact" } },
  carried: ["ArchiveExternal", "ArchiveInternal"],
  waitSeconds: 60,
  role: "CsArchivingAdministrator or CsAdministrator",
  risk: {
    level: "high",
    reason: "decides for everybody without a policy of their own whether their conversations are archived",
  },
  undo: { possible: "with loss", how: "the captured values are set again; what was not archived in between is lost" },
  sources: ["PS:Set-CsArchivingPolicy", "Configure Skype for Business Server to use Exchange Server archiving"],
});
