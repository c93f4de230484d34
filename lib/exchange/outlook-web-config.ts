import { Construct, IConstruct } from "constructs";
import { OutlookWebInstantMessaging, OWA_MAILBOX_POLICY, OWA_VIRTUAL_DIRECTORY } from "../onprem/catalog/outlook-web";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { FrontEndPool } from "../topology/front-end-pool";
import { ServerVersion } from "../topology/server-version";
import { ExchangeOnPremises } from "./exchange-on-premises";

const APPLICATION_POOL = "MSExchangeOWAAppPool";
const POLICY = "Default";
const SHOWN = { InstantMessagingEnabled: true, InstantMessagingType: "Ocs" } as const;
const PROVIDER = "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\MSExchange OWA\\InstantMessaging";

export interface OutlookWebConfig {
  readonly exchange: ExchangeOnPremises;
  readonly pool: FrontEndPool;
  readonly thumbprint: string;
}

/**
 * Messaging in Outlook Web App of Exchange Server 2013: the directories, then the file of each server, then the policy by which
 * people see it.
 *
 * @param trust what makes Exchange known to the servers, to be waited for
 */
export function declareConfig(room: Construct, config: OutlookWebConfig, trust: readonly IConstruct[]): void {
  const policy = mailboxPolicy(room, config);
  for (const server of config.exchange.serverNames) {
    const directory = virtualDirectory(room, config, server);
    directory.node.addDependency(...trust);
    const file = configFile(room, config, server);
    file.node.addDependency(directory);
    policy.node.addDependency(file);
  }
}

function virtualDirectory(
  room: Construct,
  { exchange, pool }: OutlookWebConfig,
  server: string,
): DesiredState<OutlookWebInstantMessaging> {
  return new DesiredState(room, `directory-${server}`, {
    kind: OWA_VIRTUAL_DIRECTORY,
    identity: `${server}\\owa (Default Web Site)`,
    subject: `${server}-owa`,
    properties: SHOWN,
    phase: Phase.INTEGRATE,
    host: exchange.managementHost,
    title: `Outlook Web App on ${server} shows messaging.`,
    verification: `Get-OwaVirtualDirectory -Server ${server} shows InstantMessagingEnabled True and InstantMessagingType Ocs`,
    unverified:
      pool.version.order > ServerVersion.SKYPE_FOR_BUSINESS_2015.order
        ? [`that this works with ${pool.version.productName}: no document names it beside Exchange Server 2013`]
        : [],
  });
}

function mailboxPolicy(room: Construct, { exchange }: OutlookWebConfig): DesiredState<OutlookWebInstantMessaging> {
  return new DesiredState(room, "policy", {
    kind: OWA_MAILBOX_POLICY,
    identity: POLICY,
    properties: SHOWN,
    phase: Phase.INTEGRATE,
    host: exchange.managementHost,
    title: `Everybody of the mailbox policy ${POLICY} sees messaging in Outlook Web App.`,
    verification: `Get-OwaMailboxPolicy -Identity ${POLICY} shows InstantMessagingEnabled True and InstantMessagingType Ocs`,
  });
}

function configFile(room: Construct, { exchange, pool, thumbprint }: OutlookWebConfig, server: string): ManualStep {
  return new ManualStep(room, `config-${server}`, {
    name: "write-outlook-web-config",
    subject: server,
    phase: Phase.INTEGRATE,
    title: `The web.config of Outlook Web App on ${server} names ${pool.fqdn} and the certificate ${thumbprint}.`,
    // The signature covers these words: another pool or a renewed certificate asks for it again.
    words: [
      `On ${server}, when it holds mailboxes; a server that only lets clients in needs nothing, so sign off.`,
      `Get-ItemProperty '${PROVIDER}' -Name ImplementationDLLPath   # names a file that exists, else install the Unified Communications Managed API 4.0 Runtime`,
      `Get-ExchangeCertificate -Thumbprint ${thumbprint} | Format-List Subject, CertificateDomains, NotAfter, Services   # in force, and trusted by the servers`,
      `Keep a copy of %ExchangeInstallPath%ClientAccess\\Owa\\web.config, then open it as administrator.`,
      "Under <appSettings> it has these two keys, each once:",
      `<add key="IMCertificateThumbprint" value="${thumbprint}" />`,
      `<add key="IMServerName" value="${pool.fqdn}" />`,
      `Save it and type: %windir%\\system32\\inetsrv\\appcmd.exe recycle apppool /apppool.name:"${APPLICATION_POOL}"`,
      "Somebody with a mailbox on that server signs in to Outlook Web App. The application log shows event 112 of MSExchange OWA: messaging was set up.",
      "A cumulative update of Exchange may write the file anew: look again after each.",
    ],
    host: exchange.servers.find((fqdn) => fqdn.split(".")[0] === server) ?? exchange.managementHost,
    role: "local administrator of that Exchange server",
    risk: { level: "medium", reason: "a file that cannot be read stops Outlook Web App on that server" },
    undo: { possible: "yes", how: "take both keys out of the file and recycle the application pool again" },
    verification: "event 112 of MSExchange OWA is in the application log, and presence is shown",
    outage: "Outlook Web App on that server, while its application pool is recycled",
    unverified: ["whether a cumulative update keeps the two keys: no document says"],
  });
}
