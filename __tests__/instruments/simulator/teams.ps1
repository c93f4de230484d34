# Handlers of the simulated MicrosoftTeams module.
$SimWrites = 'Set-CsTenantFederationConfiguration', 'Set-CsExternalAccessPolicy', 'Grant-CsTeamsUpgradePolicy', 'Enable-CsOnlineSipDomain', 'Disable-CsOnlineSipDomain'
# the pages call AllowedDomains a Boolean; it takes the object of New-CsEdgeAllowAllKnownDomains or New-CsEdgeAllowList
$SimTypes = @{ AllowedDomains = '[object]'; AllowedDomain = '[object]' }
$SimKnown = @{
    'Get-CsTenantFederationConfiguration' = 'Identity', 'Tenant'
    'Set-CsTenantFederationConfiguration' = 'Identity', 'Tenant', 'AllowFederatedUsers', 'AllowedDomains', 'AllowedDomainsAsAList', 'BlockedDomains', 'AllowTeamsConsumer', 'AllowTeamsConsumerInbound',
        'TreatDiscoveredPartnersAsUnverified', 'SharedSipAddressSpace', 'RestrictTeamsConsumerToExternalUserProfiles', 'ExternalAccessWithTrialTenants'
    'New-CsEdgeAllowAllKnownDomains' = @()
    'New-CsEdgeAllowList' = @('AllowedDomain')
    'New-CsEdgeDomainPattern' = @('Domain')
    'Get-CsExternalAccessPolicy' = 'Identity'
    'Set-CsExternalAccessPolicy' = 'Identity', 'Description', 'EnableFederationAccess', 'EnableOutsideAccess'
    'Get-CsTenant' = 'Identity', 'ResultSize'
    'Grant-CsTeamsUpgradePolicy' = 'PolicyName', 'Global'
    'Enable-CsOnlineSipDomain' = @('Domain')
    'Disable-CsOnlineSipDomain' = @('Domain')
    'Get-CsOnlineSipDomain' = 'Domain', 'DomainStatus'
    'Get-CsOnlineUser' = 'Identity', 'ResultSize'
    'Connect-MicrosoftTeams' = 'TenantId', 'Credential', 'AccountId', 'TeamsEnvironmentName', 'UseDeviceAuthentication', 'CertificateThumbprint', 'Certificate', 'ApplicationId', 'AccessTokens'
}
$SimTypeRoot = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.'
function New-SimTyped([string]$Type, [string]$Text, $Properties) {
    $o = New-Object psobject -Property $Properties
    $o.PSObject.TypeNames.Insert(0, "$SimTypeRoot$Type")
    $o | Add-Member ScriptMethod ToString ([scriptblock]::Create("'" + $Text.Replace("'", "''") + "'")) -Force
    $o
}
function New-SimPattern([string]$Domain) { New-SimTyped 'DomainPattern' "Domain=$Domain" @{ Domain = $Domain } }
function New-SimAllowAll { New-SimTyped 'AllowAllKnownDomains' 'AllowAllKnownDomains' @{} }
function New-SimAllowList($Patterns) {
    $list = New-Object Collections.ArrayList; foreach ($x in @($Patterns)) { if ($null -ne $x) { [void]$list.Add($x) } }
    New-SimTyped 'AllowList' (@($list | ForEach-Object { [string]$_ }) -join ',') @{ AllowedDomain = $list.ToArray() }
}
function Test-SimType($O, [string]$Type) { $null -ne $O -and @($O.PSObject.TypeNames) -contains "$SimTypeRoot$Type" }

