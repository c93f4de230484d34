import { RiskRule } from "./risk-rule";

export const STEP_LEFT: RiskRule = {
  id: "step-left",
  title: "A step is no longer declared, and nothing takes back what it set",
  why: "Without a receipt in the committed baseline nobody knows what there is to take back.",
  example: "A construct is deleted before its hand-over was recorded with receipts add.",
  judge: (change) => {
    if (change.about !== "step" || change.action !== "left") return [];
    return change.step.shape === "operation"
      ? [{ level: "info", reason: "it set nothing" }]
      : [{ level: "medium", reason: "what it set stays as it is, and nothing manages it any more" }];
  },
};
