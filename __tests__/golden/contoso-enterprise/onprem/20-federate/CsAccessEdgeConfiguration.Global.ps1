# CsAccessEdgeConfiguration/Global -- generated; edit main.ts, then run cdktf synth.
# The Access Edge lets in people outside and allowed partners, and discovers no partners by DNS. Skype for Business Server Management Shell.
# Risk medium: decides for the whole company who can reach it from outside, within a minute.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    AllowFederatedUsers = $true
    AllowOutsideUsers = $true
    EnablePartnerDiscovery = $false
}

$step = @{
    Id = 'CsAccessEdgeConfiguration/Global'
    Kind = 'CsAccessEdgeConfiguration'
    Identity = 'Global'
    Desired = $desired
    Read = { SkypeForBusiness\Get-CsAccessEdgeConfiguration -ErrorAction Stop }
    Change = { param($values, $found) SkypeForBusiness\Set-CsAccessEdgeConfiguration @values -UseDnsSrvRouting -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
