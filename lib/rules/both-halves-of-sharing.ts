import { DeploymentModel, SharedAddressSpaceFact } from "../model/deployment-model";
import { Rule, Violation } from "./rule";

/** The one hosting provider by which people are found in the cloud. */
const HYBRID_PROXY = "sipfed.online.lync.com";

export const BOTH_HALVES_OF_SHARING: Rule = {
  id: "HYB-SSA-030",
  title: "A shared SIP address space has both of its halves.",
  severity: "error",
  why:
    "Sharing needs the hosting provider on-premises and SharedSipAddressSpace in the tenant; with one of them moves fail " +
    'with error 510, "tenant is not enabled for shared sip address space" ("Configure federation for hybrid").',
  check: (model) => [
    ...model.sharedAddressSpaces.flatMap((space) => halfSpaces(space, model)),
    ...loneProviders(model),
  ],
};

function halfSpaces(space: SharedAddressSpaceFact, model: DeploymentModel): Violation[] {
  const { provider, tenant, edgePool, source } = space;
  const missing = [
    ...(model.hostingProviders.some(({ identity }) => identity === provider)
      ? []
      : [`the hosting provider ${provider}`]),
    ...(model.edgeFederations.some((half) => half.edgePool === edgePool) ? [] : [`the federation of ${edgePool}`]),
    ...(model.tenantFederations.some((half) => half.tenant === tenant) ? [] : [`the federation of ${tenant}`]),
  ];
  if (missing.length === 0) return [];
  return [
    {
      subject: tenant,
      message: `The address space shared with ${tenant} lacks a half in this deployment: ${missing.join(", ")}.`,
      fix: "Declare EdgeFederation, TenantFederation and SharedAddressSpace in the same HybridDeployment.",
      source,
    },
  ];
}

function loneProviders({ hostingProviders, sharedAddressSpaces }: DeploymentModel): Violation[] {
  return (
    hostingProviders
      // Without a shared address space the same proxy serves plain federation with companies in the cloud.
      .filter(({ proxyFqdn, purpose }) => proxyFqdn === HYBRID_PROXY && purpose === "hybrid")
      .filter(({ identity }) => !sharedAddressSpaces.some(({ provider }) => provider === identity))
      .map(({ identity, proxyFqdn, source }) => ({
        subject: identity,
        message: `The hosting provider ${identity} leads to ${proxyFqdn}, but no tenant shares its address space.`,
        fix: "Declare a SharedAddressSpace with this provider, or take the provider back.",
        source,
      }))
  );
}
