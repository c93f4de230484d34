import { Shell } from "../shell";
import { kind } from "./kind";

/** What is archived, and where to. */
export type CsArchivingConfiguration = {
  readonly EnableArchiving: string;
  readonly EnableExchangeArchiving: boolean;
};

export const CS_ARCHIVING_CONFIGURATION = kind<CsArchivingConfiguration>({
  key: "CsArchivingConfiguration",
  shape: "singleton",
  noun: "CsArchivingConfiguration",
  shell: Shell.LYNC,
  properties: { EnableArchiving: { compare: "ignore-case" }, EnableExchangeArchiving: { compare: "exact" } },
  carried: ["EnableArchiving", "EnableExchangeArchiving"],
  waitSeconds: 60,
  role: "CsArchivingAdministrator or CsAdministrator",
  risk: {
    level: "high",
    reason: "decides for the whole company what is archived and where: what is not archived now cannot be found later",
  },
  undo: {
    possible: "with loss",
    how: "the captured values are set again; what was archived in between stays where it was written, and what was not is lost",
  },
  sources: ["PS:Set-CsArchivingConfiguration", "Configure Skype for Business Server to use Exchange Server archiving"],
});
