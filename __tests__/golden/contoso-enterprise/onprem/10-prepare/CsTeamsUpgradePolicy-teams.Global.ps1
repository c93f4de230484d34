# CsTeamsUpgradePolicy-teams/Global -- generated; edit main.ts, then run cdktf synth.
# The tenant's coexistence mode is SfBWithTeamsCollab. Windows PowerShell 5.1 with the MicrosoftTeams module, signed in.
# Risk medium: decides for everybody without a mode of their own in which client chats and calls arrive.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    TeamsUpgradeEffectiveMode = 'SfBWithTeamsCollab'
}

$step = @{
    Id = 'CsTeamsUpgradePolicy-teams/Global'
    Kind = 'CsTeamsUpgradePolicy-teams'
    Identity = 'Global'
    Desired = $desired
    Read = { MicrosoftTeams\Get-CsTenant -ErrorAction Stop }
    Beyond = @(
        'TeamsOnly'
    )
    Apply = { MicrosoftTeams\Grant-CsTeamsUpgradePolicy -PolicyName 'SfBWithTeamsCollab' -Global -ErrorAction Stop }
    Back = @{
        Islands = @{
            Apply = { MicrosoftTeams\Grant-CsTeamsUpgradePolicy -PolicyName 'Islands' -Global -ErrorAction Stop }
        }
        SfBOnly = @{
            Apply = { MicrosoftTeams\Grant-CsTeamsUpgradePolicy -PolicyName 'SfBOnly' -Global -ErrorAction Stop }
        }
        SfBWithTeamsCollabAndMeetings = @{
            Apply = { MicrosoftTeams\Grant-CsTeamsUpgradePolicy -PolicyName 'SfBWithTeamsCollabAndMeetings' -Global -ErrorAction Stop }
        }
        TeamsOnly = @{
            Apply = { MicrosoftTeams\Grant-CsTeamsUpgradePolicy -PolicyName 'UpgradeToTeams' -Global -ErrorAction Stop }
            Guard = { Get-HybridServerPerson -Users (MicrosoftTeams\Get-CsOnlineUser -ResultSize 2147483647 -ErrorAction Stop) }
        }
    }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
