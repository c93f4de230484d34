# No list of names: which there are depends on the version. A call that names its module loads it all the same.
@{
    RootModule        = 'SkypeForBusiness.psm1'
    ModuleVersion     = '1.0'
    FunctionsToExport = '*'
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
