# What the other files about the Exchange Management Shell share: lists of named objects in the state, each under its own name.
function Get-SimObjects($State, [string]$List) { @((Get-SimExchange $State).$List | Where-Object { $null -ne $_ }) }
function Save-SimObjects($State, [string]$List, $Items) {
    Get-SimExchange $State | Add-Member -MemberType NoteProperty -Name $List -Value @($Items) -Force
    Save-SimState $State
}
# By name, by identity, or by the last piece of a path.
function Find-SimNamed($Objects, $Identity) {
    foreach ($o in @($Objects)) {
        if ($null -eq $o) { continue }
        foreach ($name in $o.Name, $o.Identity, ([string]$o.Identity -split '/')[-1]) { if ($name -and (Test-SimSame $name $Identity)) { return $o } }
    }
}
function Get-SimNamed($State, [string]$List, $Identity) {
    $o = Find-SimNamed (Get-SimObjects $State $List) $Identity
    if (-not $o) { Stop-Sim 'ManagementObjectNotFoundException' "The operation couldn't be performed because object '$Identity' couldn't be found." }
    $o
}
function Get-SimShown($State, [string]$List, [string]$Type, $P) {
    $found = Get-SimObjects $State $List
    if ($P.ContainsKey('Identity')) { $found = @(Get-SimNamed $State $List $P['Identity']) }
    foreach ($o in $found) { ConvertTo-SimRemote $Type (ConvertFrom-Json -InputObject (ConvertTo-Json -InputObject $o -Depth 5)) }
}
function Add-SimNamed($State, [string]$List, $Object) {
    $all = Get-SimObjects $State $List
    if (Find-SimNamed $all $Object.Name) { Stop-Sim 'ADObjectAlreadyExistsException' "Active Directory operation failed. The object 'CN=$($Object.Name)' already exists." }
    Save-SimObjects $State $List (@($all) + $Object)
}
function Set-SimNamed($State, [string]$List, $P, [string]$Target = 'Identity') {
    $o = Get-SimNamed $State $List $P[$Target]
    foreach ($key in $P.Keys) { if ($key -ne $Target) { $o | Add-Member -MemberType NoteProperty -Name $key -Value (ConvertTo-SimPlain $P[$key]) -Force } }
    Save-SimObjects $State $List (Get-SimObjects $State $List)
}
function Remove-SimNamed($State, [string]$List, $Identity) {
    $gone = Get-SimNamed $State $List $Identity
    Save-SimObjects $State $List @(Get-SimObjects $State $List | Where-Object { -not (Test-SimSame $_.Name $gone.Name) })
}
