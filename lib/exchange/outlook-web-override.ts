import { Construct } from "constructs";
import { SETTING_OVERRIDE, SettingOverride } from "../onprem/catalog/setting-override";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { FrontEndPool } from "../topology/front-end-pool";
import { ExchangeOnPremises } from "./exchange-on-premises";
import { ExchangeVersion } from "./exchange-version";

const APPLICATION_POOL = "MSExchangeOWAAppPool";

export interface OutlookWebOverride {
  readonly exchange: ExchangeOnPremises;
  readonly pool: FrontEndPool;
  readonly thumbprint: string;
  readonly overrideName: string;
}

/** Messaging in Outlook on the web of Exchange Server 2016 and later: one override, and the restart by which it counts. */
export function declareOverride(room: Construct, override: OutlookWebOverride): DesiredState<SettingOverride> {
  const declared = settings(room, override);
  restart(room, override).node.addDependency(declared);
  return declared;
}

function settings(room: Construct, override: OutlookWebOverride): DesiredState<SettingOverride> {
  const { overrideName, exchange, pool, thumbprint } = override;
  return new DesiredState(room, "override", {
    kind: SETTING_OVERRIDE,
    identity: overrideName,
    properties: {
      Component: "OwaServer",
      Section: "IMSettings",
      Parameters: [`IMServerName=${pool.fqdn}`, `IMCertificateThumbprint=${thumbprint}`],
      Reason: "Messaging in Outlook on the web",
      Server: exchange.serverNames,
    },
    phase: Phase.INTEGRATE,
    host: exchange.managementHost,
    title: `Outlook on the web takes messaging from ${pool.fqdn}, with the certificate ${thumbprint}.`,
    verification: "Get-SettingOverride shows both parameters and the servers",
    waits: "the restart of the application pool, which is a step of its own",
    unverified: doubts(exchange.version),
  });
}

function doubts(version: ExchangeVersion): string[] {
  const always = [
    "that Parameters and Server come back as lists of texts, as they were sent: the page of Get-SettingOverride names them and shows no values",
    "whether Set-SettingOverride -Parameters replaces all of them or only those it names: all are sent",
    "whether an override that had no Server (it counts for every server of the forest) can be set back to none",
  ];
  return version === ExchangeVersion.EXCHANGE_SUBSCRIPTION_EDITION
    ? [...always, "that Exchange Server Subscription Edition is configured as Exchange Server 2019 is"]
    : always;
}

function restart(room: Construct, override: OutlookWebOverride): ManualStep {
  const { overrideName, exchange, pool, thumbprint } = override;
  return new ManualStep(room, "restart", {
    name: "restart-outlook-web",
    subject: overrideName,
    phase: Phase.INTEGRATE,
    title: "Outlook on the web reads its messaging settings.",
    // The signature covers these words: another pool, certificate or server asks for it again.
    words: [
      `On ${exchange.servers.join(", then on ")}: open the Exchange Management Shell or Windows PowerShell on the server itself and type Restart-WebAppPool ${APPLICATION_POOL}.`,
      `Outlook on the web starts again there, and from then on uses ${pool.fqdn} and the certificate ${thumbprint}, which must be the one that Get-ExchangeCertificate shows for IIS on that server.`,
      "Sign in to Outlook on the web and see that you are signed in to messaging.",
      "When the override has been taken back, tell each server again, then restart as above: Get-ExchangeDiagnosticInfo -Server <name> -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh.",
    ],
    host: exchange.managementHost,
    role: "local administrator of the Exchange servers",
    risk: { level: "medium", reason: "everybody who is in Outlook on the web on that server is interrupted" },
    undo: { possible: "yes", how: "the application pool is restarted again after the override is taken back" },
    verification: "the message that there is a problem with instant messaging is gone, and presence is shown",
    outage: "Outlook on the web, server by server, while its application pool restarts",
  });
}
