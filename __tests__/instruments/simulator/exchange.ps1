# Handlers of the simulated Exchange Management Shell. It is a remote session: what comes back went through the serializer, so
# it has no methods, its types are called Deserialized.*, and a property of several values is an ArrayList of texts.
$SimWrites = 'New-SettingOverride', 'Set-SettingOverride', 'Remove-SettingOverride', 'Set-AuthServer', 'Set-OrganizationConfig'
$SimTypes = @{}
$SimKnown = @{
    'Get-ExchangeServer' = 'Identity'
    'Get-SettingOverride' = 'Identity'
    'New-SettingOverride' = 'Name', 'Component', 'Section', 'Parameters', 'Reason', 'Server', 'MinVersion', 'MaxVersion'
    'Set-SettingOverride' = 'Identity', 'Parameters', 'Reason', 'Server', 'MinVersion', 'MaxVersion'
    'Remove-SettingOverride' = 'Identity'
    'Get-AuthServer' = 'Identity'
    'Set-AuthServer' = 'Identity', 'ApplicationIdentifier', 'DomainName'
    'Get-OrganizationConfig' = @()
    'Set-OrganizationConfig' = 'OAuth2ClientProfileEnabled'
    'Get-ExchangeDiagnosticInfo' = 'Server', 'Process', 'Component', 'Argument'
}

