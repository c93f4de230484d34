import { DeployedFact, DeploymentModel } from "../model/deployment-model";

const TENANT_SWITCH = "CsTenantFederationConfiguration/Global/shared-sip-address-space";
const PROVIDER = /^CsHostingProvider\/[^/]+$/;

/**
 * Ids of the applied steps of a shared address space that the declaration no longer has, and that the runbook would
 * therefore take back. A provider that was renamed counts: the old name is taken back. Declared as one that exists for
 * somebody else it counts too: its step is gone, so it is taken back all the same.
 */
export function sharingTakenBack(model: DeploymentModel): string[] {
  const { deployed, hostingProviders, sharedAddressSpaces } = model;
  const kept = hostingProviders
    .filter(({ purpose }) => purpose === "hybrid")
    .map(({ identity }) => identity.toLowerCase());
  return deployed
    .filter((fact) =>
      fact.id === TENANT_SWITCH
        ? sharedAddressSpaces.length === 0
        : PROVIDER.test(fact.id) && !kept.includes(fact.identity.toLowerCase()) && mayCarrySharing(fact.id, deployed),
    )
    .map(({ id }) => id);
}

/**
 * A baseline does not say what a provider is for, but the tenant's switch was applied after the one that shares. Where no
 * switch was applied, or none of the providers came before it, any of them may be it: rather a finding too many.
 */
function mayCarrySharing(provider: string, deployed: readonly DeployedFact[]): boolean {
  const before = deployed.find(({ id }) => id === TENANT_SWITCH)?.after ?? [];
  const sharing = before.filter((id) => PROVIDER.test(id));
  return sharing.length === 0 || sharing.includes(provider);
}
