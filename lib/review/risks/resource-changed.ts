import { RiskRule } from "./risk-rule";

export const RESOURCE_CHANGED: RiskRule = {
  id: "resource-changed",
  title: "Terraform creates, changes or renames a resource",
  why: "The pipeline does it with terraform apply, and its plan shows every attribute.",
  example: "The description of a LicenceGroup changes.",
  judge: (change) => {
    if (change.about !== "resource") return [];
    if (change.action === "moved") return [{ level: "info", reason: "another address for the same thing" }];
    if (change.action === "added") return [{ level: "low", reason: "something new, which nobody uses yet" }];
    return change.action === "changed" ? [{ level: "low", reason: "changed in place" }] : [];
  },
};
