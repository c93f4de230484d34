@{
    RootModule        = 'Microsoft.Graph.Authentication.psm1'
    ModuleVersion     = '2.0'
    FunctionsToExport = @(
        'Connect-MgGraph'
        'Get-MgContext'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
