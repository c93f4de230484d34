# The organization in Exchange Online. Its cmdlets are called without their module, whose name is made up at sign-in: the
# controller has seen that each of them is there once.

# Accepted domains of the declared tenant. A domain is accepted in one organization only, so another tenant lacks its name.
function Get-HybridTenantDomain {
    [CmdletBinding()]
    param([string]$Tenant)
    Set-StrictMode -Version 2
    $domains = @(Get-AcceptedDomain -ErrorAction Stop | Where-Object { $null -ne $_ })
    foreach ($domain in $domains) { if ($null -eq $domain.PSObject.Properties['DomainName']) { throw 'An accepted domain came back without DomainName. Nothing can be said about this organization.' } }
    foreach ($domain in $domains) { if ([string]::Equals([string]$domain.DomainName, $Tenant, [StringComparison]::OrdinalIgnoreCase)) { return $domains } }
    throw "This session is signed in to an organization that does not have the domain $Tenant, so it is not the declared tenant. Sign in there: Disconnect-ExchangeOnline, then Connect-ExchangeOnline. Nothing was written."
}
