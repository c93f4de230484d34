import { Shell } from "../shell";
import { kind } from "./kind";

/** A public key by which the tenant verifies tokens. Its identity is `<tenant id>/<application id>/<SHA-1>`. */
export type PrincipalKey = {
  /** The public certificate in DER form, as Base64. */
  readonly Certificate: string;
};

const CMDLETS = ["Get-MgContext", "Get-MgServicePrincipal", "Update-MgServicePrincipal"];

/** What is common to everything that belongs to a principal. */
const OF_PRINCIPAL = {
  shape: "entity",
  shell: Shell.GRAPH,
  // Part of the name is a SHA-1 or a service name, for which no scope may be left out.
  identity: "ignore-case",
  waitSeconds: 120,
  role: "whoever may consent to Application.ReadWrite.All of Microsoft Graph",
} as const;

export const PRINCIPAL_KEY = kind<PrincipalKey>({
  ...OF_PRINCIPAL,
  key: "PrincipalKey",
  noun: "HybridPrincipalKey",
  functions: {
    files: ["principals", "principal-keys"],
    identityAs: ["TenantId", "AppId", "Thumbprint"],
    cmdlets: CMDLETS,
  },
  // The thumbprint in the identity says all of it: another certificate is another key.
  properties: { Certificate: { compare: "write-only", createOnly: true } },
  requiredAtCreation: ["Certificate"],
  carried: ["EndDateTime", "StartDateTime", "Type", "Usage"],
  risk: {
    level: "medium",
    reason: "a principal that all of Microsoft 365 uses is changed: a key lost there stops other servers",
  },
  undo: {
    possible: "yes",
    how: "the key is taken out again if this runbook added it; every other key stays",
  },
  sources: [
    "Graph:Get-MgServicePrincipal",
    "Graph:Update-MgServicePrincipal",
    "Graph:keyCredential resource type",
    "Configure server-to-server authentication for Skype for Business hybrid",
  ],
});

/** A name for which the tenant issues tokens. Its identity is `<tenant id>/<application id>/<name>`. */
export const PRINCIPAL_NAME = kind<Record<never, never>>({
  ...OF_PRINCIPAL,
  key: "PrincipalName",
  noun: "HybridPrincipalName",
  functions: {
    files: ["principals", "principal-names"],
    identityAs: ["TenantId", "AppId", "Name"],
    cmdlets: CMDLETS,
  },
  properties: {},
  carried: [],
  risk: {
    level: "medium",
    reason: "a principal that all of Microsoft 365 uses is changed: names lost there are missed",
  },
  undo: { possible: "yes", how: "the name is taken out again if this runbook added it; every other name stays" },
  sources: [
    "Graph:Get-MgServicePrincipal",
    "Graph:Update-MgServicePrincipal",
    "Configure server-to-server authentication for Skype for Business hybrid",
  ],
});
