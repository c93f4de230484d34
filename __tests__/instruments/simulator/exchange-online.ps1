# Handlers of a simulated session with Exchange Online. What comes back was sent as text: it has no methods, and its types are
# called Deserialized.*. Texts of errors are assumptions.
$SimWrites = @('Set-OwaMailboxPolicy')
$SimTypes = @{}
$SimKnown = @{
    'Get-MailboxPlan' = @('Identity')
    'Get-AcceptedDomain' = @('Identity')
    'Get-OwaMailboxPolicy' = @('Identity')
    'Set-OwaMailboxPolicy' = 'Identity', 'InstantMessagingEnabled', 'InstantMessagingType'
}

function ConvertTo-SimRemote([string]$Type, $O) {
    $O.PSObject.TypeNames.Insert(0, "Microsoft.Exchange.Data.Directory.SystemConfiguration.$Type")
    [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($O, 2))
}
function Get-SimOnline($State) {
    if (-not $State.exchangeOnline) { throw 'Simulator: the state has no exchangeOnline' }
    $State.exchangeOnline
}
# Name, distinguished name and GUID would do; the simulator knows the name.
function Select-SimNamed($List, $Identity) {
    if (-not $Identity) { return $List }
    $found = @($List | Where-Object { Test-SimSame $_.Name $Identity })
    if ($found.Length -eq 0) { Stop-Sim 'ManagementObjectNotFoundException' "The operation couldn't be performed because object '$Identity' couldn't be found." }
    $found
}

function sim:Get-MailboxPlan($P, $State) { ConvertTo-SimRemote 'MailboxPlan' ([pscustomobject]@{ Name = 'ExchangeOnlineEnterprise' }) }
function sim:Get-AcceptedDomain($P, $State) {
    foreach ($name in (Get-SimOnline $State).acceptedDomains) {
        if ($P['Identity'] -and -not (Test-SimSame $name $P['Identity'])) { continue }
        ConvertTo-SimRemote 'AcceptedDomain' ([pscustomobject]@{ Name = $name; DomainName = $name; DomainType = 'Authoritative' })
    }
}
function sim:Get-OwaMailboxPolicy($P, $State) {
    foreach ($o in (Select-SimNamed (Get-SimOnline $State).owaMailboxPolicies $P['Identity'])) { if ($null -ne $o) { ConvertTo-SimRemote 'OwaMailboxPolicy' $o } }
}
function sim:Set-OwaMailboxPolicy($P, $State) {
    if ($P.ContainsKey('InstantMessagingType') -and @('None', 'Ocs') -notcontains $P['InstantMessagingType']) { Stop-Sim 'ParameterBinding' "Cannot convert value `"$($P['InstantMessagingType'])`" to InstantMessagingTypeOptions." }
    foreach ($o in (Select-SimNamed (Get-SimOnline $State).owaMailboxPolicies $P['Identity'])) { Set-SimProperties $o $P @('Identity') }
    Save-SimState $State
}
