# Unified Messaging, in exchange2013 and exchange2016 only. Assumed: a new dial plan makes the policy "<name> Default Policy", and no
# dial plan goes while a server or a mailbox policy has it.
$SimWrites += 'New-UMDialPlan', 'Set-UMDialPlan', 'Remove-UMDialPlan', 'Set-UMMailboxPolicy', 'Remove-UMMailboxPolicy', 'Set-UMService', 'Set-UMCallRouterSettings'
$SimKnown['Get-UMDialPlan'] = 'Identity'
$SimKnown['New-UMDialPlan'] = 'Name', 'AccessTelephoneNumbers', 'CountryOrRegionCode', 'NumberOfDigitsInExtension', 'URIType', 'VoIPSecurity'
$SimKnown['Set-UMDialPlan'] = 'Identity', 'AccessTelephoneNumbers', 'AllowedInCountryOrRegionGroups', 'ConfiguredInCountryOrRegionGroups', 'CountryOrRegionCode', 'VoIPSecurity'
$SimKnown['Remove-UMDialPlan'] = 'Identity'
$SimKnown['Get-UMMailboxPolicy'] = 'Identity'
$SimKnown['Set-UMMailboxPolicy'] = 'Identity', 'AllowedInCountryOrRegionGroups'
$SimKnown['Remove-UMMailboxPolicy'] = 'Identity'
$SimKnown['Get-UMService'] = 'Identity'
$SimKnown['Set-UMService'] = 'Identity', 'DialPlans', 'UMStartupMode'
$SimKnown['Get-UMCallRouterSettings'] = 'Server'
$SimKnown['Set-UMCallRouterSettings'] = 'Server', 'DialPlans', 'UMStartupMode'

function sim:Get-UMDialPlan($P, $State) { Get-SimShown $State 'umDialPlans' 'SystemConfiguration.UMDialPlan' $P }
function sim:New-UMDialPlan($P, $State) {
    $name = $P['Name']
    $plan = [pscustomobject]@{
        Name = $name; Identity = $name; URIType = 'TelExtn'; VoIPSecurity = 'Unsecured'; CountryOrRegionCode = $P['CountryOrRegionCode']; NumberOfDigitsInExtension = $P['NumberOfDigitsInExtension']
        AccessTelephoneNumbers = @(); AllowedInCountryOrRegionGroups = @(); ConfiguredInCountryOrRegionGroups = @()
    }
    foreach ($key in 'URIType', 'VoIPSecurity') { if ($P[$key]) { $plan.$key = $P[$key] } }
    if ($P['AccessTelephoneNumbers']) { $plan.AccessTelephoneNumbers = @($P['AccessTelephoneNumbers']) }
    Add-SimNamed $State 'umDialPlans' $plan
    Add-SimNamed $State 'umMailboxPolicies' ([pscustomobject]@{ Name = "$name Default Policy"; Identity = "$name Default Policy"; UMDialPlan = $name; AllowedInCountryOrRegionGroups = @() })
}
function sim:Set-UMDialPlan($P, $State) { Set-SimNamed $State 'umDialPlans' $P }
function sim:Remove-UMDialPlan($P, $State) {
    $plan = (Get-SimNamed $State 'umDialPlans' $P['Identity']).Name
    foreach ($list in 'umServices', 'umCallRouters') { foreach ($o in (Get-SimObjects $State $list)) { if (@($o.DialPlans) -contains $plan) { Stop-Sim 'DialPlanInUse' "The dial plan '$plan' is associated with the server '$($o.Name)'." } } }
    foreach ($o in (Get-SimObjects $State 'umMailboxPolicies')) { if ($o.UMDialPlan -eq $plan) { Stop-Sim 'DialPlanInUse' "The dial plan '$plan' is associated with the mailbox policy '$($o.Name)'." } }
    Remove-SimNamed $State 'umDialPlans' $plan
}
function sim:Get-UMMailboxPolicy($P, $State) { Get-SimShown $State 'umMailboxPolicies' 'SystemConfiguration.UMMailboxPolicy' $P }
function sim:Set-UMMailboxPolicy($P, $State) { Set-SimNamed $State 'umMailboxPolicies' $P }
function sim:Remove-UMMailboxPolicy($P, $State) { Remove-SimNamed $State 'umMailboxPolicies' $P['Identity'] }
function Test-SimDialPlans($P, $State) {
    foreach ($name in @($P['DialPlans'])) { if ($name) { $null = Get-SimNamed $State 'umDialPlans' $name } }
    if ($P['UMStartupMode'] -and @('TCP', 'TLS', 'Dual') -notcontains $P['UMStartupMode']) { Stop-Sim 'UMStartupMode' "No startup mode '$($P['UMStartupMode'])'." }
}
function sim:Get-UMService($P, $State) { Get-SimShown $State 'umServices' 'Management.UMServer' $P }
function sim:Set-UMService($P, $State) { Test-SimDialPlans $P $State; Set-SimNamed $State 'umServices' $P }
# The settings carry no name of the server that Set- would take.
function sim:Get-UMCallRouterSettings($P, $State) {
    $o = Get-SimNamed $State 'umCallRouters' $P['Server']
    ConvertTo-SimRemote 'SystemConfiguration.SIPFEServerConfiguration' ([pscustomobject]@{ Identity = "$($o.Name)\UMCallRouterSettings"; DialPlans = @($o.DialPlans); UMStartupMode = $o.UMStartupMode })
}
function sim:Set-UMCallRouterSettings($P, $State) { Test-SimDialPlans $P $State; Set-SimNamed $State 'umCallRouters' $P 'Server' }
