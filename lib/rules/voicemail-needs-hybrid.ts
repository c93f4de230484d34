import { Rule } from "./rule";

export const VOICEMAIL_NEEDS_HYBRID: Rule = {
  id: "HYB-EXO-102",
  title: "Cloud Voicemail is declared where the deployment is hybrid.",
  severity: "error",
  why: 'Hybrid connectivity, a split domain, is a requirement of it ("Plan Cloud Voicemail service for on-premises users").',
  check: ({ hostedVoicemailPolicies, sharedAddressSpaces }) =>
    sharedAddressSpaces.length > 0
      ? []
      : hostedVoicemailPolicies.map(({ identity, source }) => ({
          subject: identity,
          message: `The hosted voicemail policy ${identity} sends calls to Cloud Voicemail, but no SIP address space is shared with the tenant.`,
          fix:
            "Declare SharedAddressSpace. If hybrid connectivity was set up by hand and stays so, acknowledge HYB-EXO-102 with " +
            "that reason.",
          source,
        })),
};
