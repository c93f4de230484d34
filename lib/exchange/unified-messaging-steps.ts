import { Construct } from "constructs";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { FrontEndPool } from "../topology/front-end-pool";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { UmDialPlan } from "./um-dial-plan";

const ADMINISTRATOR = "Organization Management of Exchange";

/** Mode and certificate of a service count once it has started again. */
export function servicesOf(
  room: Construct,
  exchange: ExchangeOnPremises,
  server: string,
  thumbprint: string,
): ManualStep {
  return new ManualStep(room, `services-${server}`, {
    name: "restart-unified-messaging",
    subject: server,
    phase: Phase.INTEGRATE,
    title: `Unified Messaging and its call router on ${server} show the certificate ${thumbprint} to the servers.`,
    // The signature covers these words: a renewed certificate asks for it again.
    words: [
      "In the Exchange Management Shell. Look first, and keep what is shown:",
      `Get-ExchangeCertificate -Server ${server} | Format-List Thumbprint, Services, NotAfter`,
      `Enable-ExchangeCertificate -Server ${server} -Thumbprint ${thumbprint} -Services UM,UMCallRouter`,
      "SMTP and IIS keep the certificates they have, unless you give them this one as well.",
      `On ${server}, at a quiet hour: Restart-Service MSExchangeUM, then Restart-Service MSExchangeUMCR`,
    ],
    host: exchange.servers.find((fqdn) => fqdn.split(".")[0] === server) ?? exchange.managementHost,
    role: `${ADMINISTRATOR}, and local administrator of that server`,
    risk: { level: "medium", reason: "calls that the server is answering end when its services restart" },
    undo: { possible: "yes", how: "enable the certificate that was there before for both services, and restart both" },
    verification: `Get-ExchangeCertificate -Server ${server} shows UM and UMCallRouter beside ${thumbprint}, and both services run`,
    outage: "voicemail on that server, while its two services restart",
    unverified: ["that one call may name both services: the document enables them by two"],
  });
}

/** The script of Exchange that makes the servers known to it. */
export function gateways(room: Construct, exchange: ExchangeOnPremises, pool: FrontEndPool): ManualStep {
  return new ManualStep(room, "gateways", {
    name: "run-exchucutil",
    subject: pool.fqdn,
    phase: Phase.INTEGRATE,
    title: "Exchange has a gateway and a hunt group for every pool of the servers, and lets them read its dial plans.",
    words: [
      "In the Exchange Management Shell:",
      "Set-Location (Join-Path $env:ExchangeInstallPath 'Scripts')",
      ".\\ExchUCUtil.ps1   # where the servers stand in another forest: -Forest with the name of that domain",
      "Get-UMIPGateway | Format-Table Name, Address, OutcallsAllowed; Get-UMHuntGroup | Format-Table Name, UMDialPlan, UMIPGateway",
      `${pool.fqdn} is among the gateways. OutcallsAllowed is True for one gateway alone; for every other: Set-UMIPGateway -Identity <name> -OutcallsAllowed 0`,
      "Run it again whenever a pool or a dial plan was added.",
    ],
    host: exchange.managementHost,
    role: ADMINISTRATOR,
    risk: {
      level: "medium",
      reason: "rights on objects of Exchange are given, and calls out of Exchange take the gateway that is left",
    },
    undo: {
      possible: "yes",
      how: "Remove-UMHuntGroup and Remove-UMIPGateway for what it made, then remove the rights by hand",
    },
    verification: "Get-UMIPGateway and Get-UMHuntGroup list one of each for every pool",
  });
}

export function enabledPeople(
  room: Construct,
  exchange: ExchangeOnPremises,
  dialPlans: readonly UmDialPlan[],
): ManualStep {
  const [first] = dialPlans;
  return new ManualStep(room, "people", {
    name: "enable-um-mailboxes",
    subject: first?.name ?? "",
    phase: Phase.INTEGRATE,
    title: "People have voicemail in their mailbox.",
    words: [
      "In the Exchange Management Shell, for each person, first for one:",
      'Enable-UMMailbox -Identity "<person>" -Extensions <extension> -SIPResourceIdentifier "<SIP address without sip:>" -UMMailboxPolicy "<dial plan> Default Policy"',
      `Dial plans: ${dialPlans.map(({ name, extensionDigits }) => `${name} (${extensionDigits} digits)`).join(", ")}.`,
      "Get-UMMailbox lists who has it already. Do it again for people who come later: nothing enables them.",
    ],
    host: exchange.managementHost,
    role: "UM Management",
    risk: {
      level: "medium",
      reason: "each of these people gets a mail with a PIN, and their calls are answered by Exchange",
    },
    undo: {
      possible: "with loss",
      how: "Disable-UMMailbox for each; greetings and PIN are lost, messages stay in the mailbox",
    },
    verification: "Get-UMMailbox lists everybody who should have voicemail",
  });
}

export function voicemailHeard(room: Construct, pool: FrontEndPool): ManualStep {
  return new ManualStep(room, "tested", {
    name: "test-unified-messaging",
    subject: pool.fqdn,
    phase: Phase.VERIFY,
    title: "Somebody saw that the servers reach voicemail in Exchange.",
    words: [
      "In the management shell of the servers, for one person with voicemail, whose password is asked for:",
      "$credential = Get-Credential '<DOMAIN\\person>'",
      `Test-CsExUMConnectivity -TargetFqdn ${pool.fqdn} -UserSipAddress "sip:<that address>" -UserCredential $credential`,
      "It says Success.",
    ],
    role: "CsAdministrator or RTCUniversalServerAdmins",
    risk: { level: "low", reason: "one call to one mailbox" },
    undo: { possible: "yes", how: "nothing stays that could be undone" },
    verification: "Test-CsExUMConnectivity says Success",
  });
}
