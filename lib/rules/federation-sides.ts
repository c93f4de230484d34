import { Declared, DeploymentModel, ExternalAccessPolicyFact } from "../model/deployment-model";

/** A side on which somebody is to federate, with the policies that say who may. */
export interface FederationSide {
  /** As a sentence says it. */
  readonly where: string;
  /** Room that declares such a policy. */
  readonly room: string;
  readonly halves: readonly Declared[];
  readonly policies: readonly ExternalAccessPolicyFact[];
}

/** The sides on which federation is declared; where nobody shall federate, no policy has to let them. */
export function federationSides(model: DeploymentModel): FederationSide[] {
  const policies = (side: ExternalAccessPolicyFact["side"]): ExternalAccessPolicyFact[] =>
    model.externalAccessPolicies.filter((policy) => policy.side === side);
  const edges = model.edgeFederations.filter(({ mode }) => mode !== "none");
  const tenants = model.tenantFederations.filter(({ mode }) => mode !== "none");
  return [
    { where: "the servers", room: "ExternalAccessPolicy", halves: edges, policies: policies("on-premises") },
    { where: "the tenant", room: "OnlineExternalAccessPolicy", halves: tenants, policies: policies("online") },
  ].filter(({ halves }) => halves.length > 0);
}
