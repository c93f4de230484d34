import { RiskRule } from "./risk-rule";

const CREDENTIAL = /^azuread_(application|service_principal)_(certificate|password)$/;

export const CREDENTIAL_REPLACED: RiskRule = {
  id: "credential-replaced",
  title: "A certificate or password of an application changes",
  why: "Whoever still signs in with the old one is refused as soon as Terraform has removed it.",
  example: "The certificate file of a TenantAdministration holds another certificate.",
  judge: (change) =>
    change.about === "resource" &&
    CREDENTIAL.test(change.type) &&
    change.action !== "added" &&
    change.action !== "moved"
      ? [{ level: "high", reason: "sign-ins with the old certificate or password stop working" }]
      : [],
};
