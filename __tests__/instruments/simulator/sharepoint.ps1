# Handlers of the simulated SharePoint Management Shell. It works on a server of the farm, so what comes back are live objects
# with methods. Texts of errors are assumptions.
$SimWrites = 'New-SPTrustedSecurityTokenIssuer', 'Set-SPTrustedSecurityTokenIssuer', 'Remove-SPTrustedSecurityTokenIssuer', 'Set-SPAppPrincipalPermission', 'Remove-SPAppPrincipalPermission'
$SimTypes = @{}
$SimKnown = @{
    'Get-SPFarm' = @()
    'Get-SPSite' = @('Identity')
    'Get-SPSecurityTokenServiceConfig' = @()
    'Get-SPTrustedSecurityTokenIssuer' = @('Identity')
    'New-SPTrustedSecurityTokenIssuer' = 'Name', 'MetadataEndPoint'
    'Set-SPTrustedSecurityTokenIssuer' = 'Identity', 'MetadataEndPoint'
    'Remove-SPTrustedSecurityTokenIssuer' = @('Identity')
    'Get-SPAppPrincipal' = 'Site', 'NameIdentifier'
    'Set-SPAppPrincipalPermission' = 'AppPrincipal', 'Site', 'Scope', 'Right', 'EnableAppOnlyPolicy'
    'Remove-SPAppPrincipalPermission' = 'AppPrincipal', 'Site', 'Scope', 'DisableAppOnlyPolicy'
}

# A type of its own: New-Object takes the members from what is only a PSObject.
class SimWeb {
    [string]$Url
    [hashtable]$SimRights
}

# The object model that no cmdlet covers, for one web. It reads what the web carries with it.
[NoRunspaceAffinity()]
class SimPermissionsManager {
    [object]$Web
    SimPermissionsManager([object]$web) { $this.Web = $web }
    [string] GetAppPrincipalSiteSubscriptionContentPermission([object]$app) { return [string]$this.Web.SimRights[[string]$app.NameIdentifier].Right }
    [bool] IsAppOnlyPolicyAllowed([object]$app) { return [bool]$this.Web.SimRights[[string]$app.NameIdentifier].AppOnly }
}
$accelerators = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
if (-not $accelerators::Get.ContainsKey('Microsoft.SharePoint.SPAppPrincipalPermissionsManager')) {
    $accelerators::Add('Microsoft.SharePoint.SPAppPrincipalPermissionsManager', [SimPermissionsManager])
}

