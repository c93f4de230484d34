import { Declared, DeploymentModel } from "../model/deployment-model";
import { sortedSet } from "../values/text-order";
import { declaresNothing } from "./deployment-without-rooms";
import { placesOf } from "./place";
import { Rule, Violation } from "./rule";

/** Federation and shared space name a tenant too, and it may have been declared in another deployment. */
export const ONE_TENANT: Rule = {
  id: "HYB-TEN-001",
  title: "A deployment is joined with exactly one tenant.",
  severity: "error",
  why: 'A hybrid deployment works with a single Microsoft 365 organization ("Plan hybrid connectivity").',
  unacceptable: "there is no hybrid without a tenant, and none with two.",
  check: (model) => {
    if (declaresNothing(model)) return [];
    const users = tenantUsers(model);
    const named = sortedSet([
      ...model.tenants.map((tenant) => tenant.initialDomain),
      ...users.map((user) => user.tenant),
    ]);
    if (model.tenants.length === 0) return [noTenant(named)];
    return named.length > 1 ? [severalTenants(named, model)] : [];
  },
};

function tenantUsers(model: DeploymentModel): (Declared & { readonly tenant: string })[] {
  return [
    ...model.tenantFederations,
    ...model.sharedAddressSpaces,
    ...model.onlineSipDomains,
    ...model.coexistenceModes,
    ...model.cloudTrusts,
    ...model.exchangeHybridApplications,
  ];
}

function noTenant(named: readonly string[]): Violation {
  const used = named.length === 0 ? "" : `; ${named.join(", ")} is used, but declared in another deployment`;
  return {
    subject: "tenant",
    message: `No tenant is declared${used}.`,
    fix: 'Refer to yours: OnlineTenant.fromInitialDomain(hybrid, "tenant", "<name>.onmicrosoft.com").',
    source: placesOf([]),
  };
}

function severalTenants(named: readonly string[], model: DeploymentModel): Violation {
  return {
    subject: "tenant",
    message: `${named.length} tenants are named: ${named.join(", ")}.`,
    fix: "Keep the one that the people move to; another tenant needs servers, a stack and a deployment of its own.",
    source: placesOf([...model.tenants, ...tenantUsers(model)]),
  };
}
