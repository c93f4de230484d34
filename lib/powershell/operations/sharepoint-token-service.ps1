# How the security token service of the farm takes tokens. No cmdlet sets these three: the object does, by Update().

function Get-HybridTokenService {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Site)
    Set-StrictMode -Version 2
    (Get-HybridSite -Site $Site).Dispose()
    $services = @(Get-SPSecurityTokenServiceConfig -ErrorAction Stop)
    if ($services.Length -ne 1) { throw "The farm shows $($services.Length) configurations of its security token service; one was expected." }
    foreach ($name in 'AllowMetadataOverHttp', 'AllowOAuthOverHttp', 'HybridStsSelectionEnabled') {
        if ($null -eq $services[0].PSObject.Properties[$name]) { throw "The security token service came back without $name. Nothing can be said about it." }
    }
    New-Object PSObject -Property @{
        Identity = $Site; HybridStsSelectionEnabled = [bool]$services[0].HybridStsSelectionEnabled
        AllowMetadataOverHttp = [bool]$services[0].AllowMetadataOverHttp; AllowOAuthOverHttp = [bool]$services[0].AllowOAuthOverHttp
    }
}

# Whoever listens on the network can use a token that went over http, so that is never turned on here, not by undo either.
function Set-HybridTokenService {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Site, [bool]$AllowMetadataOverHttp, [bool]$AllowOAuthOverHttp, [bool]$HybridStsSelectionEnabled)
    Set-StrictMode -Version 2
    if ($AllowOAuthOverHttp) { throw 'Tokens over http are not turned on by a runbook. If the farm really needs them: $service = Get-SPSecurityTokenServiceConfig; $service.AllowOAuthOverHttp = $True; $service.Update(). Nothing was written; set the other values in the same way.' }
    (Get-HybridSite -Site $Site).Dispose()
    $service = Get-SPSecurityTokenServiceConfig -ErrorAction Stop
    foreach ($name in 'AllowMetadataOverHttp', 'AllowOAuthOverHttp', 'HybridStsSelectionEnabled') { if ($PSBoundParameters.ContainsKey($name)) { $service.$name = $PSBoundParameters[$name] } }
    $service.Update()
}
