@{
    RootModule        = 'Microsoft.Graph.Applications.psm1'
    ModuleVersion     = '2.0'
    FunctionsToExport = @(
        'Get-MgServicePrincipal'
        'Update-MgServicePrincipal'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
