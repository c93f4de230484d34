# Handlers of the simulated Lync Server module: sim:<command> takes the bound parameters and the state.
$SimWrites = 'New-CsHostingProvider', 'Set-CsHostingProvider', 'Remove-CsHostingProvider', 'New-CsAllowedDomain', 'Set-CsAllowedDomain', 'Remove-CsAllowedDomain',
    'New-CsBlockedDomain', 'Set-CsBlockedDomain', 'Remove-CsBlockedDomain', 'New-CsSipDomain', 'Set-CsSipDomain', 'Remove-CsSipDomain',
    'New-CsHostedVoicemailPolicy', 'Set-CsHostedVoicemailPolicy', 'Remove-CsHostedVoicemailPolicy',
    'Set-CsCertificate', 'Remove-CsCertificate', 'Set-CsOAuthConfiguration', 'New-CsOAuthServer', 'Set-CsOAuthServer', 'Remove-CsOAuthServer',
    'New-CsPartnerApplication', 'Set-CsPartnerApplication', 'Remove-CsPartnerApplication',
    'New-CsUserServicesPolicy', 'Set-CsUserServicesPolicy', 'Remove-CsUserServicesPolicy', 'Set-CsArchivingConfiguration', 'Set-CsArchivingPolicy', 'Set-CsClientPolicy',
    'Set-CsUser', 'Grant-CsHostedVoicemailPolicy', 'Grant-CsUserServicesPolicy',
    'Set-CsAccessEdgeConfiguration', 'Set-CsExternalAccessPolicy', 'Set-CsSite', 'Enable-CsTopology', 'Invoke-CsManagementStoreReplication'
