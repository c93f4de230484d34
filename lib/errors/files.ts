/** What is wrong with a file or on the command line. */

import { HybridError, quoted } from "./hybrid-error";

export function baselineMissing(path: string, empty: string): HybridError {
  return new HybridError(
    `"deployed" names ${quoted(path)}, which does not exist (relative to the working directory): commit this file ` +
      `for a deployment that nothing was applied to yet:\n${empty}`,
  );
}

export function baselineMalformed(path: string, reason: string, empty: string): HybridError {
  return new HybridError(
    `${quoted(path)} is not a baseline: ${reason}. Restore it from git; the empty one is:\n${empty}`,
  );
}

export function notReadable(what: string, path: string, reason: string, move: string): HybridError {
  return new HybridError(`${quoted(path)} is not ${what}: ${reason}; ${move}.`);
}

export function notALiteral(reason: string): HybridError {
  return new HybridError(`this value cannot stand in a PowerShell script: ${reason}.`);
}

export function badOption(option: string, value: string, reason: string, move: string): HybridError {
  return new HybridError(`${option} ${quoted(value)} cannot be used: ${reason}; ${move}.`);
}
