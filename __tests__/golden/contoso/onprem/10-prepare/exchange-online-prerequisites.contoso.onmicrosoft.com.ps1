# exchange-online-prerequisites/contoso.onmicrosoft.com -- generated; edit main.ts, then run cdktf synth.
# Exchange Online of contoso.onmicrosoft.com can find the Edge, and knows the domains of its people. By hand.
# Risk info: only looks.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$step = @{
    Id = 'exchange-online-prerequisites/contoso.onmicrosoft.com'
    Kind = 'manual'
    Words = @(
        'For each SIP domain of people with a mailbox online, look up _sipfederationtls._tcp in public DNS: it names the Access Edge, port 5061.'
        'In Exchange Online, Get-AcceptedDomain lists each of these domains: a domain that is not accepted there gets no voicemail.'
        'In Exchange Online, Get-OwaMailboxPolicy shows InstantMessagingEnabled True and InstantMessagingType Ocs, which is the default, for each policy beside those that this runbook reads.'
        'If all of this is so, change nothing. Otherwise correct it before you go on.'
    )
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
