# What the application behind a token issuer may do in the site subscription. No cmdlet reads that: the object model does.

function Get-HybridAppPrincipal {
    [CmdletBinding()]
    param([string]$Issuer, [string]$Site)
    Set-StrictMode -Version 2
    $known = @(Get-SPTrustedSecurityTokenIssuer -ErrorAction Stop | Where-Object { [string]::Equals([string]$_.Name, $Issuer, [StringComparison]::OrdinalIgnoreCase) })
    if ($known.Length -ne 1) { throw "The farm has $($known.Length) trusted token issuers with the name $Issuer; one was expected. Declare the name that Get-SPTrustedSecurityTokenIssuer shows." }
    if ([string]::IsNullOrEmpty([string]$known[0].NameId)) { throw "The token issuer $Issuer came back without NameId. Nothing can be said about its application." }
    $app = @(Get-SPAppPrincipal -Site $Site -NameIdentifier $known[0].NameId -ErrorAction Stop)
    if ($app.Length -ne 1) { throw "SharePoint shows $($app.Length) applications for the token issuer $Issuer; one was expected." }
    return $app[0]
}

function Get-HybridAppPermission {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Issuer, [Parameter(Mandatory = $true)][string]$Site)
    Set-StrictMode -Version 2
    $app = Get-HybridAppPrincipal -Issuer $Issuer -Site $Site
    $found = Get-HybridSite -Site $Site
    try {
        $manager = New-Object -TypeName Microsoft.SharePoint.SPAppPrincipalPermissionsManager -ArgumentList $found.RootWeb
        $right = [string]$manager.GetAppPrincipalSiteSubscriptionContentPermission($app)
        $appOnly = [bool]$manager.IsAppOnlyPolicyAllowed($app)
    }
    finally { $found.Dispose() }
    if ($right.Length -eq 0) { throw "The permission of the token issuer $Issuer came back empty. Nothing can be said about it." }
    if ($right -eq 'None' -and -not $appOnly) { return }
    New-Object PSObject -Property @{ Identity = "$Issuer/$Site"; Right = $right; AppOnly = $appOnly }
}

function New-HybridAppPermission {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Issuer, [Parameter(Mandatory = $true)][string]$Site, [Parameter(Mandatory = $true)][bool]$AppOnly, [Parameter(Mandatory = $true)][string]$Right)
    Set-StrictMode -Version 2
    $app = Get-HybridAppPrincipal -Issuer $Issuer -Site $Site
    $found = Get-HybridSite -Site $Site
    try { Set-SPAppPrincipalPermission -AppPrincipal $app -Site $found.RootWeb -Scope SiteSubscription -Right $Right -EnableAppOnlyPolicy:$AppOnly -Confirm:$false -ErrorAction Stop }
    finally { $found.Dispose() }
}

# The cmdlet turns the policy without a person on, and has no way to turn it off and keep the right.
function Set-HybridAppPermission {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Issuer, [Parameter(Mandatory = $true)][string]$Site, [bool]$AppOnly, [string]$Right)
    Set-StrictMode -Version 2
    if ($PSBoundParameters.ContainsKey('AppOnly') -and -not $AppOnly) { throw "The policy without a signed-in person is not turned off here, because Remove-SPAppPrincipalPermission takes the right as well. Decide by hand what $Issuer may do. Nothing was written." }
    $now = Get-HybridAppPermission -Issuer $Issuer -Site $Site
    if (-not $PSBoundParameters.ContainsKey('Right')) { $Right = $now.Right }
    New-HybridAppPermission -Issuer $Issuer -Site $Site -Right $Right -AppOnly ([bool]$AppOnly)
}

function Remove-HybridAppPermission {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$Issuer, [Parameter(Mandatory = $true)][string]$Site)
    Set-StrictMode -Version 2
    $app = Get-HybridAppPrincipal -Issuer $Issuer -Site $Site
    $found = Get-HybridSite -Site $Site
    try { Remove-SPAppPrincipalPermission -AppPrincipal $app -Site $found.RootWeb -Scope SiteSubscription -DisableAppOnlyPolicy -Confirm:$false -ErrorAction Stop }
    finally { $found.Dispose() }
}
