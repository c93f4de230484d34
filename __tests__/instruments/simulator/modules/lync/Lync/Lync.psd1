# The names are written out so that the module loads by itself when one of them is called.
@{
    RootModule        = 'Lync.psm1'
    ModuleVersion     = '1.0'
    FunctionsToExport = @(
        'Enable-CsTopology'
        'Get-CsAccessEdgeConfiguration'
        'Get-CsAllowedDomain'
        'Get-CsBlockedDomain'
        'Get-CsExternalAccessPolicy'
        'Get-CsHostingProvider'
        'Get-CsManagementStoreReplicationStatus'
        'Get-CsPool'
        'Get-CsService'
        'Get-CsSipDomain'
        'Get-CsSite'
        'Get-CsUser'
        'Invoke-CsManagementStoreReplication'
        'New-CsAllowedDomain'
        'New-CsBlockedDomain'
        'New-CsHostingProvider'
        'New-CsSipDomain'
        'Remove-CsAllowedDomain'
        'Remove-CsBlockedDomain'
        'Remove-CsHostingProvider'
        'Remove-CsSipDomain'
        'Set-CsAccessEdgeConfiguration'
        'Set-CsAllowedDomain'
        'Set-CsBlockedDomain'
        'Set-CsExternalAccessPolicy'
        'Set-CsHostingProvider'
        'Set-CsSipDomain'
        'Set-CsSite'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
