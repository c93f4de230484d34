import { Construct } from "constructs";
import { ManualStep } from "../onprem/manual-step";
import { Phase } from "../onprem/phase";
import { LYNC_SERVERS } from "../trust/first-party-principals";

export interface ClientServiceNames {
  /** The tenant, by its initial domain. */
  readonly tenant: string;
  readonly tenantId: string;
  /** Names of web services, sorted. */
  readonly names: readonly string[];
}

/** The addresses as the tenant knows them: with a slash behind. */
export function clientAddresses(names: readonly string[]): string[] {
  return names.map((name) => `https://${name}/`);
}

/**
 * The tenant issues tokens for the web services of every pool. The principal is one of Microsoft's and stands in every
 * tenant, so it is changed by hand: names are added, and none is taken away.
 */
export function registerClientNames(scope: Construct, { tenant, tenantId, names }: ClientServiceNames): ManualStep {
  const added = clientAddresses(names);
  return new ManualStep(scope, "names", {
    name: "register-client-addresses",
    subject: tenant,
    phase: Phase.INTEGRATE,
    title: `The tenant issues tokens for the web services that clients reach: ${names.join(", ")}.`,
    words: [
      "In PowerShell with the module Microsoft.Graph.Applications.",
      `Connect-MgGraph -TenantId '${tenantId}' -Scopes 'Application.ReadWrite.All'`,
      `$principal = Get-MgServicePrincipal -Filter "AppId eq '${LYNC_SERVERS}'" -Property Id,ServicePrincipalNames`,
      "$principal.ServicePrincipalNames   # keep this list",
      `$names = @($principal.ServicePrincipalNames) + ${added.map((name) => `'${name}'`).join(", ")} | Sort-Object -Unique`,
      "Update-MgServicePrincipal -ServicePrincipalId $principal.Id -ServicePrincipalNames $names",
      "Read the names again: all that were there before are there, and these as well.",
    ],
    host: tenant,
    role: "whoever may consent to Application.ReadWrite.All of Microsoft Graph",
    risk: {
      level: "medium",
      reason: "a principal that all of Microsoft 365 uses is changed: names lost there are missed",
    },
    undo: { possible: "yes", how: "take these names out of ServicePrincipalNames again, after the switch is back" },
    verification: "Get-MgServicePrincipal shows each of the addresses in ServicePrincipalNames",
  });
}
