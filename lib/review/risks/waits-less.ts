import { RiskRule } from "./risk-rule";

export const WAITS_LESS: RiskRule = {
  id: "waits-less",
  title: "A step waits for other steps than before",
  why: "A step that no longer waits may run before what it needs.",
  example: "addDependency between two constructs is deleted.",
  judge: (change) => {
    if (change.about !== "wait") return [];
    return change.lost.length === 0
      ? [{ level: "low", reason: "it waits for more than before" }]
      : [{ level: "medium", reason: "it may now run before what it used to wait for" }];
  },
};
