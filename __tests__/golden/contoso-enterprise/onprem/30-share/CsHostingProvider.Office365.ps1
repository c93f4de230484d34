# CsHostingProvider/Office365 -- generated; edit main.ts, then run cdktf synth.
# Microsoft 365 is the hosting provider Office365, which shares the SIP address space. Skype for Business Server Management Shell.
# Risk medium: from here on the Edge looks for people it does not know in the cloud, and routes them there.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    AutodiscoverUrl = 'https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root'
    Enabled = $true
    EnabledSharedAddressSpace = $true
    HostsOCSUsers = $true
    IsLocal = $false
    ProxyFqdn = 'sipfed.online.lync.com'
    VerificationLevel = 'UseSourceVerification'
}

$step = @{
    Id = 'CsHostingProvider/Office365'
    Kind = 'CsHostingProvider'
    Identity = 'Office365'
    Desired = $desired
    Read = { SkypeForBusiness\Get-CsHostingProvider -ErrorAction Stop }
    Create = { param($values) SkypeForBusiness\New-CsHostingProvider -Identity 'Office365' @values -Confirm:$false -ErrorAction Stop }
    Change = { param($values, $found) SkypeForBusiness\Set-CsHostingProvider -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
    Remove = { param($found) SkypeForBusiness\Remove-CsHostingProvider -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