# To the client and back, as remoting does it.
function ConvertTo-SimRemote([string]$Type, $O) {
    $O.PSObject.TypeNames.Insert(0, "Microsoft.Exchange.Data.Directory.$Type")
    [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($O, 2))
}
function Get-SimExchange($State) {
    if (-not $State.exchange) { throw 'Simulator: the state has no exchange' }
    $State.exchange
}
function ConvertTo-SimTexts($Value) {
    $list = New-Object Collections.ArrayList
    foreach ($text in @($Value)) { if ($null -ne $text) { [void]$list.Add([string]$text) } }
    , $list
}
# Name, distinguished name and GUID would do; the simulator knows the name.
function Find-SimOverride($Exchange, $Identity) { foreach ($o in @($Exchange.overrides)) { if ($null -ne $o -and (Test-SimSame $o.Name $Identity)) { return $o } } }
function Get-SimOverride($Exchange, $Identity) {
    $o = Find-SimOverride $Exchange $Identity
    if (-not $o) { Stop-Sim 'ManagementObjectNotFoundException' "The operation couldn't be performed because object '$Identity' couldn't be found." }
    $o
}
function Test-SimParameters($Parameters) {
    foreach ($text in @($Parameters)) { if ($text -isnot [string] -or $text -notmatch '^[^=]+=.') { Stop-Sim 'SettingOverrideParameters' "`"$text`" is not of the form name=value." } }
}
# A name of its own, as the page says, or a pattern of such names; a full domain name is none.
function Test-SimServers($Exchange, $Servers) {
    foreach ($name in @($Servers)) {
        $known = @($Exchange.servers | Where-Object { $_.Name -like $name })
        if ($known.Length -eq 0) { Stop-Sim 'SettingOverrideServer' "No Exchange server is named `"$name`"." }
    }
}

function sim:Get-ExchangeServer($P, $State) {
    foreach ($o in (Get-SimExchange $State).servers) {
        if ($P['Identity'] -and -not (Test-SimSame $o.Name $P['Identity']) -and -not (Test-SimSame $o.Fqdn $P['Identity'])) { continue }
        ConvertTo-SimRemote 'Management.ExchangeServer' ([pscustomobject]@{ Name = $o.Name; Fqdn = $o.Fqdn; Identity = $o.Name })
    }
}
# Which properties come back is on the page: Name, Reason, ComponentName, SectionName, Parameters, Server. The rest is assumed.
function sim:Get-SettingOverride($P, $State) {
    $exchange = Get-SimExchange $State
    $found = @($exchange.overrides)
    if ($P.ContainsKey('Identity')) { $found = @(Get-SimOverride $exchange $P['Identity']) }
    foreach ($o in $found) {
        if ($null -eq $o) { continue }
        $answer = [pscustomobject]@{
            ComponentName = $o.ComponentName; SectionName = $o.SectionName; Reason = $o.Reason; MinVersion = $o.MinVersion; MaxVersion = $o.MaxVersion
            Parameters = (ConvertTo-SimTexts $o.Parameters); Server = (ConvertTo-SimTexts $o.Server); Name = $o.Name
            DistinguishedName = "CN=$($o.Name),CN=Setting Overrides,CN=Global Settings,CN=Contoso,CN=Microsoft Exchange"
        }
        ConvertTo-SimRemote 'SystemConfiguration.SettingOverride' $answer
    }
}
function sim:New-SettingOverride($P, $State) {
    $exchange = Get-SimExchange $State
    if (Find-SimOverride $exchange $P['Name']) { Stop-Sim 'ADObjectAlreadyExistsException' "Active Directory operation failed. The object 'CN=$($P['Name'])' already exists." }
    Test-SimParameters $P['Parameters']
    if ($P.ContainsKey('Server')) { Test-SimServers $exchange $P['Server'] }
    $exchange.overrides = @($exchange.overrides) + ([pscustomobject]@{
            Name = $P['Name']; ComponentName = $P['Component']; SectionName = $P['Section']; Parameters = @($P['Parameters']); Reason = $P['Reason']
            Server = @($P['Server'] | Where-Object { $null -ne $_ }); MinVersion = $P['MinVersion']; MaxVersion = $P['MaxVersion']
        })
    Save-SimState $State
}
function sim:Set-SettingOverride($P, $State) {
    $exchange = Get-SimExchange $State
    $o = Get-SimOverride $exchange $P['Identity']
    if ($P.ContainsKey('Parameters')) { Test-SimParameters $P['Parameters'] }
    if ($P.ContainsKey('Server')) { Test-SimServers $exchange $P['Server'] }
    foreach ($key in $P.Keys) {
        if ($key -eq 'Identity') { continue }
        if (@('Parameters', 'Server') -contains $key) { $o.$key = @($P[$key] | Where-Object { $null -ne $_ }) } else { $o.$key = $P[$key] }
    }
    Save-SimState $State
}
function sim:Remove-SettingOverride($P, $State) {
    $exchange = Get-SimExchange $State
    $gone = Get-SimOverride $exchange $P['Identity']
    $exchange.overrides = @($exchange.overrides | Where-Object { -not [object]::ReferenceEquals($_, $gone) })
    Save-SimState $State
}
function sim:Get-AuthServer($P, $State) {
    foreach ($o in @((Get-SimExchange $State).authServers)) {
        if ($null -eq $o -or ($P['Identity'] -and -not (Test-SimSame $o.Name $P['Identity']))) { continue }
        $answer = [pscustomobject]@{
            ApplicationIdentifier = $o.ApplicationIdentifier; DomainName = (ConvertTo-SimTexts $o.DomainName); Enabled = $true; Name = $o.Name; Type = 'AzureAD'
        }
        ConvertTo-SimRemote 'SystemConfiguration.AuthServer' $answer
    }
}
function sim:Set-AuthServer($P, $State) {
    $o = @((Get-SimExchange $State).authServers | Where-Object { Test-SimSame $_.Name $P['Identity'] })
    if ($o.Length -ne 1) { Stop-Sim 'ManagementObjectNotFoundException' "The operation couldn't be performed because object '$($P['Identity'])' couldn't be found." }
    if ($P.ContainsKey('ApplicationIdentifier')) { $o[0].ApplicationIdentifier = $P['ApplicationIdentifier'] }
    if ($P.ContainsKey('DomainName')) { $o[0].DomainName = @($P['DomainName'] | Where-Object { $null -ne $_ }) }
    Save-SimState $State
}
# It writes no setting, so it is no write of the log; the server counts that it was told.
function sim:Get-ExchangeDiagnosticInfo($P, $State) {
    $exchange = Get-SimExchange $State
    $server = @($exchange.servers | Where-Object { Test-SimSame $_.Name $P['Server'] })
    if ($server.Length -ne 1) { Stop-Sim 'ServerNotFound' "The Exchange server `"$($P['Server'])`" wasn't found." }
    if ((Test-SimSame $P['Component'] 'VariantConfiguration') -and (Test-SimSame $P['Argument'] 'Refresh')) {
        $server[0].refreshed = 1 + $server[0].refreshed
        [IO.File]::WriteAllText($env:LYNC_SIM_STATE, (ConvertTo-Json -InputObject $State -Depth 12))
    }
    '<Diagnostics><ProcessInfo /></Diagnostics>'
}
# One object, named after the organization (assumed; the page shows no answer).
function sim:Get-OrganizationConfig($P, $State) {
    $o = (Get-SimExchange $State).organization
    ConvertTo-SimRemote 'Management.OrganizationConfig' ([pscustomobject]@{ Name = $o.Name; Identity = $o.Name; OAuth2ClientProfileEnabled = $o.OAuth2ClientProfileEnabled })
}
function sim:Set-OrganizationConfig($P, $State) {
    $o = (Get-SimExchange $State).organization
    if ($P.ContainsKey('OAuth2ClientProfileEnabled')) { $o.OAuth2ClientProfileEnabled = [bool]$P['OAuth2ClientProfileEnabled'] }
    Save-SimState $State
}
