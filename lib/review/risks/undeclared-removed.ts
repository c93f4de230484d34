import { RiskRule } from "./risk-rule";

export const UNDECLARED_REMOVED: RiskRule = {
  id: "undeclared-removed",
  title: "Entries that nobody declared are removed from now on",
  why: "Somebody added them by hand for a reason that main.ts does not know.",
  example: "undeclared: Undeclared.REMOVE.",
  judge: (change) =>
    change.about === "step" &&
    change.action === "changed" &&
    change.values.some(({ name, after }) => name === "undeclared" && after === "Remove")
      ? [{ level: "high", reason: "entries that nobody declared are removed, whoever needed them" }]
      : [],
};
