/** What is wrong with a value. */

import { HybridError, quoted } from "./hybrid-error";

export function notAnFqdn(field: string, value: string, reason: string, move: string): HybridError {
  return new HybridError(`"${field}" must be a fully qualified domain name, got ${quoted(value)}: ${reason}; ${move}.`);
}

export function notAnIpAddress(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be an IPv4 address, got ${quoted(value)}: write four numbers, such as 203.0.113.10.`,
  );
}

export function notACount(field: string, value: number): HybridError {
  return new HybridError(`"${field}" must be a whole number, zero or more, got ${value}: correct it or leave it out.`);
}

export function notABuild(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be a build number, got ${quoted(value)}: copy it from Get-CsServerPatchVersion, such as 5.0.8308.1182.`,
  );
}

export function knownOnlyAfterApply(field: string): HybridError {
  return new HybridError(
    `"${field}" holds a value that exists only after terraform apply, but the runbook is written before: ` +
      `write the value itself.`,
  );
}

export function emptyText(field: string): HybridError {
  return new HybridError(`"${field}" must not be empty: give it a value or leave the property out.`);
}

export function notAnHttpsUrl(field: string, value: string, reason: string): HybridError {
  return new HybridError(
    `"${field}" must be an address that begins with https://, got ${quoted(value)}: ${reason}; write it in full, such ` +
      `as https://webdir.contoso.com/Autodiscover/AutodiscoverService.svc/root.`,
  );
}

export function notAWebUrl(field: string, value: string, reason: string): HybridError {
  return new HybridError(
    `"${field}" must be the address of a web page or service, got ${quoted(value)}: ${reason}; write it in full, such as ` +
      `https://portal.contoso.com/_vti_bin/search.asmx.`,
  );
}

export function notAPolicyName(field: string, value: string, reason: string, move: string): HybridError {
  return new HybridError(`"${field}" must be the name of a policy, got ${quoted(value)}: ${reason}; ${move}.`);
}

export function notAnAlias(field: string, value: string): HybridError {
  return new HybridError(
    `"${field}" must be the alias of a person, got ${quoted(value)}: write only letters, digits, dots, hyphens and ` +
      `underscores, such as kenmyer.`,
  );
}

export function notASipAddress(field: string, value: string, reason: string, move: string): HybridError {
  return new HybridError(`"${field}" must hold the SIP addresses of people, got ${quoted(value)}: ${reason}; ${move}.`);
}
