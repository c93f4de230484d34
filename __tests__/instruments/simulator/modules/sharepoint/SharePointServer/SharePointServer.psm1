# The SharePoint Management Shell of the version sharepoint2013, sharepoint2016, sharepoint2019 (default) or sharepointSE.
$SimModule = 'SharePointServer'; $SimVersion = 'sharepoint2019'; $SimFile = 'sharepoint.json'
if ($env:LYNC_SIM_SHAREPOINT) { $SimVersion = $env:LYNC_SIM_SHAREPOINT }
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'sharepoint.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
Export-ModuleMember -Function @($SimKnown.Keys)
