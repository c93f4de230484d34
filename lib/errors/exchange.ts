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

export function noExchangeServers(field: string): HybridError {
  return new HybridError(
    `"${field}" is empty: settings are written for the servers that are named. Name every Exchange server that people ` +
      `reach Outlook on the web on, such as ex01.contoso.local.`,
  );
}

export function sameServerName(field: string, name: string, first: string, second: string): HybridError {
  return new HybridError(
    `"${field}" names ${first} and ${second}, and Exchange knows a server by its short name only, which is ${name} for ` +
      `both: correct one of them, or remove it.`,
  );
}

export function outlookWebMessagingByFile(path: string, version: string): HybridError {
  return new HybridError(
    `"${path}" configures ${version}, which takes the pool and the certificate of messaging from the web.config file of ` +
      `each server ("Integrating Microsoft Lync Server 2013 and Microsoft Outlook Web App 2013"), not from a setting ` +
      `override. This version of the library does not write that file: remove the construct and edit the file by hand, ` +
      `or declare Exchange Server 2016 or later.`,
  );
}

export function noOverrideName(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the name of a setting override in printable ASCII, 1 to 64 characters, got ${quoted(value)}: copy ` +
      `it from Get-SettingOverride, or leave it out.`,
  );
}

export function notAThumbprint(field: string, value: string, reason: string): HybridError {
  return new HybridError(
    `"${field}" must be the thumbprint of a certificate, got ${quoted(value)}: ${reason}. Copy it from ` +
      `Get-ExchangeCertificate.`,
  );
}

export function noDedicatedApplication(path: string, version: string): HybridError {
  return new HybridError(
    `${quoted(path)} declares an application for ${version}, which cannot sign in as one ("Deploy dedicated Exchange hybrid ` +
      `app": Exchange Server 2016 and later). Move the mailboxes to a later version, or remove the construct: free/busy with ` +
      `Exchange Online has stopped for these servers.`,
  );
}

export function exchangeNotTrusted(field: string, servers: readonly string[], trust: string): HybridError {
  return new HybridError(
    `"${field}" has ${servers.join(", ")}, and the trust ${quoted(trust)} was built without: IIS would not be started again ` +
      `there. Give ExchangeTrust the same ExchangeOnPremises.`,
  );
}
