import { Construct } from "constructs";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { OnlineTenant } from "../tenant/online-tenant";
import { ExchangeOnPremises } from "./exchange-on-premises";

/** What the trust stands on: Exchange and Exchange Online believe each other. A wizard does that, and a person runs it. */
export function exchangeOAuth(
  room: Construct,
  exchange: ExchangeOnPremises,
  tenant: OnlineTenant,
  thumbprint: string,
): ManualStep {
  return new ManualStep(room, "exchange-oauth", {
    name: "configure-exchange-oauth",
    subject: tenant.initialDomain,
    phase: Phase.INTEGRATE,
    title: "Exchange on-premises and Exchange Online believe each other's tokens.",
    words: [
      "Ask whether it stands already: in the Exchange Management Shell, for somebody with a mailbox on-premises,",
      "Test-OAuthConnectivity -Service EWS -TargetUri https://outlook.office365.com/ews/exchange.asmx -Mailbox <that mailbox> -Verbose | Format-List",
      "ResultType is Success: change nothing, look at the certificate below, and sign off.",
      "Otherwise run the Hybrid Configuration Wizard on an Exchange server, with modern hybrid authentication (OAuth) among " +
        "its steps, or follow Configure OAuth authentication between Exchange and Exchange Online organizations.",
      `(Get-AuthConfig).CurrentCertificateThumbprint   # ${thumbprint}, else stop: the public key that is declared is another one`,
      "Run Test-OAuthConnectivity again, on-premises as above, and in Exchange Online towards the address of Exchange Web Services on-premises.",
    ],
    host: exchange.managementHost,
    role: "Organization Management of Exchange, and administrator of the tenant",
    risk: {
      level: "medium",
      reason: "mail flow and free/busy between the two organizations pass through what it changes",
    },
    undo: {
      possible: "with loss",
      how: "by hand: the wizard takes nothing back, and other features may use this trust",
    },
    verification: "Test-OAuthConnectivity shows ResultType Success in both directions",
  });
}

/** Between the making of the role and its assignment: nobody has it yet. */
export function narrowedRole(room: Construct, exchange: ExchangeOnPremises, role: string): ManualStep {
  return new ManualStep(room, "narrowed", {
    name: "narrow-management-role",
    subject: role,
    phase: Phase.INTEGRATE,
    title: `The role ${role} has one entry, GetDelegate.`,
    words: [
      "In the Exchange Management Shell. Look first:",
      `Get-ManagementRoleEntry '${role}\\*' | Format-Table Name, Role, Type`,
      "Take out every entry but one, and answer each question with yes:",
      `Get-ManagementRoleEntry '${role}\\*' | Where-Object { $_.Name -ne 'GetDelegate' } | Remove-ManagementRoleEntry`,
      "Look again: GetDelegate alone is left. If nothing is left, remove the role and run the runbook again.",
    ],
    host: exchange.managementHost,
    role: "Organization Management of Exchange",
    risk: { level: "medium", reason: "whatever entry stays, the cloud may use it in every mailbox" },
    undo: { possible: "yes", how: "the role goes with the step that made it" },
    verification: `Get-ManagementRoleEntry '${role}\\*' lists GetDelegate and nothing else`,
  });
}

export function seenFromTheCloud(room: Construct, exchange: ExchangeOnPremises, tenant: OnlineTenant): ManualStep {
  return new ManualStep(room, "tested", {
    name: "test-exchange-cloud-trust",
    subject: tenant.initialDomain,
    phase: Phase.VERIFY,
    title: "Somebody saw that the cloud reaches a mailbox on-premises.",
    words: [
      "Choose somebody who is homed online and whose mailbox is on-premises.",
      "With Cloud Voicemail: that person changes the greeting, and hears the new one.",
      "On a mobile client: conversation history shows in the folder Conversation History of Outlook.",
      "If neither works within an hour, look at the log of Exchange Web Services for issuers that begin with 00000004-0000-0ff1-ce00-000000000000.",
    ],
    host: exchange.managementHost,
    role: "the person with that mailbox",
    risk: { level: "info", reason: "only looks" },
    undo: { possible: "yes", how: "nothing stays that could be undone" },
    verification: "the greeting changes, or conversation history shows",
  });
}
