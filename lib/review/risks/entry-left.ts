import { partnerList } from "../partner-lists";
import { RiskRule } from "./risk-rule";

export const ENTRY_LEFT: RiskRule = {
  id: "entry-left",
  title: "An entry is no longer declared, and nothing removes it",
  why: "Only what an earlier run added is removed. What was there before stays, and by default the next run stops and names it.",
  example: "A partner that existed before us is deleted from allowed.",
  judge: (change) => {
    if (change.about !== "object" || change.action !== "left") return [];
    if (change.step.undeclared === "Keep") {
      return [{ level: "low", reason: "it is not managed any more and stays where it is" }];
    }
    const isAllowed = partnerList(change.noun)?.list === "allowed" && !change.everybodyAllowed;
    const level = isAllowed ? "high" : "medium";
    return [{ level, reason: "no longer declared; where it still stands the run stops at this step and names it" }];
  },
};
