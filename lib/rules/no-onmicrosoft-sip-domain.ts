import { Rule } from "./rule";

export const NO_ONMICROSOFT_SIP_DOMAIN: Rule = {
  id: "HYB-SIP-004",
  title: "The tenant's own names are no SIP domains on-premises.",
  severity: "warning",
  why:
    "Names below onmicrosoft.com belong to Microsoft: you cannot publish DNS records or get a certificate for them, and " +
    'the documents leave them out of Edge certificates and allow lists ("Cloud consolidation"). Not forbidden by a document.',
  check: ({ sipDomains }) =>
    sipDomains
      .filter(({ name }) => name === "onmicrosoft.com" || name.endsWith(".onmicrosoft.com"))
      .map(({ name, source }) => ({
        subject: name,
        message: `${name} is declared as a SIP domain on-premises, but its DNS belongs to Microsoft: nobody can find the Edge by it.`,
        fix: "Give the people SIP addresses in a domain of your own and declare that one.",
        source,
      })),
};
