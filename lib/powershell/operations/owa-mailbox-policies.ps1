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
