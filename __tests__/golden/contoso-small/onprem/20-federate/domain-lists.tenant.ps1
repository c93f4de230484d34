# domain-lists/tenant -- generated; edit main.ts, then run cdktf synth.
# The tenant federates with everybody who is not blocked, and blocks the same domains as the Edge. Windows PowerShell 5.1 with the MicrosoftTeams module, signed in.
# Risk high: opens the tenant: every domain that is not blocked gets through.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    AllowFederatedUsers = $true
    AllowedDomains = 'AllowAllKnownDomains'
    BlockedDomains = @(
        'blocked.example'
    )
}

$step = @{
    Id = 'domain-lists/tenant'
    Kind = 'domain-lists-tenant'
    Undeclared = 'Block'
    Identity = 'Global'
    Desired = $desired
    Read = { MicrosoftTeams\Get-CsTenantFederationConfiguration -ErrorAction Stop }
    Change = { param($values, $found) MicrosoftTeams\Set-CsTenantFederationConfiguration @values -Confirm:$false -ErrorAction Stop }
    Removed = @()
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
