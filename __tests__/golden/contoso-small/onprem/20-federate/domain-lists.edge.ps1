# domain-lists/edge -- generated; edit main.ts, then run cdktf synth.
# The Edge allows 0 domains and blocks 1 domain. Lync Server Management Shell.
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
            Entries = @()
            Removed = @()
            Read = { Lync\Get-CsAllowedDomain -ErrorAction Stop }
            Create = { param($identity, $values) Lync\New-CsAllowedDomain -Identity $identity @values -Confirm:$false -ErrorAction Stop }
            Change = { param($values, $found) Lync\Set-CsAllowedDomain -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
            Remove = { param($found) Lync\Remove-CsAllowedDomain -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
        }
        @{
            Noun = 'CsBlockedDomain'
            Entries = @(
                @{ Identity = 'blocked.example' }
            )
            Removed = @()
            Read = { Lync\Get-CsBlockedDomain -ErrorAction Stop }
            Create = { param($identity, $values) Lync\New-CsBlockedDomain -Identity $identity @values -Confirm:$false -ErrorAction Stop }
            Change = { param($values, $found) Lync\Set-CsBlockedDomain -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
            Remove = { param($found) Lync\Remove-CsBlockedDomain -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
        }
    )
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
