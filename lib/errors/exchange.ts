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

export function outlookWebMessagingTooOld(path: string, version: string): HybridError {
  return new HybridError(
    `"${path}" configures ${version}, but the documents of messaging in Outlook on the web that this library follows begin ` +
      `with Exchange Server 2013: remove the construct and leave that version as it is.`,
  );
}

export function outlookWebTrustMissing(field: string, version: string): HybridError {
  return new HybridError(
    `"${field}" is missing: with ${version} it must be said how the servers know Outlook Web App, because both ways at once ` +
      `break messaging there. Say OutlookWebTrust.unifiedMessaging() when Unified Messaging with a SIP URI dial plan runs on ` +
      `the same servers, otherwise OutlookWebTrust.trustedPool.`,
  );
}

export function noOverrideHere(field: string, version: string): HybridError {
  return new HybridError(
    `"${field}" names a setting override, and ${version} takes the pool and the certificate from a file of each server: leave ` +
      `the property out.`,
  );
}

export function notAPort(field: string, value: number): HybridError {
  return new HybridError(`"${field}" must be the number of a port, 1 to 65535, got ${value}: leave it out for 5199.`);
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

export function cloudTrustNotFor(path: string, version: string): HybridError {
  return new HybridError(
    `"${path}" has ${version}, but the document names Exchange Server 2013 to 2019 ("Configure Integration and OAuth between ` +
      `Skype for Business Online and Exchange Server"): remove the construct, or declare the Exchange that holds the mailboxes.`,
  );
}

export function cloudTrustElsewhere(field: string, cloud: string): HybridError {
  return new HybridError(
    `"${field}" lives in the cloud ${quoted(cloud)}: the document for mailboxes on-premises and people online names no cloud ` +
      `but the commercial one. Set up this trust by hand with Microsoft's support.`,
  );
}

export function noUnifiedMessaging(path: string, version: string): HybridError {
  return new HybridError(
    `"${path}" has ${version}, which has no Unified Messaging: it ended with Exchange Server 2016 ("Plan Cloud Voicemail service ` +
      `for on-premises users"). Declare Exchange Server 2013 or 2016, or Cloud Voicemail with HostedVoicemail.`,
  );
}

export function notExtensionDigits(field: string, value: number): HybridError {
  return new HybridError(`"${field}" must be the number of digits of an extension, 1 to 20, got ${value}: correct it.`);
}

export function notDigits(field: string, value: string, example: string): HybridError {
  return new HybridError(
    `"${field}" must be ${example}, got ${quoted(value)}: write digits without blanks or hyphens.`,
  );
}

export function pilotWithoutPolicy(field: string): HybridError {
  return new HybridError(
    `"${field}" names people, and there is no policy to give them: set allowed to false and pilotPolicy to its name, or ` +
      `leave the people out.`,
  );
}

export function archivingPeopleInOneForest(field: string): HybridError {
  return new HybridError(
    `"${field}" names people, but nothing is set on people here: in one forest the In-Place Hold of the mailbox decides, and ` +
      `without Exchange the archiving policies do. Leave the people out, or declare ArchivingForests.different with inExchange.`,
  );
}

export function noMailboxPolicyName(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the name of a mailbox policy in printable ASCII, 1 to 64 characters, got ${quoted(value)}: copy it ` +
      `from Get-OwaMailboxPolicy in Exchange Online, or leave it out.`,
  );
}

export function noPhotos(path: string, version: string): HybridError {
  return new HybridError(
    `${quoted(path)} is for ${version}, which keeps no high-resolution photos: that begins with Exchange Server 2013. Remove the ` +
      `construct, or connect an Exchange of 2013 or later.`,
  );
}

export function webServicesMissing(field: string, version: string): HybridError {
  return new HybridError(
    `"${field}" is missing: where ${version} answers for web services must be given, such as ` +
      `https://mail.contoso.com/ews/Exchange.asmx.`,
  );
}
