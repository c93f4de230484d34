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

# Mailbox policies of Outlook on the web, of the declared tenant and no other.

function Get-HybridOwaMailboxPolicy {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Tenant)
    Set-StrictMode -Version 2
    $null = Get-HybridTenantDomain -Tenant $Tenant
    foreach ($policy in @(Get-OwaMailboxPolicy -ErrorAction Stop)) {
        if ($null -eq $policy) { continue }
        foreach ($name in 'Name', 'InstantMessagingEnabled', 'InstantMessagingType') { if ($null -eq $policy.PSObject.Properties[$name]) { throw "A mailbox policy came back without $name. Nothing can be said about it." } }
        New-Object PSObject -Property @{
            Identity = "$Tenant/$($policy.Name)"; InstantMessagingEnabled = [bool]$policy.InstantMessagingEnabled; InstantMessagingType = [string]$policy.InstantMessagingType
        }
    }
}

function Set-HybridOwaMailboxPolicy {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Tenant, [Parameter(Mandatory = $true)][string]$Name, [bool]$InstantMessagingEnabled, [string]$InstantMessagingType)
    Set-StrictMode -Version 2
    $null = Get-HybridTenantDomain -Tenant $Tenant
    $values = @{}
    foreach ($property in 'InstantMessagingEnabled', 'InstantMessagingType') { if ($PSBoundParameters.ContainsKey($property)) { $values[$property] = $PSBoundParameters[$property] } }
    if ($values.Count -eq 0) { return }
    Set-OwaMailboxPolicy -Identity $Name @values -Confirm:$false -ErrorAction Stop
}
