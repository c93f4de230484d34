import { GlossaryEntry } from "../glossary-entry";

const CODES = '"Microsoft Entra authentication and authorization error codes"';
const APPLICATION = '"Application-based authentication in Teams PowerShell Module"';

function aadsts(
  id: string,
  entry: Omit<GlossaryEntry, "code" | "names" | "sources"> & Partial<GlossaryEntry>,
): GlossaryEntry {
  return { code: `AADSTS${id}`, names: [id, entry.title], sources: [CODES], ...entry };
}

const APP_AND_CERTIFICATE = [
  "Application id, tenant id and thumbprint of the call against the application that terraform apply made",
  "Get-ChildItem Cert:\\CurrentUser\\My | fl Thumbprint,NotAfter",
];

/** Sign-in errors that come up when a hybrid is set up: people at Connect-MicrosoftTeams, and the application. */
export const ENTRA: readonly GlossaryEntry[] = [
  aadsts("50034", {
    title: "UserAccountNotFound",
    meaning: "The account is not in the directory of the tenant that was asked.",
    causes: ["The name is mistyped, or the sign-in went to another tenant."],
    next: ["The tenant of the sign-in: Connect-MicrosoftTeams -TenantId <id>, then Get-CsTenant"],
    unconfirmed: [],
  }),
  aadsts("50076", {
    title: "UserStrongAuthClientAuthNRequired",
    meaning: "A second factor is required, and the sign-in had none.",
    causes: ["A Conditional Access policy asks for it, and -Credential carries a password alone."],
    next: ["Connect-MicrosoftTeams without -Credential: the window asks for the second factor"],
    unconfirmed: ["That -Credential is the usual cause is a conclusion; the document names the policy."],
  }),
  aadsts("53003", {
    title: "BlockedByConditionalAccess",
    meaning: "Access was blocked by a Conditional Access policy, which lets no token be issued.",
    causes: ["The management host, its network or the application is outside of what the policy allows."],
    next: ["The sign-in log of the tenant: it names the policy"],
    unconfirmed: ["The document names the policy, not what it asks for."],
  }),
  aadsts("500011", {
    title: "InvalidResourceServicePrincipalNotFound",
    meaning: "The resource that a token was asked for has no service principal in the tenant.",
    causes: [
      "The application of the resource was never installed in or consented to by this tenant.",
      "It is the wrong tenant.",
    ],
    next: ["The service principals of the tenant: look for the name in the message"],
    unconfirmed: [],
  }),
  aadsts("65001", {
    title: "DelegationDoesNotExist",
    meaning: "Neither the person nor an administrator has consented to the application.",
    causes: ["Admin consent was not given."],
    next: [
      "Permissions of the enterprise application in the tenant: consent as an administrator, or sign in interactively",
    ],
    unconfirmed: [],
  }),
  aadsts("700016", {
    title: "UnauthorizedClient_DoesNotMatchRequest",
    meaning: "The application was not found in the directory of the tenant.",
    causes: [
      "The application id is wrong, or terraform apply has not made the application yet.",
      "It is the wrong tenant.",
    ],
    next: APP_AND_CERTIFICATE,
    unconfirmed: [],
  }),
  aadsts("700027", {
    title: "Client assertion failed signature validation",
    meaning: "The certificate that signed is not one that the application has.",
    causes: [
      "The certificate was renewed and the public half is not declared yet: certificate of TenantAdministration.",
      "Another certificate was named, or it has expired.",
    ],
    next: APP_AND_CERTIFICATE,
    sources: [CODES, APPLICATION],
    unconfirmed: [
      "The document speaks of missing or wrong parameters; that the certificate is the cause is a conclusion.",
    ],
  }),
  aadsts("7000222", {
    title: "InvalidClientSecretExpiredKeysProvided",
    meaning: "The client secret of the application has expired.",
    causes: [
      "The account that runs terraform uses a secret. The application of this library has a certificate and no secret.",
    ],
    next: ["Make a new secret for that account, or better give it a certificate"],
    unconfirmed: [],
  }),
  aadsts("90002", {
    title: "InvalidTenantName",
    meaning: "The tenant was not found.",
    causes: ["The tenant id or its name is mistyped.", "The sign-in went to another cloud than that of the tenant."],
    next: ["The cloud: Connect-MicrosoftTeams -TeamsEnvironmentName as the opening lines of RUNBOOK.md have it"],
    unconfirmed: [],
  }),
  aadsts("90038", {
    title: "NationalCloudTenantRedirection",
    meaning: "The tenant belongs to a national cloud that the one which was asked does not know.",
    causes: ["The cloud of OnlineTenant or the environment of the sign-in is not that of the tenant."],
    next: ["The cloud: Connect-MicrosoftTeams -TeamsEnvironmentName as the opening lines of RUNBOOK.md have it"],
    unconfirmed: [],
  }),
];
