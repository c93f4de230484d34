import { Construct, IConstruct } from "constructs";
import { ExchangeOnPremises } from "../exchange/exchange-on-premises";
import { ORGANIZATION_CONFIG } from "../onprem/catalog/organization-config";
import { DesiredState } from "../onprem/desired-state";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { Risk, Undo } from "../onprem/step";

const RISK: Risk = {
  level: "high",
  reason: "mail clients of everybody sign in another way from their next sign-in on",
};
const UNDO: Undo = { possible: "yes", how: "declare the stage SWITCHED_BACK, which sets the other value" };

/** What the organization on-premises lets its mail clients do, after a person made its token service the default one. */
export function switchExchangeServers(scope: Construct, exchange: ExchangeOnPremises, on: boolean): IConstruct[] {
  const endpoint = defaultEndpoint(scope, exchange, on);
  const state = new DesiredState(scope, "exchange-servers", {
    kind: ORGANIZATION_CONFIG,
    identity: "Global",
    part: "modern-authentication",
    properties: { OAuth2ClientProfileEnabled: on },
    phase: Phase.INTEGRATE,
    host: exchange.managementHost,
    title: `Mail clients of Exchange on-premises ${on ? "sign in with" : "do without"} modern authentication.`,
    risk: RISK,
    undo: UNDO,
    verification: "Get-OrganizationConfig shows OAuth2ClientProfileEnabled",
    outage: "sign-in of single mail clients, if something was missed",
    approval: "the change board, in a maintenance window, with the help desk told",
    unverified: ["under which name Get-OrganizationConfig returns the organization: the name is not read"],
  });
  // The endpoint first on the way there, last on the way back: clients never look for one that is gone.
  if (on) state.node.addDependency(endpoint);
  else endpoint.node.addDependency(state);
  return [endpoint, state];
}

function defaultEndpoint(scope: Construct, exchange: ExchangeOnPremises, on: boolean): ManualStep {
  return new ManualStep(scope, "exchange-endpoint", {
    name: "set-default-token-service",
    subject: exchange.managementHost,
    phase: Phase.INTEGRATE,
    title: `Exchange on-premises ${on ? "sends" : "no longer sends"} its clients to the token service of Microsoft Entra ID.`,
    words: [
      "In the Exchange Management Shell:",
      "Get-AuthServer | Format-List Name, Type, Enabled, IsDefaultAuthorizationEndpoint   # keep this list",
      `Set-AuthServer -Identity evoSTS -IsDefaultAuthorizationEndpoint ${on ? "1" : "0"}   # 1: yes, 0: no`,
      "The server that the Hybrid Configuration Wizard made may be called EvoSTS - <GUID>: use the name of the list.",
      ...(on ? ["Names of the virtual directories in the tenant, and OAuth on each of them, are set up before."] : []),
    ],
    host: exchange.managementHost,
    role: "Organization Management of Exchange",
    risk: { level: "medium", reason: "clients that may use modern authentication follow it" },
    undo: { possible: "yes", how: "the same line with the other value" },
    verification: "Get-AuthServer shows IsDefaultAuthorizationEndpoint as set",
    unverified: ["that 1 and 0 are taken for the two truth values of PowerShell, which may be written instead"],
  });
}

/** The same switch in Exchange Online, by hand. */
export function switchExchangeOnline(scope: Construct, tenant: string, on: boolean): ManualStep {
  return new ManualStep(scope, "exchange-online", {
    name: "switch-exchange-online",
    subject: tenant,
    phase: Phase.INTEGRATE,
    title: `Mail clients of Exchange Online ${on ? "sign in with" : "do without"} modern authentication.`,
    words: [
      "In PowerShell with the module ExchangeOnlineManagement: Connect-ExchangeOnline",
      "Get-OrganizationConfig | Format-List OAuth2ClientProfileEnabled   # keep it",
      `Set-OrganizationConfig -OAuth2ClientProfileEnabled ${on ? "1" : "0"}   # 1: yes, 0: no`,
      "New tenants have had it on since August 2017.",
    ],
    host: tenant,
    role: "Exchange Administrator of the tenant",
    risk: RISK,
    undo: { possible: "yes", how: "the same line with the other value" },
    verification: "Get-OrganizationConfig shows OAuth2ClientProfileEnabled as set",
    unverified: ["whether Exchange Online still lets it be off: it withdrew basic authentication"],
  });
}
