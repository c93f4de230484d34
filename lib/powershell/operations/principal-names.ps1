# Names of a principal, for which the tenant issues tokens. Graph knows one list of them and takes it whole.

function Get-HybridPrincipalName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$TenantId, [Parameter(Mandatory = $true)][string]$AppId)
    Set-StrictMode -Version 2
    $principal = Get-HybridPrincipal -TenantId $TenantId -AppId $AppId -Property ServicePrincipalNames
    $names = @($principal.ServicePrincipalNames)
    # Its own id is always among them: without it, the answer is not the list.
    if ($names -notcontains $AppId) { throw "The names of the principal $AppId came back without its own id. Nothing can be said about them." }
    foreach ($name in $names) { New-Object PSObject -Property @{ Identity = "$TenantId/$AppId/$name" } }
}

function New-HybridPrincipalName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$TenantId, [Parameter(Mandatory = $true)][string]$AppId, [Parameter(Mandatory = $true)][string]$Name)
    Set-StrictMode -Version 2
    $principal = Get-HybridPrincipal -TenantId $TenantId -AppId $AppId -Property ServicePrincipalNames
    $names = @($principal.ServicePrincipalNames)
    if ($names -notcontains $AppId) { throw "The names of the principal $AppId came back without its own id. Nothing is written." }
    if ($names -contains $Name) { return }
    Microsoft.Graph.Applications\Update-MgServicePrincipal -ServicePrincipalId $principal.Id -ServicePrincipalNames ($names + $Name) -Confirm:$false -ErrorAction Stop
}

function Remove-HybridPrincipalName {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$TenantId, [Parameter(Mandatory = $true)][string]$AppId, [Parameter(Mandatory = $true)][string]$Name)
    Set-StrictMode -Version 2
    $principal = Get-HybridPrincipal -TenantId $TenantId -AppId $AppId -Property ServicePrincipalNames
    $names = @($principal.ServicePrincipalNames)
    if ($names -notcontains $AppId -or $Name -eq $AppId) { throw "The names of the principal $AppId came back without its own id, or that id is to go. Nothing is written." }
    if ($names -notcontains $Name) { return }
    Microsoft.Graph.Applications\Update-MgServicePrincipal -ServicePrincipalId $principal.Id -ServicePrincipalNames @($names | Where-Object { $_ -ne $Name }) -Confirm:$false -ErrorAction Stop
}
