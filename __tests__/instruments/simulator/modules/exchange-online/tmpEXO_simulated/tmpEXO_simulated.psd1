# The name of the temporary module of a session with Exchange Online, one of many: no script may call it by this.
@{
    RootModule        = 'tmpEXO_simulated.psm1'
    ModuleVersion     = '1.0'
    FunctionsToExport = @(
        'Get-AcceptedDomain'
        'Get-MailboxPlan'
        'Get-OwaMailboxPolicy'
        'Set-OwaMailboxPolicy'
    )
    CmdletsToExport   = @()
    AliasesToExport   = @()
}
