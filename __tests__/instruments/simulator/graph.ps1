# Handlers of the simulated Microsoft Graph PowerShell: the sign-in and the principals of a tenant.
# Documented: key bytes come back only for one object that is asked for by its id, with the property named; a list that is
# sent replaces the list that is there. Assumed: error texts, and that a key which is sent back under its id without bytes
# stays as it is.
$SimWrites = @('Update-MgServicePrincipal')
$SimTypes = @{}
$SimKnown = @{
    'Connect-MgGraph' = 'Scopes', 'TenantId', 'Environment', 'NoWelcome', 'ClientId', 'CertificateThumbprint', 'Identity'
    'Get-MgContext' = @()
    'Get-MgServicePrincipal' = 'Filter', 'Property', 'ServicePrincipalId', 'All'
    'Update-MgServicePrincipal' = 'ServicePrincipalId', 'KeyCredentials', 'ServicePrincipalNames'
}

function Get-SimGraph($State) {
    if (-not $State.graph) { throw 'Simulator: the state has no graph' }
    $State.graph
}
function Get-SimThumbprint([byte[]]$Bytes) { (New-Object Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList @(, $Bytes)).GetCertHash() }
function ConvertTo-SimMoment($Value) { if ($null -eq $Value) { return $null }; ([DateTime]$Value).ToUniversalTime() }
function ConvertTo-SimKey($Graph, $Key, [bool]$Bytes) {
    $shown = $null
    if ($Bytes -and -not $Graph.withholdsKeyBytes) { $shown = [Convert]::FromBase64String($Key.Key) }
    [pscustomobject]@{
        CustomKeyIdentifier = [Convert]::FromBase64String($Key.CustomKeyIdentifier); DisplayName = $Key.DisplayName
        EndDateTime = (ConvertTo-SimMoment $Key.EndDateTime); Key = $shown; KeyId = $Key.KeyId
        StartDateTime = (ConvertTo-SimMoment $Key.StartDateTime); Type = $Key.Type; Usage = $Key.Usage
    }
}
# A property that was not asked for is there and empty, as the SDK shows it.
function ConvertTo-SimPrincipal($Graph, $O, $Property, [bool]$Single) {
    $answer = [pscustomobject]@{ Id = $null; AppId = $null; DisplayName = $null; AccountEnabled = $null; KeyCredentials = @(); ServicePrincipalNames = @() }
    foreach ($name in @($Property)) {
        if ($name -eq 'KeyCredentials') { $answer.KeyCredentials = @(foreach ($key in @($O.KeyCredentials)) { if ($key) { ConvertTo-SimKey $Graph $key $Single } }) }
        elseif ($name -eq 'ServicePrincipalNames') { $answer.ServicePrincipalNames = @($O.ServicePrincipalNames) }
        else { $answer.$name = $O.$name }
    }
    $answer
}

function sim:Connect-MgGraph($P, $State) { 'Welcome to Microsoft Graph!' }
function sim:Get-MgContext($P, $State) { (Get-SimGraph $State).context }
function sim:Get-MgServicePrincipal($P, $State) {
    $graph = Get-SimGraph $State
    $property = @('Id', 'AppId', 'DisplayName', 'AccountEnabled', 'ServicePrincipalNames', 'KeyCredentials')
    if ($P.ContainsKey('Property')) { $property = @($P['Property']) }
    if ($P.ContainsKey('ServicePrincipalId')) {
        $found = @($graph.principals | Where-Object { $_.Id -eq $P['ServicePrincipalId'] })
        if ($found.Length -eq 0) { Stop-Sim 'Request_ResourceNotFound' "Resource '$($P['ServicePrincipalId'])' does not exist." }
        return ConvertTo-SimPrincipal $graph $found[0] $property $P.ContainsKey('Property')
    }
    $wanted = $null
    if ($P.ContainsKey('Filter')) {
        if ($P['Filter'] -notmatch "^appId eq '([^']+)'$") { Stop-Sim 'Request_UnsupportedQuery' "Invalid filter clause: $($P['Filter'])" }
        $wanted = $Matches[1]
    }
    foreach ($o in @($graph.principals)) { if ($null -eq $wanted -or (Test-SimSame $o.AppId $wanted)) { ConvertTo-SimPrincipal $graph $o $property $false } }
}
function Get-SimNewKey($Given) {
    $bytes = [byte[]]$Given.Key
    if ($null -eq $bytes) { Stop-Sim 'Request_BadRequest' 'A new key credential needs its value.' }
    if ($Given.Type -ne 'AsymmetricX509Cert' -or $Given.Usage -ne 'Verify') { Stop-Sim 'Request_BadRequest' 'The value for the property "usage" in one of your credentials is invalid.' }
    $end = ConvertTo-SimMoment $Given.EndDateTime
    if ($end -le [DateTime]::UtcNow) { Stop-Sim 'Request_BadRequest' 'Key credential end date is invalid.' }
    [pscustomobject]@{
        KeyId = [Guid]::NewGuid().ToString(); CustomKeyIdentifier = [Convert]::ToBase64String((Get-SimThumbprint $bytes)); DisplayName = [string]$Given.DisplayName
        StartDateTime = (ConvertTo-SimMoment $Given.StartDateTime).ToString('yyyy-MM-ddTHH:mm:ssZ'); EndDateTime = $end.ToString('yyyy-MM-ddTHH:mm:ssZ')
        Type = $Given.Type; Usage = $Given.Usage; Key = [Convert]::ToBase64String($bytes)
    }
}
function sim:Update-MgServicePrincipal($P, $State) {
    $graph = Get-SimGraph $State
    $found = @($graph.principals | Where-Object { $_.Id -eq $P['ServicePrincipalId'] })
    if ($found.Length -eq 0) { Stop-Sim 'Request_ResourceNotFound' "Resource '$($P['ServicePrincipalId'])' does not exist." }
    if ($P.ContainsKey('KeyCredentials')) {
        $keys = @(foreach ($given in @($P['KeyCredentials'])) {
                if ($null -eq $given) { continue }
                if (-not $given.KeyId) { Get-SimNewKey $given; continue }
                $known = @($found[0].KeyCredentials | Where-Object { $_.KeyId -eq $given.KeyId })
                if ($known.Length -eq 0) { Stop-Sim 'Request_BadRequest' "No credentials found to be updated with KeyId '$($given.KeyId)'." }
                if ($null -ne $given.Key -and [Convert]::ToBase64String([byte[]]$given.Key) -ne $known[0].Key) { Stop-Sim 'Request_BadRequest' "Update to existing credential with KeyId '$($given.KeyId)' is not allowed." }
                $known[0]
            })
        $found[0].KeyCredentials = $keys
    }
    if ($P.ContainsKey('ServicePrincipalNames')) {
        $names = @($P['ServicePrincipalNames'])
        if ($names -notcontains $found[0].AppId) { Stop-Sim 'Request_BadRequest' 'The application id must stay among the names.' }
        $found[0].ServicePrincipalNames = $names
    }
    Save-SimState $State
}
