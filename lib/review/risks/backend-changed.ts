import { RiskRule } from "./risk-rule";

export const BACKEND_CHANGED: RiskRule = {
  id: "backend-changed",
  title: "Terraform keeps its state elsewhere",
  why: "With an empty state Terraform creates everything a second time: the groups and applications in use stay behind, and nobody looks after them.",
  example: "The local backend becomes an azurerm backend.",
  judge: (change) =>
    change.about === "resource" && change.type === "backend"
      ? [{ level: "high", reason: "unless the state is moved with it, everything is created a second time" }]
      : [],
};
