# The same for what joins the servers with Exchange, SharePoint and each other.
# ---------- certificates ----------
# What comes back has no Identity. Assumed: the private key must lie in the computer store, else nothing is assigned.
function sim:Get-CsCertificate($P, $State) {
    foreach ($o in @($State.certificates)) { if (-not $P['Type'] -or @($P['Type']) -contains $o.Use) { [pscustomobject]@{ Use = $o.Use; Thumbprint = $o.Thumbprint } } }
}
function Remove-SimCertificate($P, $State) { $State.certificates = @($State.certificates | Where-Object { @($P['Type']) -notcontains $_.Use }) }
function sim:Set-CsCertificate($P, $State) {
    if (@($State.computerStore) -notcontains $P['Thumbprint']) { Stop-Sim 'NoCertificate' "No certificate with a private key and the thumbprint `"$($P['Thumbprint'])`" in the computer store." }
    Remove-SimCertificate $P $State
    foreach ($use in @($P['Type'])) { $State.certificates = @($State.certificates) + ([pscustomobject]@{ Use = [string]$use; Thumbprint = [string]$P['Thumbprint'] }) }
    Save-SimLync $State
}
function sim:Remove-CsCertificate($P, $State) { Remove-SimCertificate $P $State; Save-SimLync $State }

# ---------- trust between servers ----------
# Assumed: the property is there and empty until a token server is named, and an empty name is taken as none.
function Add-SimClientServer($O) { if ($SimVersion -like 'sfb*' -and -not $O.PSObject.Properties['ClientAuthorizationOAuthServerIdentity']) { $O | Add-Member NoteProperty ClientAuthorizationOAuthServerIdentity $null } }
function sim:Get-CsOAuthConfiguration($P, $State) { Test-SimGlobal $P; Add-SimClientServer $State.oAuthConfiguration; $State.oAuthConfiguration }
function sim:Set-CsOAuthConfiguration($P, $State) {
    Test-SimGlobal $P
    $server = $P['ClientAuthorizationOAuthServerIdentity']
    if ($server -and -not (Find-SimObject $State.oAuthServers $server)) { Stop-Sim 'ObjectNotFound' "Cannot find the OAuth server `"$server`"." }
    Set-SimProperties $State.oAuthConfiguration $P 'Identity'
    Save-SimLync $State
}
function sim:Get-CsOAuthServer($P, $State) { Get-SimList $State.oAuthServers $P 'OAuth server' }
function sim:New-CsOAuthServer($P, $State) {
    if (Find-SimObject $State.oAuthServers $P['Identity']) { Stop-Sim 'AlreadyExists' "The OAuth server `"$($P['Identity'])`" already exists." }
    $o = [pscustomobject]@{ Identity = $P['Identity']; Name = $P['Identity']; MetadataUrl = $null; Realm = $null }
    if ($SimVersion -like 'sfb*') { $o | Add-Member NoteProperty AcceptSecurityIdentifierInformation $false; $o | Add-Member NoteProperty Type $null }
    Set-SimProperties $o $P 'Identity'
    $State.oAuthServers = @($State.oAuthServers) + $o
    Save-SimLync $State
    $o
}
function sim:Set-CsOAuthServer($P, $State) { Set-SimTrust $P $State 'oAuthServers' 'OAuth server' @('Identity') }
function sim:Remove-CsOAuthServer($P, $State) { $State.oAuthServers = Remove-SimObject $State.oAuthServers $P['Identity'] 'OAuth server'; Save-SimLync $State }
function Set-SimTrust($P, $State, [string]$List, [string]$What, [string[]]$Except) {
    $o = Find-SimObject $State.$List $P['Identity']
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find the $What `"$($P['Identity'])`"." }
    Set-SimProperties $o $P $Except
    Save-SimLync $State
}
# "MetadataUrl" and "UseOAuthServer" are ours. Assumed: Get- shows neither, only an AuthToken.
$SimHidden = 'MetadataUrl', 'UseOAuthServer'
function sim:Get-CsPartnerApplication($P, $State) {
    foreach ($o in @(Get-SimList $State.partnerApplications $P 'partner application')) {
        if ($null -eq $o) { continue }
        $shown = New-Object psobject
        foreach ($property in $o.PSObject.Properties) { if ($SimHidden -notcontains $property.Name) { $shown | Add-Member NoteProperty $property.Name $property.Value } }
        $shown
    }
}
function sim:New-CsPartnerApplication($P, $State) {
    if (Find-SimObject $State.partnerApplications $P['Identity']) { Stop-Sim 'AlreadyExists' "The partner application `"$($P['Identity'])`" already exists." }
    $o = [pscustomobject]@{ Identity = $P['Identity']; Name = $P['Identity']; AuthToken = 'the metadata document'; ApplicationIdentifier = '00000002-0000-0ff1-ce00-000000000000'; Realm = $null; ApplicationTrustLevel = 'Full'; AcceptSecurityIdentifierInformation = $false; Enabled = $true }
    if ($P['UseOAuthServer']) { $o.AuthToken = 'UseOAuthServer' }
    Set-SimProperties $o $P 'Identity'
    $State.partnerApplications = @($State.partnerApplications) + $o
    Save-SimLync $State
}
function sim:Set-CsPartnerApplication($P, $State) { Set-SimTrust $P $State 'partnerApplications' 'partner application' @('Identity') }
function sim:Remove-CsPartnerApplication($P, $State) { $State.partnerApplications = Remove-SimObject $State.partnerApplications $P['Identity'] 'partner application'; Save-SimLync $State }

# ---------- hosted voicemail ----------
# A bare name is a policy for people. That Get- returns the scope with the name, and that New- takes it, is assumed.
function Get-SimPolicyName($Identity) {
    if ($Identity -like 'site:*') { return 'Site:' + $Identity.Substring(5) }
    if ($Identity -like 'tag:*') { return 'Tag:' + $Identity.Substring(4) }
    if (Test-SimSame $Identity 'Global') { return 'Global' }
    "Tag:$Identity"
}
function Find-SimVoicemailPolicy($State, $Identity) {
    $name = 'Global'; if ($Identity) { $name = Get-SimPolicyName $Identity }
    $o = Find-SimObject $State.hostedVoicemailPolicies $name
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find the hosted voice mail policy `"$name`"." }
    $o
}
function Set-SimVoicemailValues($O, $P) {
    if ($P['Destination'] -and $P['Destination'] -notmatch '^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$') { Stop-Sim 'InvalidDestination' "`"$($P['Destination'])`" is no name of a server." }
    Set-SimProperties $O $P 'Identity'
}
function sim:Get-CsHostedVoicemailPolicy($P, $State) { if ($P.ContainsKey('Identity')) { Find-SimVoicemailPolicy $State $P['Identity'] } else { $State.hostedVoicemailPolicies } }
function sim:New-CsHostedVoicemailPolicy($P, $State) {
    $name = Get-SimPolicyName $P['Identity']
    if (Find-SimObject $State.hostedVoicemailPolicies $name) { Stop-Sim 'AlreadyExists' "The hosted voice mail policy `"$name`" already exists." }
    if ($name -like 'Site:*' -and -not (Find-SimObject $State.sites $name)) { Stop-Sim 'ObjectNotFound' "Cannot find the site of `"$name`"." }
    $o = [pscustomobject]@{ Identity = $name; Description = $null; Destination = $null; Organization = $null }
    Set-SimVoicemailValues $o $P
    $State.hostedVoicemailPolicies = @($State.hostedVoicemailPolicies) + $o
    Save-SimLync $State
    $o
}
function sim:Set-CsHostedVoicemailPolicy($P, $State) {
    Set-SimVoicemailValues (Find-SimVoicemailPolicy $State $P['Identity']) $P
    Save-SimLync $State
}
function sim:Remove-CsHostedVoicemailPolicy($P, $State) {
    $o = Find-SimVoicemailPolicy $State $P['Identity']
    if ($o.Identity -eq 'Global') { Stop-Sim 'GlobalPolicy' 'The global hosted voice mail policy cannot be removed.' }
    $State.hostedVoicemailPolicies = Remove-SimObject $State.hostedVoicemailPolicies $o.Identity 'hosted voice mail policy'
    Save-SimLync $State
}
# ---------- contact store, archiving, client policy ----------
# New- under the bare name makes a policy of single people, which comes back as Tag:<name> (assumed, as with other policies).
function Set-SimGlobalOrOwn($P, $State, [string]$List, [string]$What) {
    $name = 'Global'; if ($P['Identity']) { $name = $P['Identity'] }
    $o = Find-SimObject $State.$List $name
    if (-not $o) { $o = Find-SimObject $State.$List "Tag:$name" }
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find the $What `"$name`"." }
    Set-SimProperties $o $P 'Identity'
    Save-SimLync $State
}
function sim:Get-CsUserServicesPolicy($P, $State) { Get-SimList $State.userServicesPolicies $P 'user services policy' }
function sim:New-CsUserServicesPolicy($P, $State) {
    $name = "Tag:$($P['Identity'] -replace '^Tag:', '')"
    if (Find-SimObject $State.userServicesPolicies $name) { Stop-Sim 'AlreadyExists' "The user services policy `"$name`" already exists." }
    $o = [pscustomobject]@{ Identity = $name; UcsAllowed = $true }
    if ($SimVersion -like 'sfb*') { $o | Add-Member NoteProperty EnableAwaySinceIndication $false; $o | Add-Member NoteProperty MigrationDelayInDays 0 }
    Set-SimProperties $o $P 'Identity'
    $State.userServicesPolicies = @($State.userServicesPolicies) + $o
    Save-SimLync $State
    $o
}
function sim:Set-CsUserServicesPolicy($P, $State) { Set-SimGlobalOrOwn $P $State 'userServicesPolicies' 'user services policy' }
function sim:Remove-CsUserServicesPolicy($P, $State) {
    $name = $P['Identity']; if (-not (Find-SimObject $State.userServicesPolicies $name)) { $name = "Tag:$name" }
    $State.userServicesPolicies = Remove-SimObject $State.userServicesPolicies $name 'user services policy'
    Save-SimLync $State
}
function sim:Get-CsArchivingConfiguration($P, $State) { Get-SimList $State.archivingConfigurations $P 'archiving configuration' }
function sim:Set-CsArchivingConfiguration($P, $State) { Set-SimGlobalOrOwn $P $State 'archivingConfigurations' 'archiving configuration' }
function sim:Get-CsArchivingPolicy($P, $State) { Get-SimList $State.archivingPolicies $P 'archiving policy' }
function sim:Set-CsArchivingPolicy($P, $State) { Set-SimGlobalOrOwn $P $State 'archivingPolicies' 'archiving policy' }
function sim:Get-CsClientPolicy($P, $State) { Get-SimList $State.clientPolicies $P 'client policy' }
function sim:Set-CsClientPolicy($P, $State) { Set-SimGlobalOrOwn $P $State 'clientPolicies' 'client policy' }
# ---------- people ----------
# A person who is not found throws, as Get-CsUser does. Hosted voicemail needs Enterprise Voice and a policy that says where to.
function Find-SimPerson($P, $State) { sim:Get-CsUser @{ Identity = $P['Identity'] } $State }
function Get-SimVoicemailTarget($Person, $State) {
    $name = 'Global'; if ($Person.HostedVoicemailPolicy) { $name = "Tag:$($Person.HostedVoicemailPolicy)" }
    (Find-SimObject $State.hostedVoicemailPolicies $name).Destination
}
function sim:Set-CsUser($P, $State) {
    $person = Find-SimPerson $P $State
    if ($P['HostedVoiceMail']) {
        if (-not $person.EnterpriseVoiceEnabled) { Stop-Sim 'NoEnterpriseVoice' "Cannot enable hosted voice mail: `"$($P['Identity'])`" is not enabled for Enterprise Voice." }
        if (-not (Get-SimVoicemailTarget $person $State)) { Stop-Sim 'NoVoicemailPolicy' "Cannot enable hosted voice mail: no hosted voice mail policy applies to `"$($P['Identity'])`"." }
    }
    Set-SimProperties $person $P 'Identity'
    Save-SimLync $State
}
# Assumed: Get-CsUser shows the bare name of the policy. A function receives $null as an empty text: both take the policy away.
function Set-SimPersonPolicy($P, $State, [string]$Property, [string]$List) {
    $person = Find-SimPerson $P $State
    $name = $P['PolicyName']
    if ($name -and -not (Find-SimObject $State.$List "Tag:$($name -replace '^Tag:', '')")) { Stop-Sim 'ObjectNotFound' "Policy `"$name`" is not a user policy." }
    if ($name) { $person.$Property = [string]($name -replace '^Tag:', '') } else { $person.$Property = $null }
    Save-SimLync $State
}
function sim:Grant-CsHostedVoicemailPolicy($P, $State) { Set-SimPersonPolicy $P $State 'HostedVoicemailPolicy' 'hostedVoicemailPolicies' }
function sim:Grant-CsUserServicesPolicy($P, $State) { Set-SimPersonPolicy $P $State 'UserServicesPolicy' 'userServicesPolicies' }