$SimTypes = @{}
$SimKnown = @{
    'Get-CsHostingProvider' = 'Identity'
    'New-CsHostingProvider' = 'Identity', 'ProxyFqdn', 'Enabled', 'EnabledSharedAddressSpace', 'HostsOCSUsers', 'IsLocal', 'VerificationLevel', 'AutodiscoverUrl', 'SipClientPort'
    'Set-CsHostingProvider' = 'Identity', 'Enabled', 'EnabledSharedAddressSpace', 'HostsOCSUsers', 'IsLocal', 'VerificationLevel', 'AutodiscoverUrl', 'SipClientPort'
    'Remove-CsHostingProvider' = 'Identity'
    'Get-CsAllowedDomain' = 'Identity'
    'New-CsAllowedDomain' = 'Identity', 'Domain', 'Comment', 'MarkForMonitoring', 'ProxyFqdn', 'VerificationLevel'
    'Set-CsAllowedDomain' = 'Identity', 'Comment', 'MarkForMonitoring', 'ProxyFqdn', 'VerificationLevel'
    'Remove-CsAllowedDomain' = 'Identity'
    'Get-CsBlockedDomain' = 'Identity'
    'New-CsBlockedDomain' = 'Identity', 'Domain', 'Comment'
    'Set-CsBlockedDomain' = 'Identity', 'Comment'
    'Remove-CsBlockedDomain' = 'Identity'
    'Get-CsSipDomain' = 'Identity'
    'New-CsSipDomain' = 'Identity', 'IsDefault'
    'Set-CsSipDomain' = 'Identity', 'IsDefault'
    'Remove-CsSipDomain' = 'Identity'
    'Get-CsAccessEdgeConfiguration' = 'Identity'
    'Set-CsAccessEdgeConfiguration' = 'Identity', 'AllowAnonymousUsers', 'AllowFederatedUsers', 'AllowOutsideUsers', 'BeClearingHouse', 'CertificatesDeletedPercentage', 'DefaultRouteFqdn',
        'DiscoveredPartnerReportPeriodMinutes', 'DiscoveredPartnerStandardRate', 'DiscoveredPartnerVerificationLevel', 'DnsSrvCacheRecordCount', 'EnableArchivingDisclaimer',
        'EnableDiscoveredPartnerContactsLimit', 'EnablePartnerDiscovery', 'EnableUserReplicator', 'IsPublicProvider', 'KeepCrlsUpToDateForPeers', 'MarkSourceVerifiableOnOutgoingMessages',
        'MaxAcceptedCertificatesStored', 'MaxContactsPerDiscoveredPartner', 'MaxRejectedCertificatesStored', 'OutgoingTlsCountForFederatedPartners', 'SkypeSearchUrl', 'UseDefaultRouting',
        'UseDnsSrvRouting', 'VerificationLevel'
    'Get-CsExternalAccessPolicy' = 'Identity'
    'Set-CsExternalAccessPolicy' = 'Identity', 'Description', 'EnableFederationAccess', 'EnableOutsideAccess'
    'Get-CsHostedVoicemailPolicy' = 'Identity'
    'New-CsHostedVoicemailPolicy' = 'Identity', 'Description', 'Destination', 'Organization'
    'Set-CsHostedVoicemailPolicy' = 'Identity', 'Description', 'Destination', 'Organization'
    'Remove-CsHostedVoicemailPolicy' = 'Identity'
    'Get-CsUserServicesPolicy' = 'Identity'
    'New-CsUserServicesPolicy' = 'Identity', 'UcsAllowed', 'EnableAwaySinceIndication', 'MigrationDelayInDays'
    'Set-CsUserServicesPolicy' = 'Identity', 'UcsAllowed', 'EnableAwaySinceIndication', 'MigrationDelayInDays'
    'Remove-CsUserServicesPolicy' = 'Identity'
    'Get-CsArchivingConfiguration' = 'Identity'
    'Set-CsArchivingConfiguration' = 'Identity', 'EnableArchiving', 'EnableExchangeArchiving'
    'Get-CsArchivingPolicy' = 'Identity'
    'Set-CsArchivingPolicy' = 'Identity', 'ArchiveExternal', 'ArchiveInternal', 'Description'
    'Get-CsClientPolicy' = 'Identity'
    'Set-CsClientPolicy' = 'Identity', 'SPSearchCenterExternalURL', 'SPSearchCenterInternalURL', 'SPSearchExternalURL', 'SPSearchInternalURL'
    'Set-CsUser' = 'Identity', 'HostedVoiceMail', 'EnterpriseVoiceEnabled', 'ExchangeArchivingPolicy'
    'Grant-CsHostedVoicemailPolicy' = 'Identity', 'PolicyName'
    'Grant-CsUserServicesPolicy' = 'Identity', 'PolicyName'
    'Get-CsSite' = 'Identity'
    'Set-CsSite' = 'Identity', 'FederationRoute'
    'Get-CsCertificate' = 'Identity', 'Type'
    'Set-CsCertificate' = 'Identity', 'Type', 'Thumbprint'
    'Remove-CsCertificate' = 'Identity', 'Type'
    'Get-CsOAuthConfiguration' = 'Identity'
    'Set-CsOAuthConfiguration' = 'Identity', 'Realm', 'ServiceName', 'ExchangeAutodiscoverAllowedDomains', 'ExchangeAutodiscoverUrl', 'ClientAuthorizationOAuthServerIdentity'
    'Get-CsOAuthServer' = 'Identity'
    'New-CsOAuthServer' = 'Identity', 'MetadataUrl', 'Realm', 'AcceptSecurityIdentifierInformation', 'Type'
    'Set-CsOAuthServer' = 'Identity', 'MetadataUrl', 'AcceptSecurityIdentifierInformation', 'Type'
    'Remove-CsOAuthServer' = 'Identity'
    'Get-CsPartnerApplication' = 'Identity'
    'New-CsPartnerApplication' = 'Identity', 'ApplicationIdentifier', 'ApplicationTrustLevel', 'UseOAuthServer', 'MetadataUrl', 'Enabled', 'Realm', 'AcceptSecurityIdentifierInformation'
    'Set-CsPartnerApplication' = 'Identity', 'ApplicationTrustLevel', 'UseOAuthServer', 'MetadataUrl', 'Enabled', 'AcceptSecurityIdentifierInformation'
    'Remove-CsPartnerApplication' = 'Identity'
    'Enable-CsTopology' = @()
    'Get-CsManagementStoreReplicationStatus' = 'ReplicaFqdn'
    'Invoke-CsManagementStoreReplication' = 'ReplicaFqdn'
    'Get-CsService' = 'Identity', 'PoolFqdn', 'ApplicationServer', 'ArchivingServer', 'CentralManagement', 'ConferencingServer', 'Director', 'EdgeServer', 'FileStore', 'MediationServer', 'Registrar', 'UserServer', 'WebServer'
    'Get-CsPool' = 'Identity', 'Site'
    'Get-CsUser' = 'Identity', 'ResultSize'
}
# Every change of the configuration has to be replicated.
function Save-SimLync($State) {
    $State.replication.pending = $State.replication.readsAfterWrite
    Save-SimState $State
}
function Remove-SimObject($List, $Identity, [string]$What) {
    if (-not (Find-SimObject $List $Identity)) { Stop-Sim 'ObjectNotFound' "Cannot find $What `"$Identity`"." }
    , @($List | Where-Object { -not (Test-SimSame $_.Identity $Identity) })
}

# ---------- hosting providers ----------
function sim:Get-CsHostingProvider($P, $State) { Get-SimList $State.hostingProviders $P 'Hosting Provider' }
function sim:New-CsHostingProvider($P, $State) {
    if (Find-SimObject $State.hostingProviders $P['Identity']) { Stop-Sim 'AlreadyExists' "Hosting Provider `"$($P['Identity'])`" already exists." }
    foreach ($o in $State.hostingProviders) { if (Test-SimSame $o.ProxyFqdn $P['ProxyFqdn']) { Stop-Sim 'DuplicateProxyFqdn' "ProxyFqdn `"$($P['ProxyFqdn'])`" already exists: it is used by the Hosting Provider `"$($o.Identity)`"." } }
    $o = [pscustomobject]@{ Identity = $P['Identity']; Name = $P['Identity']; ProxyFqdn = $P['ProxyFqdn']; Enabled = $P['Enabled']; EnabledSharedAddressSpace = $P['EnabledSharedAddressSpace']; HostsOCSUsers = $P['HostsOCSUsers']; IsLocal = $false; VerificationLevel = 'UseSourceVerification'; AutodiscoverUrl = $null }
    Set-SimProperties $o $P @()
    $State.hostingProviders = @($State.hostingProviders) + $o
    Save-SimLync $State
    $o
}
function sim:Set-CsHostingProvider($P, $State) {
    $o = Find-SimObject $State.hostingProviders $P['Identity']
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find Hosting Provider `"$($P['Identity'])`"." }
    Set-SimProperties $o $P 'Identity'
    Save-SimLync $State
}
function sim:Remove-CsHostingProvider($P, $State) { $State.hostingProviders = Remove-SimObject $State.hostingProviders $P['Identity'] 'Hosting Provider'; Save-SimLync $State }

# ---------- allowed and blocked domains ----------
function Add-SimDomain($P, $State, [string]$List, [string]$Other, [string]$What, $New) {
    $name = $P['Identity']; if (-not $name) { $name = $P['Domain'] }
    if (Find-SimObject $State.$List $name) { Stop-Sim 'AlreadyExists' "The $What `"$name`" already exists." }
    if (Find-SimObject $State.$Other $name) { Stop-Sim 'DomainInOtherList' "The domain `"$name`" cannot be both allowed and blocked: it is already in the other list." }
    $o = [pscustomobject]@{ Identity = $name; Domain = $name }
    foreach ($key in $New.Keys) { $o | Add-Member NoteProperty $key $New[$key] }
    Set-SimProperties $o $P 'Identity', 'Domain'
    $State.$List = @($State.$List) + $o
    Save-SimLync $State
    $o
}
function Set-SimDomain($P, $State, [string]$List, [string]$What) {
    $o = Find-SimObject $State.$List $P['Identity']
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find the $What `"$($P['Identity'])`"." }
    Set-SimProperties $o $P 'Identity'
    Save-SimLync $State
}
function Get-SimAllowedDefaults {
    $h = [ordered]@{ ProxyFqdn = $null; Comment = ''; MarkForMonitoring = $false }
    if ($SimVersion -like 'sfb*') { $h.VerificationLevel = 'UseSourceVerification' }     # Lync Server 2013 has none
    $h
}
function sim:Get-CsAllowedDomain($P, $State) { Get-SimList $State.allowedDomains $P 'allowed domain' }
function sim:New-CsAllowedDomain($P, $State) { Add-SimDomain $P $State 'allowedDomains' 'blockedDomains' 'allowed domain' (Get-SimAllowedDefaults) }
function sim:Set-CsAllowedDomain($P, $State) { Set-SimDomain $P $State 'allowedDomains' 'allowed domain' }
function sim:Remove-CsAllowedDomain($P, $State) { $State.allowedDomains = Remove-SimObject $State.allowedDomains $P['Identity'] 'allowed domain'; Save-SimLync $State }
function sim:Get-CsBlockedDomain($P, $State) { Get-SimList $State.blockedDomains $P 'blocked domain' }
function sim:New-CsBlockedDomain($P, $State) { Add-SimDomain $P $State 'blockedDomains' 'allowedDomains' 'blocked domain' @{ Comment = '' } }
function sim:Set-CsBlockedDomain($P, $State) { Set-SimDomain $P $State 'blockedDomains' 'blocked domain' }
function sim:Remove-CsBlockedDomain($P, $State) { $State.blockedDomains = Remove-SimObject $State.blockedDomains $P['Identity'] 'blocked domain'; Save-SimLync $State }

# ---------- SIP domains ----------
# "pending" is ours: until Enable-CsTopology ran. Get- does not show it.
function sim:Get-CsSipDomain($P, $State) {
    foreach ($o in @(Get-SimList $State.sipDomains $P 'SIP domain')) { [pscustomobject]@{ Identity = $o.Identity; Name = $o.Name; IsDefault = [bool]$o.IsDefault } }
}
function Set-SimDefaultDomain($State, $Identity) { foreach ($o in $State.sipDomains) { $o.IsDefault = Test-SimSame $o.Identity $Identity } }
function sim:New-CsSipDomain($P, $State) {
    if (Find-SimObject $State.sipDomains $P['Identity']) { Stop-Sim 'AlreadyExists' "The SIP domain `"$($P['Identity'])`" already exists." }
    $first = @($State.sipDomains).Length -eq 0
    $State.sipDomains = @($State.sipDomains) + ([pscustomobject]@{ Identity = $P['Identity']; Name = $P['Identity']; IsDefault = $first; pending = $true })
    if ($P['IsDefault']) { Set-SimDefaultDomain $State $P['Identity'] }
    $State.topology.pending = $true
    Save-SimLync $State
    [pscustomobject]@{ Identity = $P['Identity']; Name = $P['Identity']; IsDefault = [bool]($first -or $P['IsDefault']) }
}
function sim:Set-CsSipDomain($P, $State) {
    $o = Find-SimObject $State.sipDomains $P['Identity']
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find SIP domain `"$($P['Identity'])`"." }
    if ($P.ContainsKey('IsDefault')) {
        if ($P['IsDefault']) { Set-SimDefaultDomain $State $P['Identity'] }
        elseif ($o.IsDefault) { Stop-Sim 'DefaultSipDomain' "`"$($P['Identity'])`" is the default SIP domain: make another one the default instead." }
    }
    $State.topology.pending = $true
    Save-SimLync $State
}
function sim:Remove-CsSipDomain($P, $State) {
    $o = Find-SimObject $State.sipDomains $P['Identity']
    if ($o -and $o.IsDefault) { Stop-Sim 'DefaultSipDomain' "The default SIP domain `"$($P['Identity'])`" cannot be removed." }
    $State.sipDomains = Remove-SimObject $State.sipDomains $P['Identity'] 'SIP domain'
    $State.topology.pending = $true
    Save-SimLync $State
}
function sim:Enable-CsTopology($P, $State) {
    foreach ($o in $State.sipDomains) { if ($o.PSObject.Properties['pending']) { $o.PSObject.Properties.Remove('pending') } }
    $State.topology.pending = $false
    $State.topology.enabled = 1 + $State.topology.enabled
    Save-SimLync $State
}

# ---------- sites ----------
# The documents: the bare name, never Site:HQ. What comes back, and that no route is no value, is assumed.
function Find-SimSite($State, $Identity) {
    if ($Identity -like 'Site:*') { Stop-Sim 'SiteName' "`"$Identity`": do not use the format Site:<name>." }
    $o = Find-SimObject $State.sites "Site:$Identity"
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find site `"$Identity`"." }
    $o
}
function sim:Get-CsSite($P, $State) { if ($P.ContainsKey('Identity')) { Find-SimSite $State $P['Identity'] } else { $State.sites } }
function sim:Set-CsSite($P, $State) {
    $o = Find-SimSite $State $P['Identity']
    $edge = ([string]$P['FederationRoute']) -replace '^EdgeServer:', ''
    if ($P['FederationRoute'] -notlike 'EdgeServer:*' -or -not (Find-SimObject $State.pools $edge)) { Stop-Sim 'NoEdgeServer' "`"$($P['FederationRoute'])`" is no Edge Server of the topology." }
    Set-SimProperties $o $P 'Identity'
    $State.topology.pending = $true
    Save-SimLync $State
}

# ---------- Access Edge ----------
# Which properties come back depends on the routing: EnablePartnerDiscovery only with DNS SRV, DefaultRouteFqdn only without.
$SimDnsOnly = 'EnablePartnerDiscovery', 'BeClearingHouse', 'DiscoveredPartnerVerificationLevel'
$SimRouteOnly = 'DefaultRouteFqdn', 'IsPublicProvider', 'VerificationLevel'
function Test-SimGlobal($P) { if ($P.ContainsKey('Identity') -and $P['Identity'] -and -not (Test-SimSame $P['Identity'] 'Global')) { Stop-Sim 'ObjectNotFound' "There is no `"$($P['Identity'])`", only Global." } }
function sim:Get-CsAccessEdgeConfiguration($P, $State) {
    Test-SimGlobal $P
    $edge = $State.accessEdge
    $hidden = $SimDnsOnly; if ($edge.RoutingMethod -eq 'UseDnsSrvRouting') { $hidden = $SimRouteOnly }
    $o = New-Object psobject
    foreach ($property in $edge.PSObject.Properties) { if ($hidden -notcontains $property.Name) { $o | Add-Member NoteProperty $property.Name $property.Value } }
    $o
}
function sim:Set-CsAccessEdgeConfiguration($P, $State) {
    Test-SimGlobal $P
    $edge = $State.accessEdge
    if ($P['UseDnsSrvRouting']) { $edge | Add-Member NoteProperty RoutingMethod 'UseDnsSrvRouting' -Force; foreach ($name in 'EnablePartnerDiscovery', 'BeClearingHouse') { if (-not $edge.PSObject.Properties[$name]) { $edge | Add-Member NoteProperty $name $false } } }
    if ($P['UseDefaultRouting']) { $edge | Add-Member NoteProperty RoutingMethod 'UseDefaultRouting' -Force }
    Set-SimProperties $edge $P 'Identity', 'UseDnsSrvRouting', 'UseDefaultRouting'
    Save-SimLync $State
}

# ---------- external access ----------
function sim:Get-CsExternalAccessPolicy($P, $State) { Get-SimList $State.externalAccessPolicies $P 'external access policy' }
function sim:Set-CsExternalAccessPolicy($P, $State) {
    $name = 'Global'; if ($P['Identity']) { $name = $P['Identity'] }
    $o = Find-SimObject $State.externalAccessPolicies $name
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find the external access policy `"$name`"." }
    Set-SimProperties $o $P 'Identity'
    Save-SimLync $State
}

# ---------- replication, topology, people ----------
function sim:Get-CsManagementStoreReplicationStatus($P, $State) {
    $upToDate = $State.replication.pending -le 0
    foreach ($replica in $State.replication.replicas) {
        if ($P['ReplicaFqdn'] -and -not (Test-SimSame $P['ReplicaFqdn'] $replica)) { continue }
        [pscustomobject]@{ UpToDate = $upToDate; ReplicaFqdn = $replica; LastStatusReport = (New-Object DateTime 2026, 1, 2, 3, 4, 5); LastUpdateCreation = (New-Object DateTime 2026, 1, 2, 3, 4, 0); ProductVersion = '5.0.8308.0' }
    }
    if (-not $upToDate) { $State.replication.pending = $State.replication.pending - 1; [IO.File]::WriteAllText($env:LYNC_SIM_STATE, (ConvertTo-Json -InputObject $State -Depth 12)) }
}
function sim:Invoke-CsManagementStoreReplication($P, $State) { $State.replication.pending = 0; Save-SimState $State }
function sim:Get-CsService($P, $State) {
    $roles = @($P.Keys | Where-Object { $_ -ne 'Identity' -and $_ -ne 'PoolFqdn' })
    foreach ($o in @($State.services)) {
        if ($P.ContainsKey('Identity') -and -not (Test-SimSame $o.Identity $P['Identity'])) { continue }
        if ($P.ContainsKey('PoolFqdn') -and -not (Test-SimSame $o.PoolFqdn $P['PoolFqdn'])) { continue }
        if ($roles.Length -and $roles -notcontains $o.Role) { continue }
        $o
    }
}
function sim:Get-CsPool($P, $State) {
    foreach ($o in @(Get-SimList $State.pools $P 'pool')) { if (-not $P['Site'] -or (Test-SimSame $o.Site $P['Site'])) { $o } }
}
function sim:Get-CsUser($P, $State) {
    if (-not $P.ContainsKey('Identity')) { return $State.users }
    foreach ($o in @($State.users)) { foreach ($name in 'Identity', 'SipAddress', 'UserPrincipalName') { if ((Test-SimSame $o.$name $P['Identity']) -or (Test-SimSame $o.$name "sip:$($P['Identity'])")) { return $o } } }
    Stop-Sim 'ObjectNotFound' "Management object not found for identity `"$($P['Identity'])`"."
}
