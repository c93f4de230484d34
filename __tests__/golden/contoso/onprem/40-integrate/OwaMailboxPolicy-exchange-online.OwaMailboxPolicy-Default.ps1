# OwaMailboxPolicy-exchange-online/OwaMailboxPolicy-Default -- generated; edit main.ts, then run cdktf synth.
# Outlook on the web offers messaging to whoever holds the policy OwaMailboxPolicy-Default in contoso.onmicrosoft.com. Windows PowerShell 5.1 with the ExchangeOnlineManagement module, signed in.
# Risk low: people who hold the policy see messaging and presence in Outlook on the web from their next sign-in on.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    InstantMessagingEnabled = $true
    InstantMessagingType = 'Ocs'
}

$step = @{
    Id = 'OwaMailboxPolicy-exchange-online/OwaMailboxPolicy-Default'
    Kind = 'OwaMailboxPolicy-exchange-online'
    Identity = 'contoso.onmicrosoft.com/OwaMailboxPolicy-Default'
    Desired = $desired
    Read = { Get-HybridOwaMailboxPolicy -Tenant 'contoso.onmicrosoft.com' -ErrorAction Stop }
    Change = { param($values) Set-HybridOwaMailboxPolicy -Tenant 'contoso.onmicrosoft.com' -Name 'OwaMailboxPolicy-Default' @values -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Operations.ps1'))
}
Invoke-HybridStep @step -Run $Run
