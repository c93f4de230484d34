# CsHostedVoicemailPolicy-global/Global -- generated; edit main.ts, then run cdktf synth.
# Unanswered calls of people without a policy of their own go to Cloud Voicemail at exap.um.outlook.com, for contoso.onmicrosoft.com. Lync Server Management Shell.
# Risk medium: decides where unanswered calls go of everybody who is enabled for hosted voicemail under this policy.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    Destination = 'exap.um.outlook.com'
    Organization = 'contoso.onmicrosoft.com'
}

$step = @{
    Id = 'CsHostedVoicemailPolicy-global/Global'
    Kind = 'CsHostedVoicemailPolicy-global'
    Identity = 'Global'
    Desired = $desired
    Read = { Lync\Get-CsHostedVoicemailPolicy -ErrorAction Stop }
    Change = { param($values, $found) Lync\Set-CsHostedVoicemailPolicy -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
