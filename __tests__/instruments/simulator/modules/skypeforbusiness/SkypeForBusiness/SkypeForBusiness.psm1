# The same commands as the module of Lync Server 2013, as the catalogue has them for the version: sfb2015 or sfb2019.
$SimModule = 'SkypeForBusiness'; $SimVersion = 'sfb2019'; $SimFile = 'lync.json'
if ($env:LYNC_SIM_VERSION) { $SimVersion = $env:LYNC_SIM_VERSION }
if ($SimVersion -notlike 'sfb20*') { throw "Simulator: LYNC_SIM_VERSION=$SimVersion has no module SkypeForBusiness" }
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'lync.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'lync-integration.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'lync-trusted.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
# what has a handler
Export-ModuleMember -Function @($SimKnown.Keys)
