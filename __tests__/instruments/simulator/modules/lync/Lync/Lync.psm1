$SimModule = 'Lync'; $SimVersion = 'lync2013'; $SimFile = 'lync.json'
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'core.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'lync.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'lync-integration.ps1'))
. ([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'lync-trusted.ps1'))
. ([scriptblock]::Create((Get-SimFunctionText)))
Export-ModuleMember -Function '*-Cs*'
