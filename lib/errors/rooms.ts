/** What is wrong with what a room was given. */

import { HybridError, quoted } from "./hybrid-error";

export function closedToEverybody(field: string): HybridError {
  return new HybridError(
    `"${field}" is empty: an empty allow list lets nobody in, and emptiness has no meaning here. Name at least one ` +
      `partner domain.`,
  );
}

export function emptyList(field: string): HybridError {
  return new HybridError(`"${field}" is empty: leave the property out, or name at least one entry.`);
}

export function twiceInList(field: string, domain: string): HybridError {
  return new HybridError(`"${field}" names ${domain} twice: remove one of the two.`);
}

export function allowedAndBlocked(domain: string): HybridError {
  return new HybridError(`${domain} is allowed and blocked at once: the server refuses that. Remove it from one list.`);
}

export function tooManyDomains(field: string, count: number, limit: number): HybridError {
  return new HybridError(
    `"${field}" has ${count} domains, but the tenant holds at most ${limit} (Set-CsTenantFederationConfiguration): ` +
      `use open federation or shorten the list.`,
  );
}

export function listNeedsSummary(field: string, count: number, limit: number): HybridError {
  return new HybridError(
    `"${field}" has ${count} entries, and a plan that lists more than ${limit} one by one takes minutes: say ` +
      `\`mirror: ListMirror.SUMMARY\` on the policy. It is asked for, because crossing the number silently would plan ` +
      `${limit} destroys.`,
  );
}

export function notAnInitialDomain(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the tenant's initial domain, got ${quoted(value)}: it ends in .onmicrosoft.com ` +
      `(for another cloud see the next release).`,
  );
}

export function unreadableCertificate(field: string, path: string, reason: string): HybridError {
  return new HybridError(
    `"${field}" names ${quoted(path)}, which is no public certificate in PEM form: ${reason}. Export the certificate ` +
      `without its private key (Base-64 encoded X.509).`,
  );
}

export function privateKeyInCertificate(field: string, path: string): HybridError {
  return new HybridError(
    `"${field}" names ${quoted(path)}, which holds a private key: it would end in the Terraform state. Remove the key ` +
      `from that file, treat it as leaked if it was committed, and export the certificate alone.`,
  );
}
