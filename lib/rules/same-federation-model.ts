import { placesOf } from "./place";
import { Rule } from "./rule";
import { halves } from "./two-halves";

export const SAME_FEDERATION_MODEL: Rule = {
  id: "HYB-FED-016",
  title: "Both halves are open, both are closed, or nobody federates on either.",
  severity: "error",
  why: 'Partner discovery on-premises must match the tenant: on with an open tenant, off with a closed one ("Plan hybrid connectivity").',
  check: (model) =>
    halves(model)
      .filter(([edge, online]) => edge.mode !== online.mode)
      .map(([edge, online]) => ({
        subject: online.tenant,
        message:
          `${edge.edgePool} is ${edge.mode} and ${online.tenant} is ${online.mode}: a partner would reach people on one ` +
          `side and not on the other.`,
        fix: "Decide for one model and pass the EdgeFederation as `matching` to the TenantFederation.",
        source: placesOf([edge, online]),
      })),
};
