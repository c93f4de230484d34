import { Shell } from "../shell";
import { kind } from "./kind";

/** A user with an address and without a mailbox, that stands for an application. */
export type MailUser = {
  /** Where mail to it would go. */
  readonly ExternalEmailAddress: string;
};

export type MailUserVisibility = { readonly HiddenFromAddressListsEnabled: boolean };

/** What an account may do in Exchange. */
export type ManagementRole = {
  /** Role whose entries it takes over. */
  readonly Parent: string;
};

export type ManagementRoleAssignment = { readonly Role: string; readonly User: string };

/** An application whose tokens Exchange believes. */
export type PartnerApplication = {
  readonly ApplicationIdentifier: string;
  readonly Enabled: boolean;
  /** Account whose roles decide what it may do. */
  readonly LinkedAccount: string;
};

const DOCUMENT = "Configure Integration and OAuth between Skype for Business Online and Exchange Server";
const COMMON = { shape: "entity", shell: Shell.EXCHANGE, waitSeconds: 60, role: "Organization Management" } as const;

export const MAIL_USER = kind<MailUser>({
  ...COMMON,
  key: "MailUser",
  noun: "MailUser",
  namedBy: "Name",
  identity: "ignore-case",
  filteredBy: "Name",
  // Get- puts SMTP: before it.
  properties: { ExternalEmailAddress: { compare: "leaf" } },
  requiredAtCreation: ["ExternalEmailAddress"],
  carried: [
    "Alias",
    "ArbitrationMailbox",
    "DisplayName",
    "ExternalEmailAddress",
    "FirstName",
    "ImmutableId",
    "Initials",
    "LastName",
    "MacAttachmentFormat",
    "MessageBodyFormat",
    "MessageFormat",
    "ModeratedBy",
    "ModerationEnabled",
    "OrganizationalUnit",
    "PrimarySmtpAddress",
    "RemotePowerShellEnabled",
    "ResetPasswordOnNextLogon",
    "SamAccountName",
    "SendModerationNotifications",
    "UsePreferMessageFormat",
    "UserPrincipalName",
  ],
  risk: { level: "low", reason: "an account without a password that nobody can sign in with, and without a role" },
  undo: {
    possible: "yes",
    how: "the account is removed from Active Directory if this runbook created it, otherwise its address is set again",
  },
  sources: ["PS:New-MailUser", "PS:Set-MailUser", "PS:Get-MailUser", "PS:Remove-MailUser", DOCUMENT],
});

/** New- cannot hide: it is a change of the account that is there. */
export const MAIL_USER_HIDDEN = kind<MailUserVisibility>({
  ...COMMON,
  key: "MailUser-hidden",
  noun: "MailUser",
  namedBy: "Name",
  identity: "ignore-case",
  filteredBy: "Name",
  createdByHand: true,
  notCreated: "the step before it makes the account",
  properties: { HiddenFromAddressListsEnabled: { compare: "exact" } },
  carried: ["HiddenFromAddressListsEnabled"],
  risk: { level: "low", reason: "the account no longer stands in address lists" },
  undo: { possible: "yes", how: "the value that was there is set again" },
  sources: ["PS:Set-MailUser", "PS:Get-MailUser", DOCUMENT],
});

export const MANAGEMENT_ROLE = kind<ManagementRole>({
  ...COMMON,
  key: "ManagementRole",
  noun: "ManagementRole",
  namedBy: "Name",
  identity: "ignore-case",
  neverChanged: true,
  // There is no Set-: a role of this name with another parent is refused.
  properties: { Parent: { compare: "leaf", createOnly: true } },
  requiredAtCreation: ["Parent"],
  carried: ["Description", "EnabledCmdlets", "Parent", "UnScopedTopLevel"],
  risk: { level: "low", reason: "a role that nobody has until it is assigned" },
  undo: { possible: "yes", how: "the role is removed if this runbook created it; not while it is assigned" },
  sources: ["PS:New-ManagementRole", "PS:Get-ManagementRole", "PS:Remove-ManagementRole", DOCUMENT],
});

export const MANAGEMENT_ROLE_ASSIGNMENT = kind<ManagementRoleAssignment>({
  ...COMMON,
  key: "ManagementRoleAssignment",
  noun: "ManagementRoleAssignment",
  namedBy: "Name",
  identity: "ignore-case",
  properties: {
    Role: { compare: "leaf", createOnly: true },
    // Get- returns the account with its path in the directory.
    User: { compare: "leaf", createOnly: true, readAs: "RoleAssigneeName" },
  },
  requiredAtCreation: ["Role", "User"],
  carried: [
    "Computer",
    "CustomConfigWriteScope",
    "CustomRecipientWriteScope",
    "Delegating",
    "ExclusiveConfigWriteScope",
    "ExclusiveRecipientWriteScope",
    "Policy",
    "RecipientAdministrativeUnitScope",
    "RecipientOrganizationalUnitScope",
    "RecipientRelativeWriteScope",
    "Role",
    "SecurityGroup",
    "UnScopedTopLevel",
    "User",
  ],
  risk: { level: "medium", reason: "from here on the account may do what the role allows, in every mailbox" },
  undo: { possible: "yes", how: "the assignment is removed if this runbook created it" },
  sources: [
    "PS:New-ManagementRoleAssignment",
    "PS:Get-ManagementRoleAssignment",
    "PS:Remove-ManagementRoleAssignment",
    DOCUMENT,
  ],
});

export const PARTNER_APPLICATION = kind<PartnerApplication>({
  ...COMMON,
  key: "PartnerApplication",
  noun: "PartnerApplication",
  namedBy: "Name",
  identity: "ignore-case",
  uniqueBy: "ApplicationIdentifier",
  properties: {
    ApplicationIdentifier: { compare: "ignore-case" },
    Enabled: { compare: "exact" },
    LinkedAccount: { compare: "leaf" },
  },
  requiredAtCreation: ["ApplicationIdentifier"],
  carried: [
    "AcceptSecurityIdentifierInformation",
    "AccountType",
    "ActAsPermissions",
    "AppOnlyPermissions",
    "ApplicationIdentifier",
    "AuthMetadataUrl",
    "Enabled",
    "IssuerIdentifier",
    "LinkedAccount",
    "Realm",
    "TrustAnySSLCertificate",
  ],
  risk: { level: "high", reason: "Exchange lets the application into mailboxes, with the rights of its account" },
  undo: {
    possible: "yes",
    how: "the partner is removed if this runbook created it, otherwise its captured values are set again",
  },
  sources: [
    "PS:New-PartnerApplication",
    "PS:Set-PartnerApplication",
    "PS:Get-PartnerApplication",
    "PS:Remove-PartnerApplication",
    DOCUMENT,
  ],
});