# How domains come back is set by state.tenant.form: objects (AllowAllKnownDomains, AllowList with Domain objects),
# domains (a plain list of Domain objects), texts ("Domain=a.com"), names ("a.com").
function ConvertTo-SimDomains([string]$Form, $Domains, [bool]$AllowList) {
    $list = New-Object Collections.ArrayList
    foreach ($d in @($Domains)) {
        if ($null -eq $d) { continue }
        $x = $d; if ($Form -eq 'texts') { $x = "Domain=$d" } elseif ($Form -ne 'names') { $x = New-SimPattern $d }
        [void]$list.Add($x)
    }
    if ($AllowList -and $Form -eq 'objects') { return New-SimAllowList $list }
    if ($AllowList -and $list.Count -eq 0) { return $null }
    , $list.ToArray()
}
function Test-SimGlobal($P) { if ($P.ContainsKey('Identity') -and $P['Identity'] -and -not (Test-SimSame $P['Identity'] 'Global')) { Stop-Sim 'ObjectNotFound' "There is no `"$($P['Identity'])`", only Global." } }
function sim:Get-CsTenantFederationConfiguration($P, $State) {
    Test-SimGlobal $P
    $form = $State.tenant.form
    $o = New-Object psobject
    foreach ($property in $State.tenant.federation.PSObject.Properties) {
        $value = $property.Value
        if ($property.Name -eq 'AllowedDomains') {
            if ($value.model -eq 'Open') { $value = New-SimAllowAll; if ($form -ne 'objects') { $value = 'AllowAllKnownDomains' } }
            else { $value = ConvertTo-SimDomains $form $value.entries $true }
        }
        elseif ($property.Name -eq 'BlockedDomains') { $value = ConvertTo-SimDomains $form $value $false }
        $o | Add-Member NoteProperty $property.Name $value
    }
    $o
}

# Lists as the binder of the product takes them: a List<> or what the Edge cmdlets make, never a bare text.
function ConvertFrom-SimList($Value, [string]$Parameter, [bool]$OnlyText) {
    $type = if ($null -ne $Value) { $Value.GetType() }
    $isList = $type -and $type.IsGenericType -and $type.GetGenericTypeDefinition() -eq [Collections.Generic.List`1]
    if (-not $isList) {
        if (-not $OnlyText -and (Test-SimType $Value 'DomainPattern')) { $Value = @($Value) }
        elseif (-not $OnlyText -and $Value -is [array] -and -not @($Value | Where-Object { -not (Test-SimType $_ 'DomainPattern') }).Length) { }
        else { throw "Cannot bind parameter '$Parameter'. Cannot convert the value of type `"$type`" to type `"System.Collections.Generic.List``1[System.String]`"." }
    }
    $list = New-Object Collections.ArrayList
    foreach ($x in $Value) {
        if ($x -is [string]) { if ($x -match '^Domain=') { throw "Cannot bind parameter '$Parameter': `"$x`" is not a domain name." }; [void]$list.Add($x) }
        elseif (-not $OnlyText -and $x.Domain) { [void]$list.Add([string]$x.Domain) }
        else { throw "Cannot bind parameter '$Parameter': an element of type `"$($x.GetType())`" is not a domain." }
    }
    , $list.ToArray()
}
function Update-SimList($Current, $Value, [string]$Parameter, [bool]$OnlyText) {
    if ($Value -isnot [Collections.IDictionary]) { return , (ConvertFrom-SimList $Value $Parameter $OnlyText) }
    $now = New-Object Collections.ArrayList; foreach ($x in @($Current)) { if ($null -ne $x) { [void]$now.Add($x) } }
    foreach ($key in @($Value.Keys)) { if ('Add', 'Remove', 'Replace' -notcontains $key) { throw "Cannot bind parameter '$Parameter': the table may hold Add, Remove or Replace, not `"$key`"." } }
    foreach ($key in 'Replace', 'Remove', 'Add') {
        if (-not $Value.Contains($key)) { continue }
        $items = ConvertFrom-SimList $Value[$key] $Parameter $OnlyText
        if ($key -eq 'Replace') { $now.Clear() }
        foreach ($x in $items) {
            $same = @($now | Where-Object { Test-SimSame $_ $x })
            if ($key -eq 'Remove') { foreach ($s in $same) { $now.Remove($s) } } elseif (-not $same.Length) { [void]$now.Add($x) }
        }
    }
    , $now.ToArray()
}
function sim:Set-CsTenantFederationConfiguration($P, $State) {
    Test-SimGlobal $P
    $f = $State.tenant.federation
    if ($P.ContainsKey('AllowedDomains') -and $P.ContainsKey('AllowedDomainsAsAList')) { Stop-Sim 'BothLists' 'AllowedDomains and AllowedDomainsAsAList cannot be given together.' }
    if ($P.ContainsKey('AllowedDomains')) {
        $v = $P['AllowedDomains']
        if (Test-SimType $v 'AllowAllKnownDomains') { $f.AllowedDomains = [pscustomobject]@{ model = 'Open'; entries = @() } }
        elseif (Test-SimType $v 'AllowList') { $f.AllowedDomains = [pscustomobject]@{ model = 'Closed'; entries = @($v.AllowedDomain | ForEach-Object { [string]$_.Domain }) } }
        else { $type = if ($null -ne $v) { $v.GetType() } else { 'null' }; throw "Cannot bind parameter 'AllowedDomains'. Cannot convert the value of type `"$type`" to type `"$($SimTypeRoot)IAllowedDomainsChoice`"." }
    }
    if ($P.ContainsKey('AllowedDomainsAsAList')) {
        $v = $P['AllowedDomainsAsAList']
        # UNVERIFIED what the service does here; scripts should not depend on it
        if ($v -is [Collections.IDictionary] -and -not $v.Contains('Replace') -and $f.AllowedDomains.model -eq 'Open') { Stop-Sim 'OpenModel' 'Domains cannot be added or removed: AllowedDomains is AllowAllKnownDomains.' }
        $entries = Update-SimList $f.AllowedDomains.entries $v 'AllowedDomainsAsAList' $true
        $f.AllowedDomains = [pscustomobject]@{ model = 'Closed'; entries = $entries }
    }
    if ($P.ContainsKey('BlockedDomains')) {
        $v = $P['BlockedDomains']
        if ($null -eq $v) { $f.BlockedDomains = @() } else { $f.BlockedDomains = Update-SimList $f.BlockedDomains $v 'BlockedDomains' $false }
    }
    Set-SimProperties $f $P 'Identity', 'Tenant', 'AllowedDomains', 'AllowedDomainsAsAList', 'BlockedDomains'
    Save-SimState $State
}
function sim:New-CsEdgeAllowAllKnownDomains($P, $State) { New-SimAllowAll }
function sim:New-CsEdgeDomainPattern($P, $State) { New-SimPattern $P['Domain'] }
function sim:New-CsEdgeAllowList($P, $State) {
    $patterns = foreach ($x in @($P['AllowedDomain'])) { if ($null -eq $x) { continue }; if (Test-SimType $x 'DomainPattern') { $x } elseif ($x -is [string]) { New-SimPattern ($x -replace '^Domain=', '') } else { throw "Cannot bind parameter 'AllowedDomain'." } }
    New-SimAllowList $patterns
}

# ---------- external access ----------
function sim:Get-CsExternalAccessPolicy($P, $State) { Get-SimList $State.tenant.externalAccessPolicies $P 'external access policy' }
function sim:Set-CsExternalAccessPolicy($P, $State) {
    $name = 'Global'; if ($P['Identity']) { $name = $P['Identity'] }
    $o = Find-SimObject $State.tenant.externalAccessPolicies $name
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find the external access policy `"$name`"." }
    Set-SimProperties $o $P 'Identity'
    Save-SimState $State
}

# ---------- the tenant ----------
function sim:Get-CsTenant($P, $State) { $State.tenant.info }
function sim:Get-CsOnlineSipDomain($P, $State) {
    foreach ($o in @($State.tenant.sipDomains)) {
        if ($P['Domain'] -and -not (Test-SimSame $o.Name $P['Domain'])) { continue }
        if ($P['DomainStatus'] -and $P['DomainStatus'] -ne 'All' -and $P['DomainStatus'] -ne $o.Status) { continue }
        $o
    }
}
function sim:Grant-CsTeamsUpgradePolicy($P, $State) {
    if (-not $P['Global']) { Stop-Sim 'NotSimulated' 'Simulator: only -Global is simulated; without it the page says that the cmdlet asks.' }
    # the built-in instances of the page; the others carry their mode in their name
    $policy = [string]$P['PolicyName']
    $mode = if ($policy -eq 'UpgradeToTeams') { 'TeamsOnly' } else { $policy -replace 'WithNotify$', '' }
    if ('Islands', 'SfBOnly', 'SfBWithTeamsCollab', 'SfBWithTeamsCollabAndMeetings', 'TeamsOnly' -cnotcontains $mode -or $policy -eq 'TeamsOnly') { Stop-Sim 'PolicyNotFound' "Policy `"$policy`" is not a user policy." }
    # documented: refused while lyncdiscover points on-premises; state.tenant.lyncdiscover says where, on-premises unless it says cloud
    if ($mode -eq 'TeamsOnly' -and $State.tenant.lyncdiscover -ne 'cloud') { Stop-Sim 'OnPremises' 'TeamsOnly cannot be granted to the tenant: a DNS record of it still points to a deployment on-premises.' }
    $State.tenant.info | Add-Member NoteProperty TeamsUpgradeEffectiveMode $mode -Force
    Save-SimState $State
}
function Set-SimOnlineSipDomain($P, $State, [string]$Status) {
    foreach ($o in @($State.tenant.sipDomains)) { if (Test-SimSame $o.Name $P['Domain']) { $o.Status = $Status; Save-SimState $State; return } }
    Stop-Sim 'ObjectNotFound' "The domain `"$($P['Domain'])`" is not a domain of this tenant."
}
function sim:Enable-CsOnlineSipDomain($P, $State) { Set-SimOnlineSipDomain $P $State 'Enabled' }
function sim:Disable-CsOnlineSipDomain($P, $State) { Set-SimOnlineSipDomain $P $State 'Disabled' }
function sim:Get-CsOnlineUser($P, $State) {
    if (-not $P.ContainsKey('Identity')) { return $State.tenant.users }
    foreach ($o in @($State.tenant.users)) { foreach ($name in 'Identity', 'SipAddress', 'UserPrincipalName') { if ((Test-SimSame $o.$name $P['Identity']) -or (Test-SimSame $o.$name "sip:$($P['Identity'])")) { return $o } } }
    Stop-Sim 'ObjectNotFound' "Management object not found for identity `"$($P['Identity'])`"."
}
function sim:Connect-MicrosoftTeams($P, $State) { [pscustomobject]@{ Account = $P['AccountId']; Environment = 'AzureCloud'; Tenant = $State.tenant.info.TenantId; TenantId = $State.tenant.info.TenantId } }
