$SimModule = 'MicrosoftTeams'; $SimVersion = 'teams'; $SimFile = 'teams.json'
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'teams.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
Export-ModuleMember -Function '*-Cs*', '*-MicrosoftTeams'
