/** Applications of Microsoft that stand in every tenant. They are changed by hand and never belong to Terraform. */

/** Exchange Online. */
export const EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";
/** Lync Server and Skype for Business Server, as the tenant knows them. */
export const LYNC_SERVERS = "00000004-0000-0ff1-ce00-000000000000";

const FILE = "C:\\Certificates\\oauth-token-issuer.cer";

/** What a person does, line by line, so that the tenant knows a public key. */
export function uploadWords(tenantId: string, thumbprint: string): string[] {
  return [
    `In PowerShell with the module Microsoft.Graph.Applications. The public certificate alone lies in ${FILE}.`,
    ...connectWords(tenantId),
    `$certificate = New-Object Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList '${FILE}'`,
    `$certificate.Thumbprint   # ${thumbprint}, else stop: it is another certificate`,
    "$key = @{ Type = 'AsymmetricX509Cert'; Usage = 'Verify'; Key = $certificate.RawData; " +
      "StartDateTime = $certificate.NotBefore.ToUniversalTime(); EndDateTime = $certificate.NotAfter.ToUniversalTime() }",
    ...[LYNC_SERVERS, EXCHANGE_ONLINE].flatMap(addKeyWords),
    "Keys that have not ended stay: the servers sign with one of them until the new certificate is assigned.",
  ];
}

/** What a person does once, so that the tenant issues tokens for the servers. */
export function registerWords(tenantId: string, webServices: readonly string[]): string[] {
  return [
    "In PowerShell with the module Microsoft.Graph.Applications.",
    ...connectWords(tenantId),
    `Get-MgServicePrincipal -Filter "AppId eq '${EXCHANGE_ONLINE}'" -Property Id,AccountEnabled | Format-List Id, AccountEnabled`,
    "AccountEnabled is True. If not, enable that principal with Update-MgServicePrincipal -AccountEnabled.",
    find(LYNC_SERVERS, "Id,ServicePrincipalNames"),
    `$names = @($principal.ServicePrincipalNames) + ${webServices.map((name) => `'${LYNC_SERVERS}/${name}'`).join(", ")} | Sort-Object -Unique`,
    "Update-MgServicePrincipal -ServicePrincipalId $principal.Id -ServicePrincipalNames $names",
  ];
}

function connectWords(tenantId: string): string[] {
  return [`Connect-MgGraph -TenantId '${tenantId}' -Scopes 'Application.ReadWrite.All'`];
}

function addKeyWords(application: string): string[] {
  return [
    find(application, "Id,KeyCredentials"),
    "$kept = @($principal.KeyCredentials | Where-Object { $_.EndDateTime -gt (Get-Date) })",
    "Update-MgServicePrincipal -ServicePrincipalId $principal.Id -KeyCredentials ($kept + $key)",
  ];
}

function find(application: string, properties: string): string {
  return `$principal = Get-MgServicePrincipal -Filter "AppId eq '${application}'" -Property ${properties}`;
}