function Get-SimFarm($State) {
    if (-not $State.sharePoint) { throw 'Simulator: the state has no sharePoint' }
    $State.sharePoint
}
# What an application may do, by the name of the application.
function Get-SimRights($Farm) {
    $rights = @{}
    foreach ($issuer in @($Farm.issuers)) { if ($null -ne $issuer) { $rights[[string]$issuer.NameId] = @{ Right = $issuer.Right; AppOnly = [bool]$issuer.AppOnly } } }
    $rights
}
function Find-SimIssuer($Farm, $Identity) {
    foreach ($issuer in @($Farm.issuers)) { if ($null -ne $issuer -and (Test-SimSame $issuer.Name $Identity)) { return $issuer } }
    Stop-Sim 'IssuerNotFound' "Cannot find an SPTrustedSecurityTokenService object with the name `"$Identity`"."
}
function Find-SimApp($Farm, $NameId) {
    foreach ($issuer in @($Farm.issuers)) { if ($null -ne $issuer -and (Test-SimSame $issuer.NameId $NameId)) { return $issuer } }
    Stop-Sim 'AppNotFound' 'The app principal could not be found.'
}

function sim:Get-SPFarm($P, $State) { [pscustomobject]@{ Name = 'SharePoint_Config' } }
function sim:Get-SPSite($P, $State) {
    $farm = Get-SimFarm $State
    if (@($farm.sites) -notcontains $P['Identity']) { Stop-Sim 'SiteNotFound' "Cannot find an SPSite object with Id or Url: $($P['Identity'])." }
    $web = [SimWeb]@{ Url = $P['Identity']; SimRights = (Get-SimRights $farm) }
    [pscustomobject]@{ Url = $P['Identity']; RootWeb = $web } | Add-Member -MemberType ScriptMethod -Name Dispose -Value { } -PassThru
}
function sim:Get-SPSecurityTokenServiceConfig($P, $State) {
    $service = (Get-SimFarm $State).tokenService.PSObject.Copy()
    $service | Add-Member -MemberType ScriptMethod -Name Update -PassThru -Value {
        $name = 'SPSecurityTokenServiceManager.Update'
        $fault = Get-SimFault $name $true
        $values = @{}
        foreach ($key in 'HybridStsSelectionEnabled', 'AllowMetadataOverHttp', 'AllowOAuthOverHttp') { $values[$key] = $this.$key }
        Write-SimLog $name $true $values $fault
        if ($fault -and $fault.fault -eq 'error') { throw "Simulated fault in $name." }
        $state = Get-SimState $false
        foreach ($key in $values.Keys) { $state.sharePoint.tokenService.$key = $values[$key] }
        Save-SimState $state
    }
}
function sim:Get-SPTrustedSecurityTokenIssuer($P, $State) {
    $farm = Get-SimFarm $State
    $found = @($farm.issuers)
    if ($P['Identity']) { $found = @(Find-SimIssuer $farm $P['Identity']) }
    foreach ($o in $found) {
        if ($null -eq $o) { continue }
        $at = $null; if ($o.MetadataEndPoint) { $at = [Uri]$o.MetadataEndPoint }
        [pscustomobject]@{ Name = $o.Name; NameId = $o.NameId; RegisteredIssuerName = $o.NameId; MetadataEndPoint = $at; IsSelfIssuer = $true; Description = $null }
    }
}
function sim:New-SPTrustedSecurityTokenIssuer($P, $State) {
    $farm = Get-SimFarm $State
    foreach ($o in @($farm.issuers)) { if ($null -ne $o -and (Test-SimSame $o.Name $P['Name'])) { Stop-Sim 'IssuerExists' "An object of the type SPTrustedSecurityTokenService named `"$($P['Name'])`" already exists." } }
    $farm.issuers = @($farm.issuers) + ([pscustomobject]@{ Name = $P['Name']; MetadataEndPoint = [string]$P['MetadataEndPoint']; NameId = '00000002-0000-0ff1-ce00-000000000000@contoso'; Right = 'None'; AppOnly = $false })
    Save-SimState $State
}
function sim:Set-SPTrustedSecurityTokenIssuer($P, $State) {
    (Find-SimIssuer (Get-SimFarm $State) $P['Identity']).MetadataEndPoint = [string]$P['MetadataEndPoint']
    Save-SimState $State
}
function sim:Remove-SPTrustedSecurityTokenIssuer($P, $State) {
    $farm = Get-SimFarm $State
    $gone = Find-SimIssuer $farm $P['Identity']
    $farm.issuers = @($farm.issuers | Where-Object { -not [object]::ReferenceEquals($_, $gone) })
    Save-SimState $State
}
function sim:Get-SPAppPrincipal($P, $State) {
    $issuer = Find-SimApp (Get-SimFarm $State) $P['NameIdentifier']
    [pscustomobject]@{ NameIdentifier = $issuer.NameId; DisplayName = $issuer.Name }
}
function sim:Set-SPAppPrincipalPermission($P, $State) {
    $issuer = Find-SimApp (Get-SimFarm $State) $P['AppPrincipal'].NameIdentifier
    $issuer.Right = [string]$P['Right']
    if ($P['EnableAppOnlyPolicy']) { $issuer.AppOnly = $true }
    Save-SimState $State
}
function sim:Remove-SPAppPrincipalPermission($P, $State) {
    $issuer = Find-SimApp (Get-SimFarm $State) $P['AppPrincipal'].NameIdentifier
    $issuer.Right = 'None'
    if ($P['DisableAppOnlyPolicy']) { $issuer.AppOnly = $false }
    Save-SimState $State
}
