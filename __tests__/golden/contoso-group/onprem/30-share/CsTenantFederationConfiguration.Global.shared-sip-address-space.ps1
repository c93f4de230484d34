# CsTenantFederationConfiguration/Global/shared-sip-address-space -- generated; edit main.ts, then run cdktf synth.
# The tenant shares its SIP address space with the servers on-premises. Windows PowerShell 5.1 with the MicrosoftTeams module, signed in.
# Risk medium: the cloud starts to look for people it does not know on-premises.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    SharedSipAddressSpace = $true
}

$step = @{
    Id = 'CsTenantFederationConfiguration/Global/shared-sip-address-space'
    Kind = 'CsTenantFederationConfiguration'
    Identity = 'Global'
    Desired = $desired
    Read = { MicrosoftTeams\Get-CsTenantFederationConfiguration -ErrorAction Stop }
    Change = { param($values, $found) MicrosoftTeams\Set-CsTenantFederationConfiguration @values -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
