import { Shell } from "../shell";
import { kind } from "./kind";

/** A token server of another product that the farm believes. */
export type SpTrustedSecurityTokenIssuer = {
  readonly MetadataEndPoint: string;
};

const ROLE = "farm administrator of SharePoint";
const SETUP = "Configure SharePoint Server to search for archived Skype for Business data";

export const SP_TRUSTED_SECURITY_TOKEN_ISSUER = kind<SpTrustedSecurityTokenIssuer>({
  key: "SPTrustedSecurityTokenIssuer",
  shape: "entity",
  noun: "SPTrustedSecurityTokenIssuer",
  shell: Shell.SHAREPOINT,
  identity: "ignore-case",
  namedBy: "Name",
  // A second trust in the same server under another name helps nobody: the one that is there keeps its name.
  uniqueBy: "MetadataEndPoint",
  properties: {
    // Whoever issues the tokens is believed: another issuer is a decision, never a repair.
    MetadataEndPoint: { compare: "uri", createOnly: true, recreatedByHand: true },
  },
  requiredAtCreation: ["MetadataEndPoint"],
  carried: ["Certificate", "Description", "IsTrustBroker", "MetadataEndPoint", "RegisteredIssuerName"],
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "medium", reason: "the farm believes the tokens that this issuer signs" },
  undo: { possible: "yes", how: "the issuer is removed if this runbook created it; otherwise nothing was changed" },
  sources: [
    "PS:New-SPTrustedSecurityTokenIssuer",
    "PS:Get-SPTrustedSecurityTokenIssuer",
    "PS:Remove-SPTrustedSecurityTokenIssuer",
    SETUP,
  ],
});

/** How the security token service of a farm takes tokens. Its identity is the address of a site of the farm. */
export type SpTokenService = {
  readonly AllowMetadataOverHttp: boolean;
  readonly AllowOAuthOverHttp: boolean;
  readonly HybridStsSelectionEnabled: boolean;
};

export const SP_TOKEN_SERVICE = kind<SpTokenService>({
  key: "SPSecurityTokenServiceConfig",
  shape: "entity",
  noun: "HybridTokenService",
  shell: Shell.SHAREPOINT,
  identity: "ignore-case",
  createdByHand: true,
  functions: {
    files: ["sharepoint-farm", "sharepoint-token-service"],
    identityAs: ["Site"],
    readsOne: true,
    cmdlets: ["Get-SPSecurityTokenServiceConfig", "Get-SPSite"],
  },
  properties: {
    AllowMetadataOverHttp: { compare: "exact" },
    AllowOAuthOverHttp: { compare: "exact" },
    HybridStsSelectionEnabled: { compare: "exact" },
  },
  carried: ["AllowMetadataOverHttp", "AllowOAuthOverHttp", "HybridStsSelectionEnabled"],
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "medium", reason: "tokens over http stop: another application of the farm that uses them fails" },
  undo: {
    possible: "yes",
    how: "the captured values are set again; tokens over http are turned on by hand only, where the farm took them before",
  },
  sources: ["PS:Get-SPSecurityTokenServiceConfig", SETUP],
});

/** What an application may do in the whole site subscription. Its identity is `<token issuer>/<address of a site>`. */
export type SpAppPermission = {
  /** Without a person who is signed in. */
  readonly AppOnly: boolean;
  readonly Right: string;
};

export const SP_APP_PERMISSION = kind<SpAppPermission>({
  key: "SPAppPrincipalPermission",
  shape: "entity",
  noun: "HybridAppPermission",
  shell: Shell.SHAREPOINT,
  identity: "ignore-case",
  functions: {
    files: ["sharepoint-app-permission", "sharepoint-farm"],
    identityAs: ["Issuer", "Site"],
    readsOne: true,
    cmdlets: [
      "Get-SPAppPrincipal",
      "Get-SPSite",
      "Get-SPTrustedSecurityTokenIssuer",
      "Remove-SPAppPrincipalPermission",
      "Set-SPAppPrincipalPermission",
    ],
  },
  properties: { AppOnly: { compare: "exact" }, Right: { compare: "ignore-case" } },
  requiredAtCreation: ["AppOnly", "Right"],
  carried: ["AppOnly", "Right"],
  waitSeconds: 60,
  role: ROLE,
  risk: { level: "high", reason: "Exchange gets full control of the whole site subscription" },
  undo: {
    possible: "yes",
    how: "the permission is removed if there was none; a right that was there before is set again, without a person signed in or with one: by hand",
  },
  sources: [
    "PS:Get-SPAppPrincipal",
    "PS:Set-SPAppPrincipalPermission",
    "PS:Remove-SPAppPrincipalPermission",
    "SPAppPrincipalPermissionsManager members",
    SETUP,
  ],
});
