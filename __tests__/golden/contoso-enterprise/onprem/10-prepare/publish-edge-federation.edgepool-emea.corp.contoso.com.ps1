# publish-edge-federation/edgepool-emea.corp.contoso.com -- generated; edit main.ts, then run cdktf synth.
# SIP federation is published for the Edge pool edgepool-emea.corp.contoso.com. By hand.
# Risk high: a changed federation route interrupts federation until DNS and replication follow.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$step = @{
    Id = 'publish-edge-federation/edgepool-emea.corp.contoso.com'
    Kind = 'manual'
    Words = @(
        'Open Topology Builder and download the current topology.'
        'Open the Edge pool edgepool-emea.corp.contoso.com: "Enable federation for this Edge pool (port 5061)" is ticked.'
        'Its next hop is dirpool.corp.contoso.com, its Access Edge name is sip.contoso.com with addresses 198.51.100.10, 198.51.100.11.'
        'The federation route of every site names edgepool-emea.corp.contoso.com.'
        'If all of this is so already, change nothing. Otherwise set it and publish the topology.'
    )
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
