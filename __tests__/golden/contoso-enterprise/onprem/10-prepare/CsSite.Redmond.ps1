# CsSite/Redmond -- generated; edit main.ts, then run cdktf synth.
# SIP federation of the site Redmond goes through edgepool-emea.corp.contoso.com. Skype for Business Server Management Shell.
# Risk high: another federation route interrupts federation until DNS and replication follow.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    FederationRoute = 'EdgeServer:edgepool-emea.corp.contoso.com'
}

$step = @{
    Id = 'CsSite/Redmond'
    Kind = 'CsSite'
    Identity = 'Redmond'
    Desired = $desired
    Read = { SkypeForBusiness\Get-CsSite -ErrorAction Stop }
    Change = { param($values, $found) SkypeForBusiness\Set-CsSite -Identity 'Redmond' @values -Confirm:$false -ErrorAction Stop }
    Then = { SkypeForBusiness\Enable-CsTopology -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
