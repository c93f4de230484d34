import { placesOf } from "./place";
import { Rule } from "./rule";

export const ONE_TOKEN_CERTIFICATE: Rule = {
  id: "HYB-TRU-039",
  title: "All servers sign their tokens with one certificate.",
  severity: "error",
  why:
    "The certificate of OAuthTokenIssuer is assigned once, for all servers, and replicated to each of them " +
    '("Assign a server-to-server authentication certificate").',
  unacceptable: "there is one assignment, and the second would take the place of the first.",
  check: ({ oauthCertificates }) =>
    oauthCertificates.length < 2
      ? []
      : [
          {
            subject: "OAuthTokenIssuer",
            message: `${oauthCertificates.length} certificates are declared for the tokens of the servers: ${oauthCertificates.map(({ thumbprint }) => thumbprint).join(", ")}.`,
            fix: "Declare one OAuthCertificate. A renewal names the new file in the one that is there.",
            source: placesOf(oauthCertificates),
          },
        ],
};
