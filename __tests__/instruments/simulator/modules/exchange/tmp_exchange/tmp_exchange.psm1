# The Exchange Management Shell of the version exchange2013, exchange2016, exchange2019 (default) or exchangeSE: LYNC_SIM_EXCHANGE.
$SimModule = 'tmp_exchange'; $SimVersion = 'exchange2019'; $SimFile = 'exchange.json'
if ($env:LYNC_SIM_EXCHANGE) { $SimVersion = $env:LYNC_SIM_EXCHANGE }
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'exchange.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'exchange-objects.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'exchange-applications.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'exchange-outlook-web.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'exchange-unified-messaging.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
Export-ModuleMember -Function @($SimKnown.Keys)
