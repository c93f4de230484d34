import { DeploymentModel, ExternalAccessPolicyFact } from "../model/deployment-model";
import { Rule } from "./rule";

export const FEDERATION_POLICY_FOR_PEOPLE: Rule = {
  id: "HYB-FED-101",
  title: "Where partners are let in, people may talk to them.",
  severity: "warning",
  why: "Federation of the organization does not by itself let anybody federate: the external access policy decides (Set-CsExternalAccessPolicy).",
  check: (model) =>
    model.externalAccessPolicies
      .filter((policy) => !policy.federation && federates(model, policy))
      .map(({ side, identity, source }) => ({
        subject: `${side} ${identity}`,
        message: `Partners are let in, but the external access policy ${identity} (${side}) lets nobody talk to them.`,
        fix: "Set `federation` of the policy to true, or declare FederationPolicy.none().",
        source,
      })),
};

function federates(model: DeploymentModel, { side }: ExternalAccessPolicyFact): boolean {
  const halves = side === "online" ? model.tenantFederations : model.edgeFederations;
  return halves.some(({ mode }) => mode !== "none");
}
