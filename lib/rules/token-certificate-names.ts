import { Rule } from "./rule";

export const TOKEN_CERTIFICATE_NAMES: Rule = {
  id: "HYB-TRU-102",
  title: "The token certificate names the default SIP domain.",
  severity: "warning",
  why:
    "The certificate of OAuthTokenIssuer includes the name of the SIP domain in its subject " +
    '("Assign a server-to-server authentication certificate").',
  check: ({ oauthCertificates, sipDomains }) =>
    oauthCertificates.flatMap(({ thumbprint, names, source }) =>
      sipDomains
        .filter(({ name, isDefault }) => isDefault && !names.some((other) => includes(other, name)))
        .map(({ name }) => ({
          subject: name,
          message: `The certificate ${thumbprint} names ${names.join(", ") || "no host"}, but not the default SIP domain ${name}.`,
          fix: `Request a certificate with ${name} in its subject, and the other SIP domains as alternative names.`,
          source,
        })),
    ),
};

function includes(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
