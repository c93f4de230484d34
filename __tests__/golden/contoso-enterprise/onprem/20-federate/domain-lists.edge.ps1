# domain-lists/edge -- generated; edit main.ts, then run cdktf synth.
# The Edge allows 2 domains and blocks 0 domains. Skype for Business Server Management Shell.
# Risk medium: decides which companies people on-premises can talk to.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$step = @{
    Id = 'domain-lists/edge'
    Kind = 'domain-lists-edge'
    Undeclared = 'Block'
    Lists = @(
        @{
            Noun = 'CsAllowedDomain'
            Entries = @(
                @{ Identity = 'northwindtraders.com' }
                @{ Identity = 'wingtip.com'; ProxyFqdn = 'sip.wingtip.com' }
            )
            Removed = @()
            Read = { SkypeForBusiness\Get-CsAllowedDomain -ErrorAction Stop }
            Create = { param($identity, $values) SkypeForBusiness\New-CsAllowedDomain -Identity $identity @values -Confirm:$false -ErrorAction Stop }
            Change = { param($values, $found) SkypeForBusiness\Set-CsAllowedDomain -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
            Remove = { param($found) SkypeForBusiness\Remove-CsAllowedDomain -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
        }
        @{
            Noun = 'CsBlockedDomain'
            Entries = @()
            Removed = @()
            Read = { SkypeForBusiness\Get-CsBlockedDomain -ErrorAction Stop }
            Create = { param($identity, $values) SkypeForBusiness\New-CsBlockedDomain -Identity $identity @values -Confirm:$false -ErrorAction Stop }
            Change = { param($values, $found) SkypeForBusiness\Set-CsBlockedDomain -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
            Remove = { param($found) SkypeForBusiness\Remove-CsBlockedDomain -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
        }
    )
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
