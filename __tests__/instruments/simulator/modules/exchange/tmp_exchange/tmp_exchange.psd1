# The name of a temporary module of a remote session, one of many: no script may call it by this.
@{
    RootModule        = 'tmp_exchange.psm1'
    ModuleVersion     = '1.0'
    FunctionsToExport = @(
        'Get-AuthServer'
        'Get-ExchangeDiagnosticInfo'
        'Get-ExchangeServer'
        'Get-SettingOverride'
        'New-SettingOverride'
        'Remove-SettingOverride'
        'Set-AuthServer'
        'Set-SettingOverride'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
