# Principals of the tenant, in Microsoft Graph. They are found, never created: those of Microsoft stand in every tenant.

# The one principal of an application, whole as far as it is asked for. A missing one and a foreign tenant are errors.
function Get-HybridPrincipal {
    [CmdletBinding()]
    param([string]$TenantId, [string]$AppId, [string[]]$Property)
    Set-StrictMode -Version 2
    $context = Microsoft.Graph.Authentication\Get-MgContext -ErrorAction Stop
    if ($null -eq $context) { throw "Nobody is signed in to Microsoft Graph. Type: Connect-MgGraph -TenantId $TenantId -Scopes Application.ReadWrite.All" }
    if (-not [string]::Equals([string]$context.TenantId, $TenantId, [StringComparison]::OrdinalIgnoreCase)) {
        throw "This session is signed in to the tenant $($context.TenantId); declared is $TenantId. Sign in there: Disconnect-MgGraph, then Connect-MgGraph -TenantId $TenantId"
    }
    $found = @(Microsoft.Graph.Applications\Get-MgServicePrincipal -Filter "appId eq '$AppId'" -Property Id, AppId -ErrorAction Stop)
    if ($found.Length -ne 1) { throw "The tenant shows $($found.Length) principals of the application $AppId; one was expected. Check the rights of this account. A principal of Microsoft is not created here." }
    # Graph returns key bytes only for one object that is asked for by its id, and only when the property is named.
    $principal = Microsoft.Graph.Applications\Get-MgServicePrincipal -ServicePrincipalId $found[0].Id -Property (@('Id', 'AppId') + $Property) -ErrorAction Stop
    if ($null -eq $principal -or -not [string]::Equals([string]$principal.AppId, $AppId, [StringComparison]::OrdinalIgnoreCase)) {
        throw "The principal of the application $AppId could not be read. Nothing can be said about it."
    }
    foreach ($name in $Property) { if ($null -eq $principal.PSObject.Properties[$name]) { throw "The principal of the application $AppId came back without $name. Nothing can be said about it." } }
    return $principal
}
