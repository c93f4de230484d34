import { Risk } from "../../onprem/step";
import { partnerList } from "../partner-lists";
import { RiskRule } from "./risk-rule";

const GOES: Risk = { level: "high", reason: "it takes back what people may be using" };

export const OBJECT_REMOVED: RiskRule = {
  id: "object-removed",
  title: "An object is removed",
  why: "What a server or the tenant no longer holds, nobody can use any more.",
  example: "A step that created something now removes it.",
  judge: (change) => {
    if (change.about === "object" && change.action === "removed")
      return partnerList(change.noun) === undefined ? [GOES] : [];
    if (change.about !== "step" || change.action !== "changed") return [];
    const removes = change.values.some(({ name, after }) => name === "removes" && after === true);
    return removes ? [{ level: "high", reason: "it now removes its object" }] : [];
  },
};
