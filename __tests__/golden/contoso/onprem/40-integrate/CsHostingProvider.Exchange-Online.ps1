# CsHostingProvider/Exchange-Online -- generated; edit main.ts, then run cdktf synth.
# Exchange Online is the hosting provider Exchange Online, which hosts no accounts. Lync Server Management Shell.
# Risk medium: from here on Exchange Online signs people in for Outlook on the web, and voicemail can go there.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    Enabled = $true
    EnabledSharedAddressSpace = $true
    HostsOCSUsers = $false
    IsLocal = $false
    ProxyFqdn = 'exap.um.outlook.com'
    VerificationLevel = 'UseSourceVerification'
}

$step = @{
    Id = 'CsHostingProvider/Exchange-Online'
    Kind = 'CsHostingProvider'
    Identity = 'Exchange Online'
    Desired = $desired
    Read = { Lync\Get-CsHostingProvider -ErrorAction Stop }
    Create = { param($values) Lync\New-CsHostingProvider -Identity 'Exchange Online' @values -Confirm:$false -ErrorAction Stop }
    Change = { param($values, $found) Lync\Set-CsHostingProvider -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
    Remove = { param($found) Lync\Remove-CsHostingProvider -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
