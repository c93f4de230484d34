# CsClientPolicy/Global -- generated; edit main.ts, then run cdktf synth.
# People on-premises find each other by skill in portal.contoso.com. Lync Server Management Shell.
# Risk low: people who search by skill are sent to these addresses; nothing else depends on them.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    SPSearchCenterInternalURL = 'https://portal.contoso.com/SearchCenter/Pages/PeopleResults.aspx'
    SPSearchInternalURL = 'https://portal.contoso.com/_vti_bin/search.asmx'
}

$step = @{
    Id = 'CsClientPolicy/Global'
    Kind = 'CsClientPolicy'
    Identity = 'Global'
    Desired = $desired
    Read = { Lync\Get-CsClientPolicy -ErrorAction Stop }
    Change = { param($values, $found) Lync\Set-CsClientPolicy -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
