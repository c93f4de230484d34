# CsExternalAccessPolicy-lync/Global -- generated; edit main.ts, then run cdktf synth.
# On-premises, people without a policy of their own may talk to partners and may sign in from outside. Lync Server Management Shell.
# Risk medium: counts for everybody who has no external access policy of their own.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    EnableFederationAccess = $true
    EnableOutsideAccess = $true
}

$step = @{
    Id = 'CsExternalAccessPolicy-lync/Global'
    Kind = 'CsExternalAccessPolicy-lync'
    Identity = 'Global'
    Desired = $desired
    Read = { Lync\Get-CsExternalAccessPolicy -ErrorAction Stop }
    Change = { param($values, $found) Lync\Set-CsExternalAccessPolicy -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
