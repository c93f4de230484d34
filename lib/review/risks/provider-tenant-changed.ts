import { RiskRule } from "./risk-rule";

/** Settings of the azuread provider that decide where it works. */
const WHERE = /^(tenant_id|environment|metadata_host)$/;

export const PROVIDER_TENANT_CHANGED: RiskRule = {
  id: "provider-tenant-changed",
  title: "A provider of Terraform works in another tenant or cloud",
  why: "Terraform does not find there what it knows, takes it for deleted, and creates it again in the other tenant.",
  example: "The tenant id of the azuread provider changes.",
  judge: (change) =>
    change.about === "resource" && change.type === "provider" && change.values.some(({ name }) => WHERE.test(name))
      ? [{ level: "high", reason: "everything is created again in another tenant, and what stands is left behind" }]
      : [],
};
