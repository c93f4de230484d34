# publish-edge-federation/edge01.contoso.local -- generated; edit main.ts, then run cdktf synth.
# SIP federation is published for the Edge pool edge01.contoso.local. By hand.
# Risk high: a changed federation route interrupts federation until DNS and replication follow.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$step = @{
    Id = 'publish-edge-federation/edge01.contoso.local'
    Kind = 'manual'
    Words = @(
        'Open Topology Builder and download the current topology.'
        'Open the Edge pool edge01.contoso.local: "Enable federation for this Edge pool (port 5061)" is ticked.'
        'Its next hop is lync01.contoso.local, its Access Edge name is sip.contoso.com with address 203.0.113.10.'
        'The federation route of every site names edge01.contoso.local.'
        'If all of this is so already, change nothing. Otherwise set it and publish the topology.'
    )
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
