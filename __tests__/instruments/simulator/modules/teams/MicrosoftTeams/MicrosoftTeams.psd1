# The names are written out so that the module loads by itself when one of them is called.
@{
    RootModule        = 'MicrosoftTeams.psm1'
    ModuleVersion     = '6.2.1'
    FunctionsToExport = @(
        'Connect-MicrosoftTeams'
        'Disable-CsOnlineSipDomain'
        'Enable-CsOnlineSipDomain'
        'Get-CsExternalAccessPolicy'
        'Get-CsOnlineSipDomain'
        'Get-CsOnlineUser'
        'Get-CsTenant'
        'Get-CsTenantFederationConfiguration'
        'Grant-CsTeamsUpgradePolicy'
        'New-CsEdgeAllowAllKnownDomains'
        'New-CsEdgeAllowList'
        'New-CsEdgeDomainPattern'
        'Set-CsExternalAccessPolicy'
        'Set-CsTenantFederationConfiguration'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
