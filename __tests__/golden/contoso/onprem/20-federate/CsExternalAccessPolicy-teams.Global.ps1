# CsExternalAccessPolicy-teams/Global -- generated; edit main.ts, then run cdktf synth.
# In the tenant, people without a policy of their own may talk to partners and may connect over the internet. Windows PowerShell 5.1 with the MicrosoftTeams module, signed in.
# Risk medium: counts for everybody who has no external access policy of their own.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    EnableFederationAccess = $true
    EnableOutsideAccess = $true
}

$step = @{
    Id = 'CsExternalAccessPolicy-teams/Global'
    Kind = 'CsExternalAccessPolicy-teams'
    Identity = 'Global'
    Desired = $desired
    Read = { MicrosoftTeams\Get-CsExternalAccessPolicy -ErrorAction Stop }
    Change = { param($values, $found) MicrosoftTeams\Set-CsExternalAccessPolicy -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
