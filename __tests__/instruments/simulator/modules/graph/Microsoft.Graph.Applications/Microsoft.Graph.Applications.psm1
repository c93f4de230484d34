$SimModule = 'Microsoft.Graph.Applications'; $SimVersion = 'graph'; $SimFile = 'graph.json'
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'graph.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
Export-ModuleMember -Function 'Get-MgServicePrincipal', 'Update-MgServicePrincipal'
