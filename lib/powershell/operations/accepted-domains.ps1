# Domains for which the declared tenant takes mail. They are looked for only.

function Get-HybridAcceptedDomain {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Tenant)
    Set-StrictMode -Version 2
    foreach ($domain in @(Get-HybridTenantDomain -Tenant $Tenant)) { New-Object PSObject -Property @{ Identity = "$Tenant/$($domain.DomainName)" } }
}
