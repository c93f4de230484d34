import { Rule } from "./rule";

export const SHARED_DOMAINS_ENABLED_ONLINE: Rule = {
  id: "HYB-TEN-102",
  title: "A SIP domain that is shared is not disabled online.",
  severity: "error",
  why:
    "In a disabled domain the tenant provisions nobody, so nobody of it can move to the cloud, and who is there already " +
    "loses SIP address, contacts and meetings (Disable-CsOnlineSipDomain).",
  unacceptable: "a domain cannot be shared with a cloud that has nobody of it.",
  check: ({ onlineSipDomains, sharedAddressSpaces }) => {
    const shared = new Set(sharedAddressSpaces.flatMap(({ domains }) => domains));
    return onlineSipDomains
      .filter(({ enabled, name }) => !enabled && shared.has(name))
      .map(({ name, source }) => ({
        subject: name,
        message: `${name} is shared with the tenant and declared disabled there.`,
        fix: `Take OnlineSipDomain.disabled for ${name} out, or leave ${name} out of the domains of the SharedAddressSpace.`,
        source,
      }));
  },
};
