/** What is wrong with what the rooms for Exchange were given. */

import { HybridError, quoted } from "./hybrid-error";

export function fixedDestination(field: string, value: string, documented: string): HybridError {
  return new HybridError(
    `"${field}" is ${quoted(value)}, but in the commercial cloud Exchange Online is reached at ${documented} and nowhere ` +
      `else: leave the property out.`,
  );
}

export function destinationNotKnown(field: string, cloud: string, printed: string | undefined): HybridError {
  const known =
    printed === undefined
      ? "no document that we read names it"
      : `a document prints ${printed} for presence in Outlook on the web, and nothing for voicemail`;
  return new HybridError(
    `"${field}" is missing: where the cloud ${cloud} answers for Exchange Online must be given, because ${known}. Ask ` +
      `Microsoft's support and write the name they confirm.`,
  );
}

export function policyNameWithScope(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the bare name of a policy, got ${quoted(value)}: the scope before the colon is written for you. ` +
      `For the policy of a site say HostedVoicemailPolicy.forSite.`,
  );
}

export function policyNamedGlobal(field: string): HybridError {
  return new HybridError(
    `"${field}" is Global, and that policy always exists: declare it with HostedVoicemail, or choose another name.`,
  );
}
