import { Shell } from "../shell";
import { kind } from "./kind";

/** Settings of the whole Exchange organization on-premises. */
export type OrganizationConfig = {
  /** Whether mail clients may sign in with modern authentication. */
  readonly OAuth2ClientProfileEnabled: boolean;
};

export const ORGANIZATION_CONFIG = kind<OrganizationConfig>({
  key: "OrganizationConfig",
  shape: "singleton",
  noun: "OrganizationConfig",
  shell: Shell.EXCHANGE,
  ownName: true,
  identityOnChange: false,
  properties: { OAuth2ClientProfileEnabled: { compare: "exact" } },
  carried: ["OAuth2ClientProfileEnabled"],
  waitSeconds: 60,
  role: "Organization Management",
  risk: { level: "high", reason: "decides for every mail client of the organization how it signs in" },
  undo: { possible: "yes", how: "the captured value is set again; clients follow at their next sign-in" },
  sources: [
    "PS:Set-OrganizationConfig",
    "PS:Get-OrganizationConfig",
    "Removing or disabling Hybrid Modern Authentication from Skype for Business and Exchange",
  ],
});
