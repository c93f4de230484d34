/** What is wrong with the trust between servers. */

import { HybridError, quoted } from "./hybrid-error";

export function weakTokenKey(field: string, path: string, key: string): HybridError {
  return new HybridError(
    `"${field}" names ${quoted(path)}, whose key is ${quoted(key)}: the servers sign tokens with an RSA key of at least ` +
      `2048 bits only ("Assign a server-to-server authentication certificate"). Request another certificate.`,
  );
}

export function notAGuid(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be a GUID, got ${quoted(value)}: copy it in full, such as 11111111-2222-3333-4444-555555555555.`,
  );
}

export function sharedPrincipalNotAccepted(field: string): HybridError {
  return new HybridError(
    `"${field}" is empty: Exchange Online withdraws the principal that all Microsoft 365 organizations share, and this ` +
      `trust stops with it. Say in a sentence why it is built all the same, or do not declare CloudTrust.`,
  );
}

export function tokenServerUnknown(field: string, cloud: string): HybridError {
  return new HybridError(
    `"${field}" lives in the cloud ${quoted(cloud)}: the address of its token server is not documented, only that of the ` +
      `commercial cloud is. Set up this trust by hand with Microsoft's support.`,
  );
}

export function teamsSwitchIsGone(field: string): HybridError {
  return new HybridError(
    `"${field}" is to be switched by us, but the cmdlet for it (Set-CsOAuthConfiguration of Skype for Business Online) was ` +
      `retired with that service. Say ModernAuthenticationSwitch.onAlready with who saw it, or leftOff.`,
  );
}

export function switchedExchangeMissing(field: string): HybridError {
  return new HybridError(
    `"${field}" is missing, and Exchange on-premises is to be switched by us: name its ExchangeOnPremises and the build of ` +
      `its oldest server, or say who switches it with ModernAuthenticationSwitch.onAlready or leftOff.`,
  );
}
