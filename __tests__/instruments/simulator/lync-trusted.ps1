# Servers outside the topology that are accepted as its own. Assumed: how a pool names its registrar and its site, and that the id
# of an application comes back in lower case, behind urn:application:.
$SimWrites += 'New-CsTrustedApplicationPool', 'Set-CsTrustedApplicationPool', 'Remove-CsTrustedApplicationPool', 'New-CsTrustedApplication', 'Set-CsTrustedApplication', 'Remove-CsTrustedApplication'
$SimKnown['Get-CsTrustedApplicationPool'] = 'Identity'
$SimKnown['New-CsTrustedApplicationPool'] = 'Identity', 'Registrar', 'RequiresReplication', 'Site'
$SimKnown['Set-CsTrustedApplicationPool'] = 'Identity', 'Registrar', 'RequiresReplication'
$SimKnown['Remove-CsTrustedApplicationPool'] = 'Identity'
$SimKnown['Get-CsTrustedApplication'] = 'Identity'
$SimKnown['New-CsTrustedApplication'] = 'Identity', 'Port'
$SimKnown['Set-CsTrustedApplication'] = 'Identity', 'Port'
$SimKnown['Remove-CsTrustedApplication'] = 'Identity'

function Get-SimTrusted($State, [string]$List) { @($State.$List | Where-Object { $null -ne $_ }) }
function Save-SimTrusted($State, [string]$List, $Items) {
    $State | Add-Member -MemberType NoteProperty -Name $List -Value @($Items) -Force
    $State.topology.pending = $true
    Save-SimLync $State
}
function Get-SimTrustedOne($State, [string]$List, [string]$Identity) {
    $o = Find-SimObject (Get-SimTrusted $State $List) $Identity
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find `"$Identity`"." }
    $o
}
function Get-SimPoolIdentity([string]$Identity) { 'TrustedApplicationPool:' + ($Identity -replace '^TrustedApplicationPool:', '') }

function sim:Get-CsTrustedApplicationPool($P, $State) {
    if ($P.ContainsKey('Identity')) { Get-SimTrustedOne $State 'trustedApplicationPools' (Get-SimPoolIdentity $P['Identity']) }
    else { Get-SimTrusted $State 'trustedApplicationPools' }
}
function sim:New-CsTrustedApplicationPool($P, $State) {
    $identity = Get-SimPoolIdentity $P['Identity']
    $pools = Get-SimTrusted $State 'trustedApplicationPools'
    if (Find-SimObject $pools $identity) { Stop-Sim 'AlreadyExists' "`"$identity`" already exists." }
    if (-not (Find-SimObject $State.sites "Site:$($P['Site'])")) { Stop-Sim 'ObjectNotFound' "Cannot find the site `"$($P['Site'])`"." }
    $pool = [pscustomobject]@{ Identity = $identity; PoolFqdn = $P['Identity']; SiteId = "Site:$($P['Site'])"; Registrar = "Registrar:$($P['Registrar'])"; RequiresReplication = $true; OutboundOnly = $false }
    if ($P.ContainsKey('RequiresReplication')) { $pool.RequiresReplication = $P['RequiresReplication'] }
    Save-SimTrusted $State 'trustedApplicationPools' (@($pools) + $pool)
}
function sim:Set-CsTrustedApplicationPool($P, $State) {
    $pool = Get-SimTrustedOne $State 'trustedApplicationPools' (Get-SimPoolIdentity $P['Identity'])
    if ($P['Registrar']) { $pool.Registrar = 'Registrar:' + ($P['Registrar'] -replace '^Registrar:', '') }
    if ($P.ContainsKey('RequiresReplication')) { $pool.RequiresReplication = $P['RequiresReplication'] }
    Save-SimTrusted $State 'trustedApplicationPools' (Get-SimTrusted $State 'trustedApplicationPools')
}
function sim:Remove-CsTrustedApplicationPool($P, $State) {
    $gone = Get-SimTrustedOne $State 'trustedApplicationPools' (Get-SimPoolIdentity $P['Identity'])
    $State | Add-Member -MemberType NoteProperty -Name trustedApplications -Value @(Get-SimTrusted $State 'trustedApplications' | Where-Object { $_.Identity -notlike "$($gone.PoolFqdn)/*" }) -Force
    Save-SimTrusted $State 'trustedApplicationPools' @(Get-SimTrusted $State 'trustedApplicationPools' | Where-Object { $_.Identity -ne $gone.Identity })
}
function sim:Get-CsTrustedApplication($P, $State) {
    if ($P.ContainsKey('Identity')) { Get-SimTrustedOne $State 'trustedApplications' $P['Identity'] } else { Get-SimTrusted $State 'trustedApplications' }
}
function sim:New-CsTrustedApplication($P, $State) {
    $pool, $id = [string]$P['Identity'] -split '/', 2
    $null = Get-SimTrustedOne $State 'trustedApplicationPools' "TrustedApplicationPool:$pool"
    $identity = "$pool/urn:application:" + ($id -replace '^urn:application:', '').ToLowerInvariant()
    $all = Get-SimTrusted $State 'trustedApplications'
    if (Find-SimObject $all $identity) { Stop-Sim 'AlreadyExists' "`"$identity`" already exists." }
    Save-SimTrusted $State 'trustedApplications' (@($all) + [pscustomobject]@{ Identity = $identity; Port = $P['Port']; Enabled = $true })
}
function sim:Set-CsTrustedApplication($P, $State) {
    (Get-SimTrustedOne $State 'trustedApplications' $P['Identity']).Port = $P['Port']
    Save-SimTrusted $State 'trustedApplications' (Get-SimTrusted $State 'trustedApplications')
}
function sim:Remove-CsTrustedApplication($P, $State) {
    $gone = Get-SimTrustedOne $State 'trustedApplications' $P['Identity']
    Save-SimTrusted $State 'trustedApplications' @(Get-SimTrusted $State 'trustedApplications' | Where-Object { $_.Identity -ne $gone.Identity })
}
