import { NO_DOMAINS } from "../onprem/catalog/domain-lists";
import { PsValue, Risk } from "../onprem/step";
import { ValueChange } from "./change";

export const SHARING_OFF: Risk = {
  level: "critical",
  reason: "the shared address space is switched off: people on one side no longer find those on the other",
};
const OPENED: Risk = { level: "critical", reason: "opens federation: whoever is not blocked gets through" };

/** What one property means when it takes a value. Values are compared as text; undefined stands for any. */
interface PropertyRule {
  readonly noun: string;
  readonly property: string;
  readonly after?: PsValue;
  /** Whether it counts where the property was not declared before. */
  readonly alsoNew?: true;
  readonly risk: Risk;
}

const PROPERTY_RULES: readonly PropertyRule[] = [
  { noun: "CsAccessEdgeConfiguration", property: "EnablePartnerDiscovery", after: true, alsoNew: true, risk: OPENED },
  {
    noun: "CsAccessEdgeConfiguration",
    property: "EnablePartnerDiscovery",
    after: false,
    risk: { level: "high", reason: "closes federation on the Edge: partners that were discovered by DNS are cut off" },
  },
  {
    noun: "CsAccessEdgeConfiguration",
    property: "AllowFederatedUsers",
    after: false,
    alsoNew: true,
    risk: { level: "high", reason: "cuts off every partner on the Edge" },
  },
  {
    noun: "CsAccessEdgeConfiguration",
    property: "AllowFederatedUsers",
    after: true,
    risk: { level: "high", reason: "opens the Edge to federated partners for the first time" },
  },
  {
    noun: "CsAccessEdgeConfiguration",
    property: "AllowOutsideUsers",
    after: false,
    alsoNew: true,
    risk: { level: "high", reason: "cuts off everybody who works outside the network" },
  },
  {
    noun: "CsAccessEdgeConfiguration",
    property: "AllowOutsideUsers",
    after: true,
    risk: { level: "high", reason: "lets people sign in from outside the network" },
  },
  {
    noun: "CsTenantFederationConfiguration",
    property: "AllowFederatedUsers",
    after: false,
    alsoNew: true,
    risk: { level: "high", reason: "cuts off every partner in the tenant" },
  },
  {
    noun: "CsTenantFederationConfiguration",
    property: "SharedSipAddressSpace",
    after: false,
    alsoNew: true,
    risk: SHARING_OFF,
  },
  {
    noun: "CsHostingProvider",
    property: "EnabledSharedAddressSpace",
    after: false,
    alsoNew: true,
    risk: SHARING_OFF,
  },
  { noun: "CsHostingProvider", property: "Enabled", after: false, alsoNew: true, risk: SHARING_OFF },
  {
    noun: "CsHostingProvider",
    property: "ProxyFqdn",
    risk: { level: "high", reason: "a provider's proxy cannot be changed after creation: the run refuses the step" },
  },
  {
    noun: "CsHostingProvider",
    property: "HostsOCSUsers",
    after: false,
    risk: { level: "high", reason: "the Edge no longer looks for people in the cloud" },
  },
  {
    noun: "CsAllowedDomain",
    property: "ProxyFqdn",
    risk: {
      level: "medium",
      reason: "all traffic with this partner goes to the named server; a wrong name cuts it off",
    },
  },
  {
    noun: "CsAllowedDomain",
    property: "VerificationLevel",
    after: "AlwaysVerifiable",
    alsoNew: true,
    risk: { level: "high", reason: "whatever claims to come from this partner is believed" },
  },
  {
    noun: "CsExternalAccessPolicy",
    property: "EnableFederationAccess",
    after: false,
    alsoNew: true,
    risk: { level: "high", reason: "everybody without a policy of their own can no longer talk to partners" },
  },
  {
    noun: "CsExternalAccessPolicy",
    property: "EnableOutsideAccess",
    after: false,
    alsoNew: true,
    risk: { level: "high", reason: "everybody without a policy of their own is cut off outside the network" },
  },
  {
    noun: "CsSipDomain",
    property: "IsDefault",
    risk: { level: "medium", reason: "another domain becomes the default for new people" },
  },
];

/** What the changed values of one object mean. */
export function propertyRisks(noun: string, values: readonly ValueChange[]): Risk[] {
  return values.flatMap((change) => [
    ...PROPERTY_RULES.filter((rule) => rule.noun === noun && rule.property === change.name)
      .filter((rule) => rule.after === undefined || rule.after === change.after)
      .filter((rule) => change.before !== undefined || rule.alsoNew === true)
      .filter(() => change.after !== undefined)
      .map((rule) => rule.risk),
    ...modelRisks(noun, change),
  ]);
}

/** The tenant's allow list is a list, or one of the words for everybody and nobody. */
function modelRisks(noun: string, { name, before, after }: ValueChange): Risk[] {
  if (noun !== "CsTenantFederationConfiguration" || name !== "AllowedDomains") return [];
  // What is no longer enforced stays as it is.
  if (after === undefined) return [];
  if (after === NO_DOMAINS) return [{ level: "high", reason: "cuts off every partner in the tenant" }];
  if (typeof after !== "object") return [OPENED];
  if (typeof before !== "string" || before === NO_DOMAINS) return [];
  return [{ level: "high", reason: "closes federation in the tenant: who is not listed is cut off" }];
}
