import { DeploymentModel } from "../model/deployment-model";

const TENANT_SWITCH = "CsTenantFederationConfiguration/Global/shared-sip-address-space";
const PROVIDER = /^CsHostingProvider\/[^/]+$/;

/**
 * Ids of the applied steps of a shared address space that the declaration no longer has, and that the runbook would
 * therefore take back. A provider that was renamed counts: the old name is taken back. This version writes no provider
 * but that of the shared space, so every CsHostingProvider of the baseline is it.
 */
export function sharingTakenBack(model: DeploymentModel): string[] {
  const hybrid = model.hostingProviders.filter(({ purpose }) => purpose === "hybrid");
  const kept = hybrid.map(({ identity }) => identity.toLowerCase());
  return model.deployed
    .filter(({ id, identity }) =>
      id === TENANT_SWITCH
        ? model.sharedAddressSpaces.length === 0
        : PROVIDER.test(id) && !kept.includes(identity.toLowerCase()),
    )
    .map(({ id }) => id);
}
