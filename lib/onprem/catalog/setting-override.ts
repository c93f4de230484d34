import { Shell } from "../shell";
import { kind } from "./kind";

/** A customization that Exchange keeps in Active Directory, for the servers it names. */
export type SettingOverride = {
  readonly Component: string;
  /** Texts of the form name=value. */
  readonly Parameters: readonly string[];
  readonly Reason: string;
  readonly Section: string;
  /** Short names of servers. */
  readonly Server: readonly string[];
};

export const SETTING_OVERRIDE = kind<SettingOverride>({
  key: "SettingOverride",
  shape: "entity",
  noun: "SettingOverride",
  shell: Shell.EXCHANGE,
  // The page of Get-SettingOverride shows Name, not Identity; -Identity of Set- and Remove- takes the name.
  namedBy: "Name",
  properties: {
    // Set- has neither -Component nor -Section, and Get- returns both under other names.
    Component: { compare: "ignore-case", createOnly: true, readAs: "ComponentName" },
    // Names of hosts and the digits of a thumbprint: neither minds the case, and the order says nothing.
    Parameters: { compare: "set-ignore-case" },
    // For the reader of the override. Another wording is no reason to restart anything.
    Reason: { compare: "write-only" },
    Section: { compare: "ignore-case", createOnly: true, readAs: "SectionName" },
    Server: { compare: "set-ignore-case" },
  },
  requiredAtCreation: ["Component", "Parameters", "Reason", "Section"],
  carried: ["Component", "MaxVersion", "MinVersion", "Parameters", "Reason", "Section", "Server"],
  then: {
    cmdlet: "Get-ExchangeDiagnosticInfo",
    identityAs: "Server",
    forEach: "Server",
    parameters: {
      Process: "Microsoft.Exchange.Directory.TopologyService",
      Component: "VariantConfiguration",
      Argument: "Refresh",
    },
  },
  waitSeconds: 60,
  role: "Organization Management",
  risk: { level: "medium", reason: "decides which pool and which certificate Outlook on the web uses for messaging" },
  undo: {
    possible: "yes",
    how:
      "the override is removed if this runbook created it, otherwise its captured values are set again; Outlook on the web " +
      "follows when each server was refreshed and its application pool restarted by hand",
  },
  sources: [
    "PS:New-SettingOverride",
    "PS:Set-SettingOverride",
    "PS:Get-SettingOverride",
    "Configure instant messaging integration with Outlook on the web in Exchange",
  ],
});
