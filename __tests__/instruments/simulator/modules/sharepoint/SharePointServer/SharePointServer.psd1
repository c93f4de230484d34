# Subscription Edition has this module; the versions before it a snap-in. No script calls a cmdlet by either name.
@{
    RootModule        = 'SharePointServer.psm1'
    ModuleVersion     = '1.0'
    FunctionsToExport = @(
        'Get-SPAppPrincipal'
        'Get-SPFarm'
        'Get-SPSecurityTokenServiceConfig'
        'Get-SPSite'
        'Get-SPTrustedSecurityTokenIssuer'
        'New-SPTrustedSecurityTokenIssuer'
        'Remove-SPAppPrincipalPermission'
        'Remove-SPTrustedSecurityTokenIssuer'
        'Set-SPAppPrincipalPermission'
        'Set-SPTrustedSecurityTokenIssuer'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
