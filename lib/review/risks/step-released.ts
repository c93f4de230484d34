import { rank } from "./risk-rank";
import { RiskRule } from "./risk-rule";

export const STEP_RELEASED: RiskRule = {
  id: "step-released",
  title: "What was applied is left as it is, on purpose",
  why: "Nothing happens, and somebody said why. The more the step could do to people, the more a reviewer should look at that.",
  example: 'hybrid.release("cs-sip-domain/adatum.com", "moved to another deployment").',
  judge: (change) => {
    if (change.about !== "step" || change.action !== "released") return [];
    const level = rank(change.step.risk.level) >= rank("medium") ? "medium" : "low";
    return [{ level, reason: `left, not taken back: ${change.reason ?? ""}` }];
  },
};
