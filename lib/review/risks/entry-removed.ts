import { Risk } from "../../onprem/step";
import { partnerList } from "../partner-lists";
import { RiskRule } from "./risk-rule";

const ALLOWED: Risk = { level: "high", reason: "people can no longer talk to the partner" };
const STILL_IN: Risk = { level: "low", reason: "federation is open: the partner gets through as everybody does" };
const BLOCKED: Risk = { level: "medium", reason: "the domain is no longer kept out" };

export const ENTRY_REMOVED: RiskRule = {
  id: "entry-removed",
  title: "A partner or a blocked domain is taken off its list",
  why: "Chats and calls with a partner end when its domain is taken off a closed list; a domain off the block list gets through again.",
  example: "A line of allowed or blocked is deleted.",
  judge: (change) => {
    if (change.about !== "object" || change.action !== "removed") return [];
    const list = partnerList(change.noun)?.list;
    return list === undefined ? [] : [list === "blocked" ? BLOCKED : change.everybodyAllowed ? STILL_IN : ALLOWED];
  },
};
