import { Shell } from "../shell";
import { kind, PropertyRow } from "./kind";

/** Where the client searches for people by skill: the part of the client policy that belongs to SharePoint. */
export type CsClientPolicy = {
  readonly SPSearchCenterExternalURL: string;
  readonly SPSearchCenterInternalURL: string;
  readonly SPSearchExternalURL: string;
  readonly SPSearchInternalURL: string;
};

/** A literal cannot be no value: where there was none, the person empties it. */
const ADDRESS: PropertyRow = {
  compare: "uri",
  whenMissing:
    "An address is emptied by hand: Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and the same for " +
    "-SPSearchExternalURL, -SPSearchCenterInternalURL and -SPSearchCenterExternalURL where they were empty.",
};

export const CS_CLIENT_POLICY = kind<CsClientPolicy>({
  key: "CsClientPolicy",
  shape: "singleton",
  noun: "CsClientPolicy",
  shell: Shell.LYNC,
  properties: {
    SPSearchCenterExternalURL: ADDRESS,
    SPSearchCenterInternalURL: ADDRESS,
    SPSearchExternalURL: ADDRESS,
    SPSearchInternalURL: ADDRESS,
  },
  carried: ["SPSearchCenterExternalURL", "SPSearchCenterInternalURL", "SPSearchExternalURL", "SPSearchInternalURL"],
  waitSeconds: 60,
  role: "CsAdministrator or RTCUniversalServerAdmins",
  risk: {
    level: "low",
    reason: "people who search by skill are sent to these addresses; nothing else depends on them",
  },
  undo: {
    possible: "yes",
    how:
      "the captured addresses are set again; where there was none, the address is emptied by hand: " +
      "Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and so on for each",
  },
  sources: ["PS:Set-CsClientPolicy"],
});
