$SimModule = 'tmpEXO_simulated'; $SimVersion = 'exchangeonline'; $SimFile = 'exchange.json'
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'exchange-online.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
Export-ModuleMember -Function @($SimKnown.Keys)
