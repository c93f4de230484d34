import { nameList } from "./name-list";
import { Rule } from "./rule";

export const SHARED_DOMAINS_DECLARED: Rule = {
  id: "HYB-SSA-101",
  title: "What is shared is a SIP domain of the deployment.",
  severity: "error",
  why: 'People can be shared only in SIP domains that the servers on-premises have ("Configure hybrid connectivity").',
  check: ({ sharedAddressSpaces, sipDomains }) =>
    sharedAddressSpaces.flatMap(({ tenant, domains, source }) => {
      const foreign = domains.filter((domain) => !sipDomains.some(({ name }) => name === domain));
      if (foreign.length === 0) return [];
      return [
        {
          subject: tenant,
          message: `The address space shared with ${tenant} names ${nameList(foreign)}, which this deployment does not declare.`,
          fix: "Declare the SipDomain in the same HybridDeployment, or leave it out of `domains`.",
          source,
        },
      ];
    }),
};
