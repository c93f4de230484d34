import { CATALOGUE } from "../../onprem/catalog";
import { Risk } from "../../onprem/step";
import { ObjectChange } from "../change";
import { RiskRule } from "./risk-rule";

/** What the step itself says, where no other rule says worse. */
export const STEP_DECLARED: RiskRule = {
  id: "step-declared",
  title: "The risk that the step itself declares",
  why: "Every kind of step carries a risk with a reason, whatever changes of it.",
  example: "A SIP domain is added: low, or whatever its step says.",
  judge: (change) => {
    if (change.about === "object") {
      return change.action === "added" || change.action === "changed" ? [ownRisk(change)] : [];
    }
    if (change.about !== "step") return [];
    return change.action === "added" || change.action === "retired" || change.action === "changed"
      ? [change.step.risk]
      : [];
  },
};

/** A list step carries the risk of its removals; an entry that comes beside them is no worse for it. */
function ownRisk({ was, step }: ObjectChange): Risk {
  if (step.removals.length === 0) return step.risk;
  return was.removals.length === 0 ? was.risk : (CATALOGUE.get(step.kind)?.risk ?? step.risk);
}
