import { Construct } from "constructs";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { clientAddresses } from "./client-service-names";

const ROLE = "CsAdministrator or RTCUniversalServerAdmins";

/** The gate before the switch: somebody saw that everything is there, and knows who stays behind. */
export function provePrepared(
  scope: Construct,
  tenant: string,
  names: readonly string[],
  staysBehind: string,
): ManualStep {
  return new ManualStep(scope, "prepared", {
    name: "prove-modern-authentication-prepared",
    subject: tenant,
    phase: Phase.INTEGRATE,
    title: "Somebody saw that modern authentication is prepared, and for whom it will not work.",
    words: [
      `The principal of the servers in the tenant has the names ${clientAddresses(names).join(", ")}.`,
      "Get-CsService -WebServer | Select-Object PoolFqdn, InternalFqdn, ExternalFqdn   # no other web service than these",
      "Get-CsOAuthServer -Identity evoSTS   # Type AzureAD",
      "Every Front End server reaches the sign-in addresses of Microsoft 365 (TCP 443) and the revocation lists (TCP 80).",
      "Every SIP domain is a verified domain of the tenant, and people are synchronized to it.",
      "SSL is not offloaded before Exchange, and AD FS, where it is used, is that of Windows Server 2012 R2 or later.",
      "Passive Authentication is off for every pool: Get-CsProxyConfiguration, Get-CsWebServiceConfiguration.",
      `Who stays behind, and is told before: ${staysBehind}`,
      "One person homed on these servers and one homed in the cloud can sign in today.",
    ],
    role: ROLE,
    risk: { level: "info", reason: "only looks" },
    undo: { possible: "yes", how: "nothing to take back" },
    verification: "each of the sentences is true",
  });
}

/** The look afterwards, at a real client. */
export function proveClients(scope: Construct, tenant: string): ManualStep {
  return new ManualStep(scope, "proven", {
    name: "test-modern-authentication",
    subject: tenant,
    phase: Phase.VERIFY,
    title: "Somebody signed in with modern authentication, from inside and from outside.",
    words: [
      "Sign out of a Windows client, choose to delete the sign-in information, and sign in again: a page of Microsoft asks for the account.",
      "Hold Ctrl, click the client's icon in the notification area with the right button, Configuration Information: Lync and EWS OAuth Authority name https://login.windows.net.",
      "The same in Outlook, Connection Status: AuthN says Bearer.",
      "Test-CsRegistration -UserSipAddress <address> -TargetFqdn <pool> -Authentication OAuthInteractive",
      "Repeat it from outside the network, on a phone, and with one of the clients that stay behind.",
    ],
    role: ROLE,
    risk: { level: "info", reason: "only looks" },
    undo: { possible: "yes", how: "nothing to take back" },
    verification: "the client shows the token service as its OAuth Authority",
    unverified: [
      "that Test-CsRegistration -Authentication OAuthInteractive works with this token service: its page shows AD FS",
    ],
  });
}
