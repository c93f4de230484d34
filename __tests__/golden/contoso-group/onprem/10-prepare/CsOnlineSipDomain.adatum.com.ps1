# CsOnlineSipDomain/adatum.com -- generated; edit main.ts, then run cdktf synth.
# The tenant provisions nobody of the SIP domain adatum.com. Windows PowerShell 5.1 with the MicrosoftTeams module, signed in.
# Risk critical: people in this domain who are provisioned online lose their SIP addresses, and their contacts and meetings are deleted.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    DomainStatus = 'Disabled'
}

$step = @{
    Id = 'CsOnlineSipDomain/adatum.com'
    Kind = 'CsOnlineSipDomain'
    Identity = 'adatum.com'
    Desired = $desired
    Questions = @{
        Disabled = { MicrosoftTeams\Get-CsOnlineSipDomain -Domain 'adatum.com' -DomainStatus 'Disabled' -ErrorAction Stop }
        Enabled = { MicrosoftTeams\Get-CsOnlineSipDomain -Domain 'adatum.com' -DomainStatus 'Enabled' -ErrorAction Stop }
    }
    Beyond = @()
    Apply = { MicrosoftTeams\Disable-CsOnlineSipDomain -Domain 'adatum.com' -Confirm:$false -ErrorAction Stop }
    Guard = { Get-HybridOnlinePerson -Domain 'adatum.com' -Users (MicrosoftTeams\Get-CsOnlineUser -ResultSize 2147483647 -ErrorAction Stop) }
    Back = @{
        Enabled = @{
            Apply = { MicrosoftTeams\Enable-CsOnlineSipDomain -Domain 'adatum.com' -Confirm:$false -ErrorAction Stop }
        }
    }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
