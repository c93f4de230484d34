import { declaresNothing } from "./deployment-without-rooms";
import { WHOLE_DEPLOYMENT } from "./place";
import { Rule } from "./rule";

/** What was applied can only be taken back by somebody who knows of it. */
export const BASELINE_NAMED: Rule = {
  id: "HYB-DEP-102",
  title: "A deployment names its baseline.",
  severity: "warning",
  why: "Without the committed baseline nobody knows what was applied, so nothing is ever taken back. Rule of this library, no document.",
  check: (model) =>
    model.baselines.length > 0 || declaresNothing(model)
      ? []
      : [
          {
            subject: "deployed",
            message:
              "No baseline is named: what is no longer declared is never taken back, and every plan says not run.",
            fix: 'Commit a baseline file and name it: new HybridDeployment(stack, "hybrid", { deployed: "deployed/<stack>.json" }).',
            source: WHOLE_DEPLOYMENT,
          },
        ],
};
