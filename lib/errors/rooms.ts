/** What is wrong with what a room was given. */

import { HybridError, quoted } from "./hybrid-error";

export function closedToEverybody(field: string): HybridError {
  return new HybridError(
    `"${field}" is empty: an empty allow list lets nobody in, and emptiness has no meaning here. Name at least one ` +
      `partner domain, or write FederationPolicy.none() when nobody may get in.`,
  );
}

export function nobodyButKept(): HybridError {
  return new HybridError(
    `"undeclared" is KEEP, but nobody may get in: whoever stands on an allow list already would. Leave it out to have ` +
      `such entries named first, or say Undeclared.REMOVE.`,
  );
}

export function emptyList(field: string): HybridError {
  return new HybridError(`"${field}" is empty: leave the property out, or name at least one entry.`);
}

export function nothingToBalance(field: string, addresses: readonly string[]): HybridError {
  const got = addresses.length === 0 ? "no address" : `${quoted(addresses.join(", "))} alone`;
  return new HybridError(
    `"${field}" must have two addresses at least, got ${got}: DNS load balancing shares the load between the servers of a ` +
      `pool. Add the address of every server, or say AccessEdge.of when there is one.`,
  );
}

export function noNames(field: string): HybridError {
  return new HybridError(
    `"${field}" is empty: nobody would reach it. Name at least one external host, such as lyncdiscover.contoso.com.`,
  );
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

export function siteWithPrefix(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the bare name of a site, got ${quoted(value)}: Set-CsSite does not take the "Site:" before it. ` +
      `Write ${quoted(value.slice("Site:".length))}.`,
  );
}

export function notAnInitialDomain(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the tenant's initial domain, got ${quoted(value)}: in the commercial cloud it ends in ` +
      `.onmicrosoft.com. Correct it, or name another cloud: { cloud: Cloud.gccHigh({ ... }) }.`,
  );
}

export function commercialEndpoint(field: string, value: string, cloud: string): HybridError {
  return new HybridError(
    `"${field}" of the cloud ${cloud} is ${quoted(value)}, which belongs to the commercial cloud: ask Microsoft for the ` +
      `address of your cloud, or use Cloud.COMMERCIAL.`,
  );
}

export function lossNotAccepted(field: string, domain: string): HybridError {
  return new HybridError(
    `"${field}" is empty: when ${domain} is disabled online, people of that domain who are provisioned online lose their ` +
      `SIP addresses, their contacts and meetings are deleted, and they can neither interoperate nor federate ` +
      `(Disable-CsOnlineSipDomain). Say in a sentence why that is accepted, or do not disable the domain.`,
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

export function pilotBesideEverybody(policy: string): HybridError {
  return new HybridError(
    `"pilotPolicy" is ${quoted(policy)} and "allowed" is true: where everybody may, a pilot says nothing. Say allowed: false, ` +
      `or leave the pilot policy out.`,
  );
}

export function nothingForExchange(field: string): HybridError {
  return new HybridError(
    `"${field}" is true and "content" is NONE: the servers archive nothing then and ignore the rest ` +
      `(Set-CsArchivingConfiguration). Say what is archived, or say inExchange: false to switch archiving off.`,
  );
}

export function noSearchAddress(): HybridError {
  return new HybridError(
    `No address of the skill search is given: name at least one of "searchInternal", "searchExternal", "centerInternal" and ` +
      `"centerExternal".`,
  );
}

export function nothingToDiscover(): HybridError {
  return new HybridError(
    `"archiving" does not store transcripts in Exchange, so SharePoint would search mailboxes that hold none: say ` +
      `inExchange: true there, or leave the discovery out.`,
  );
}

export function noArchiveToDiscover(field: string): HybridError {
  return new HybridError(
    `"${field}" is missing: without an archive in Exchange there is nothing to find. Declare ExchangeArchiving, or say ` +
      `half: "sharepoint" where Exchange is somebody else's work.`,
  );
}

export function discoveryOnline(url: string): HybridError {
  return new HybridError(
    `Discovery would be set up in ${url}, which is SharePoint Online. The eDiscovery Center that finds archived ` +
      `conversations is one of SharePoint on-premises ("Configure SharePoint Server to search for archived Skype for ` +
      `Business data"): name a SharePoint Server on-premises, or leave the discovery out.`,
  );
}

export function noIssuerName(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the name of a trusted token issuer, 1 to 64 letters, digits, blanks, dots, dashes and underscores, ` +
      `got ${quoted(value)}: copy it from Get-SPTrustedSecurityTokenIssuer, or leave it out.`,
  );
}
