import { RiskRule } from "./risk-rule";

/** What people, scripts or servers sign in as: once destroyed, its id never comes back. */
const IDENTITIES = /^azuread_(application(_registration)?|service_principal|group|user)$/;

export const RESOURCE_DESTROYED: RiskRule = {
  id: "resource-destroyed",
  title: "Terraform destroys a resource",
  why: "An application, a service principal or a group that is created again has another id: whatever trusted the old one is refused.",
  example: "A LicenceGroup is deleted from main.ts.",
  judge: (change) => {
    if (change.about !== "resource" || (change.action !== "removed" && change.action !== "replaced")) return [];
    return IDENTITIES.test(change.type)
      ? [{ level: "high", reason: "it is destroyed, and its id does not come back: what trusted it is refused" }]
      : [
          {
            level: "medium",
            reason: change.action === "replaced" ? "it is destroyed and created again" : "it is destroyed",
          },
        ];
  },
};
