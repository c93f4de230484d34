import { Rule } from "./rule";

/** Rooms cannot write it wrong: HostedVoicemail takes its destination from ExchangeOnline. For exported facts. */
export const VOICEMAIL_HAS_PROVIDER: Rule = {
  id: "HYB-EXO-058",
  title: "Where voicemail goes, a hosting provider leads.",
  severity: "error",
  why:
    "The destination of a hosted voicemail policy must be trusted for routing (New-CsHostedVoicemailPolicy), and it is the " +
    'hosting provider that makes it so ("Configure Cloud Voicemail service for on-premises users").',
  unacceptable: "the servers do not route a call to a name that no provider has.",
  check: ({ hostedVoicemailPolicies, hostingProviders }) =>
    hostedVoicemailPolicies
      .filter(({ destination }) => !hostingProviders.some(({ proxyFqdn }) => proxyFqdn === destination))
      .map(({ identity, destination, source }) => ({
        subject: identity,
        message: `The hosted voicemail policy ${identity} sends calls to ${destination}, and no hosting provider has that proxy.`,
        fix: "Declare ExchangeOnline and give it to the policy.",
        source,
      })),
};
