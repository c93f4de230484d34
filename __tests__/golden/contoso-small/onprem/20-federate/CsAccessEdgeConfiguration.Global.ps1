# CsAccessEdgeConfiguration/Global -- generated; edit main.ts, then run cdktf synth.
# The Access Edge lets in people outside and discovers partners by DNS: whoever is not blocked gets through. Lync Server Management Shell.
# Risk high: opens the Edge: every domain that is not blocked gets through.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    AllowFederatedUsers = $true
    AllowOutsideUsers = $true
    EnablePartnerDiscovery = $true
}

$step = @{
    Id = 'CsAccessEdgeConfiguration/Global'
    Kind = 'CsAccessEdgeConfiguration'
    Identity = 'Global'
    Desired = $desired
    Read = { Lync\Get-CsAccessEdgeConfiguration -ErrorAction Stop }
    Change = { param($values, $found) Lync\Set-CsAccessEdgeConfiguration @values -UseDnsSrvRouting -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
