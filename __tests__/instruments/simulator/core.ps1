# The part that all simulated modules share. Dot-sourced by their .psm1, which set $SimModule, $SimVersion and $SimFile.
# Functions are made from the catalogue extract with real param() blocks: the binder itself refuses unknown parameters and
# wrong parameter sets. Error texts, ids, ConfirmImpact and defaults are assumptions; nothing was compared with a product.
#   LYNC_SIM_STATE   the JSON state file (needed)
#   LYNC_SIM_VERSION sfb2015 or sfb2019 (default), for the module SkypeForBusiness
#   LYNC_SIM_EXCHANGE exchange2013, exchange2016, exchange2019 (default) or exchangeSE, for the Exchange Management Shell
#   LYNC_SIM_LOG     calls are appended, one JSON object a line
#   LYNC_SIM_FAULTS  [{"command":"Get-CsHostingProvider" or "*","nth":1,"times":1,"fault":"...","property":"Enabled","text":"..."},
#                     {"write":3,"fault":"kill-after"}]     nth counts the calls of that command in this session, write the writes
#     error / error-after   an error instead of the work / after it      empty               nothing comes back
#     kill-before / -after  the process ends at once with exit code 137  missing-property    objects lack "property"
#     lag                   answers from the state before the session's last write
#     ignored               returns as if it had worked and does nothing
# No preference is set here: whether a function stops at an error is up to its caller, as with every script module.
Set-StrictMode -Off

# ---------- session, log, faults ----------
function Get-SimSession {
    # one for all simulated modules of a runspace
    if (-not $global:LyncSimulatorSession) {
        $n = 0
        if ($env:LYNC_SIM_LOG -and [IO.File]::Exists($env:LYNC_SIM_LOG)) { $n = @([IO.File]::ReadAllLines($env:LYNC_SIM_LOG)).Length }
        $faults = @()
        if ($env:LYNC_SIM_FAULTS) { $faults = @(ConvertFrom-Json -InputObject $env:LYNC_SIM_FAULTS | ForEach-Object { $_ }) }
        $known = 'error', 'error-after', 'empty', 'kill-before', 'kill-after', 'missing-property', 'lag', 'ignored'
        foreach ($f in $faults) { if ($known -notcontains $f.fault) { throw "Simulator: unknown fault '$($f.fault)'" } }
        $global:LyncSimulatorSession = @{ Number = $n; Writes = 0; Calls = @{}; Faults = $faults; Before = $null }
    }
    $global:LyncSimulatorSession
}
function Get-SimFault([string]$Name, [bool]$IsWrite) {
    $session = Get-SimSession
    $session.Number++
    foreach ($key in $Name, '*') { $session.Calls[$key] = 1 + [int]$session.Calls[$key] }
    if ($IsWrite) { $session.Writes++ }
    foreach ($f in $session.Faults) {
        $first = 1; $times = 1; $count = 0
        if ($f.times) { $times = [int]$f.times }
        if ($f.write) { if (-not $IsWrite) { continue }; $first = [int]$f.write; $count = $session.Writes }
        else {
            if ($f.command -ne '*' -and $f.command -ne $Name) { continue }
            if ($f.nth) { $first = [int]$f.nth }
            $count = $session.Calls[[string]$f.command]
            if ($null -eq $count) { $count = $session.Calls[$Name] }
        }
        if ($count -ge $first -and $count -lt $first + $times) { return $f }
    }
}
# what a parameter's value looks like in the log
function ConvertTo-SimPlain($Value) {
    if ($null -eq $Value) { return $null }
    if ($Value -is [string] -or $Value -is [bool]) { return $Value }
    if ($Value -is [switch]) { return $Value.IsPresent }
    if ($Value -is [enum]) { return [string]$Value }
    if ($Value -is [Collections.IDictionary]) {
        $o = New-Object psobject
        foreach ($key in @($Value.Keys | Sort-Object)) { $o | Add-Member -MemberType NoteProperty -Name $key -Value (ConvertTo-SimPlain $Value[$key]) }
        return $o
    }
    if ($Value -is [Collections.IEnumerable]) {
        $list = New-Object Collections.ArrayList
        foreach ($item in $Value) { [void]$list.Add((ConvertTo-SimPlain $item)) }
        return , $list.ToArray()
    }
    if ($Value -is [ValueType]) { return $Value }
    [string]$Value
}
function Write-SimLog([string]$Name, [bool]$IsWrite, $Bound, $Fault) {
    if (-not $env:LYNC_SIM_LOG) { return }
    $parameters = New-Object psobject
    foreach ($key in @($Bound.Keys | Sort-Object)) { $parameters | Add-Member -MemberType NoteProperty -Name $key -Value (ConvertTo-SimPlain $Bound[$key]) }
    $line = New-Object psobject
    $line | Add-Member NoteProperty n (Get-SimSession).Number
    $line | Add-Member NoteProperty module $SimModule
    $line | Add-Member NoteProperty command $Name
    $line | Add-Member NoteProperty write $IsWrite
    if ($Fault) { $line | Add-Member NoteProperty fault $Fault.fault }
    $line | Add-Member NoteProperty parameters $parameters
    [IO.File]::AppendAllText($env:LYNC_SIM_LOG, (ConvertTo-Json -InputObject $line -Depth 8 -Compress) + "`n")
}

# ---------- state ----------
function Get-SimState([bool]$Stale) {
    if (-not $env:LYNC_SIM_STATE) { throw 'Simulator: LYNC_SIM_STATE names no state file' }
    $text = [IO.File]::ReadAllText($env:LYNC_SIM_STATE)
    if ($Stale -and (Get-SimSession).Before) { $text = (Get-SimSession).Before }
    ConvertFrom-Json -InputObject $text
}
function Save-SimState($State) {
    (Get-SimSession).Before = [IO.File]::ReadAllText($env:LYNC_SIM_STATE)
    [IO.File]::WriteAllText($env:LYNC_SIM_STATE, (ConvertTo-Json -InputObject $State -Depth 12))
}

# ---------- one call ----------
# A handler throws this for an error that the product would report for one object: it becomes a non-terminating error.
function Stop-Sim([string]$Id, [string]$Message) {
    $e = New-Object System.InvalidOperationException $Message
    $e.Data['SimId'] = $Id
    throw $e
}
function Write-SimError($Cmdlet, [string]$Id, [string]$Message) {
    $Cmdlet.WriteError((New-Object System.Management.Automation.ErrorRecord (New-Object System.InvalidOperationException $Message), $Id, 'InvalidOperation', $null))
}
$SimCommon = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable', 'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable', 'WhatIf', 'Confirm', 'Force'
function Invoke-SimCommand($Cmdlet, [string]$Name, $Bound, [bool]$ShouldProcess) {
    $isWrite = $SimWrites -contains $Name
    $target = [string]$Bound['Identity']; if (-not $target) { $target = 'Global' }
    if ($isWrite -and $ShouldProcess -and -not $Cmdlet.ShouldProcess($target, $Name)) { (Get-SimSession).Number++; Write-SimLog $Name $false $Bound $null; return }
    $fault = Get-SimFault $Name $isWrite
    Write-SimLog $Name $isWrite $Bound $fault
    $kind = ''; $text = "Simulated fault in $Name."
    if ($fault) { $kind = $fault.fault; if ($fault.text) { $text = [string]$fault.text } }
    if ($kind -eq 'kill-before') { [Environment]::Exit(137) }
    if ($kind -eq 'ignored') { return }
    if ($kind -eq 'error') { Write-SimError $Cmdlet 'SimulatedFault' $text; return }

    $known = @($SimKnown[$Name])
    foreach ($key in $Bound.Keys) { if ($SimCommon -notcontains $key -and $known -notcontains $key) { throw "Simulator: -$key of $Name exists but is not simulated" } }
    $result = $null; $failed = $null
    # $p: what was bound, without the common parameters
    $p = @{}; foreach ($key in $Bound.Keys) { if ($SimCommon -notcontains $key) { $p[$key] = $Bound[$key] } }
    try { $result = @(& "sim:$Name" $p (Get-SimState ($kind -eq 'lag'))) }
    catch {
        $inner = $_.Exception; while ($inner.InnerException -and -not $inner.Data['SimId']) { $inner = $inner.InnerException }
        if (-not $inner.Data['SimId']) { throw }
        $failed = $inner
    }
    if ($kind -eq 'kill-after') { [Environment]::Exit(137) }
    if ($failed) { Write-SimError $Cmdlet $failed.Data['SimId'] $failed.Message; return }
    if ($kind -ne 'empty') {
        foreach ($o in $result) {
            if ($null -eq $o) { continue }
            if ($kind -eq 'missing-property') { $o.PSObject.Properties.Remove([string]$fault.property) }
            $o
        }
    }
    if ($kind -eq 'error-after') { Write-SimError $Cmdlet 'SimulatedFault' $text }
}

# ---------- functions from the catalogue ----------
function Get-SimType([string]$Type) {
    switch -Wildcard ($Type) {
        'SwitchParameter' { return '[switch]' }
        'Boolean' { return '[bool]' }
        'UInt32' { return '[uint32]' }
        'UInt64' { return '[uint64]' }
        'Int32' { return '[int]' }
        'VerificationLevelType' { return "[ValidateSet('AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification')][string]" }
        'String' { return '[string]' }
        'Fqdn' { return '[string]' }
        'Xds*' { return '[string]' }
        '*IdParameter' { return '[string]' }
    }
    '[object]'
}
function ConvertTo-SimFunction([string]$Name, $Record) {
    $sets = @{}     # parameter -> list of attributes
    $order = New-Object Collections.ArrayList
    foreach ($set in $Record.parameterSets.PSObject.Properties) {
        $position = 0
        foreach ($token in $set.Value) {
            $parameter = $token.TrimEnd('*', '@')
            # some pages document -Confirm without -WhatIf: a switch like any other
            if ($parameter -eq 'WhatIf' -or ($parameter -eq 'Confirm' -and $Record.supportsShouldProcess)) { continue }
            $info = $Record.parameters.PSObject.Properties[$parameter]
            # parameters of the Teams pages carry labels of the on-premises pages they were copied from; there the syntax decides
            if ($SimVersion -ne 'teams' -and $info -and $info.Value.applicable -and $info.Value.applicable -notcontains $SimVersion) { continue }
            $attribute = "ParameterSetName = '$($set.Name)'"
            if ($token.Contains('*')) { $attribute += ', Mandatory = $true' }
            if ($token.Contains('@')) { $attribute += ", Position = $position"; $position++ }
            if ($info -and $info.Value.pipeline) { $attribute += ', ValueFromPipelineByPropertyName = $true' }
            if (-not $sets.ContainsKey($parameter)) { $sets[$parameter] = @(); [void]$order.Add($parameter) }
            $sets[$parameter] += "[Parameter($attribute)]"
        }
    }
    $default = $Record.defaultSet
    # where the page names none: one that a bare call satisfies, else the first
    $declared = @($Record.parameterSets.PSObject.Properties)
    if (-not $default) { foreach ($set in $declared) { if (($set.Value -join '') -notlike '*`**') { $default = $set.Name; break } } }
    if (-not $default) { $default = $declared[0].Name }
    # assumption: only Remove- asks by itself
    $impact = 'Medium'; if ($Name -like 'Remove-*') { $impact = 'High' }
    $should = ''; if ($Record.supportsShouldProcess) { $should = "SupportsShouldProcess = `$true, ConfirmImpact = '$impact', " }
    $lines = foreach ($parameter in $order) {
        $info = $Record.parameters.PSObject.Properties[$parameter]
        $type = '[object]'; $alias = ''
        if ($parameter -eq 'Confirm') { $type = '[switch]' } elseif ($SimTypes[$parameter]) { $type = $SimTypes[$parameter] } elseif ($info) { $type = Get-SimType $info.Value.type }
        if ($info -and $info.Value.aliases) {
            $aliases = @($info.Value.aliases | Where-Object { -not $sets.ContainsKey($_) })
            if ($aliases.Length) { $alias = "[Alias('" + ($aliases -join "', '") + "')]" }
        }
        $empty = ''; if ($type -ne '[switch]' -and $type -ne '[bool]') { $empty = '[AllowNull()]'; if ($type -eq '[object]') { $empty += '[AllowEmptyCollection()]' } }
        if (($sets[$parameter] -join '').Contains('Mandatory')) { $empty = '' }
        # assumed of every Grant-, also where the syntax calls the name mandatory: $null takes the policy away
        if ($Name -like 'Grant-*' -and $parameter -eq 'PolicyName') { $empty = '[AllowNull()][AllowEmptyString()]' }
        "        $($sets[$parameter] -join '')$alias$empty$type`${$parameter}"
    }
    $hasShould = '$false'; if ($Record.supportsShouldProcess) { $hasShould = '$true' }
    "function $Name {`n    [CmdletBinding($($should)DefaultParameterSetName = '$default')]`n    param(`n$($lines -join ",`n")`n    )`n    process { Invoke-SimCommand `$PSCmdlet '$Name' `$PSBoundParameters $hasShould }`n}"
}
function Get-SimFunctionText {
    $key = "LyncSimulator:${SimModule}:$SimVersion"
    $text = [AppDomain]::CurrentDomain.GetData($key)    # many sessions of one process make it once
    if (-not $text) {
        $catalogue = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText([IO.Path]::Combine($PSScriptRoot, '..', 'catalogue', $SimFile)))
        $text = @(foreach ($entry in $catalogue.cmdlets.PSObject.Properties) {
                $records = @($entry.Value); if ($entry.Value.variants) { $records = @($entry.Value.variants) }
                foreach ($record in $records) { if ($record.applicable -contains $SimVersion) { ConvertTo-SimFunction $entry.Name $record; break } }
            }) -join "`n"
        [AppDomain]::CurrentDomain.SetData($key, $text)
    }
    $text
}

# ---------- helpers of the handlers ----------
function Test-SimSame($A, $B) { [string]::Equals([string]$A, [string]$B, [StringComparison]::OrdinalIgnoreCase) }
function Find-SimObject($List, $Identity) { foreach ($o in @($List)) { if ($null -ne $o -and (Test-SimSame $o.Identity $Identity)) { return $o } } }
function Get-SimList($List, $P, [string]$What) {
    if (-not $P.ContainsKey('Identity')) { return $List }
    $o = Find-SimObject $List $P['Identity']
    if (-not $o) { Stop-Sim 'ObjectNotFound' "Cannot find $What `"$($P['Identity'])`"." }
    $o
}
function Set-SimProperties($O, $P, [string[]]$Except) {
    foreach ($key in $P.Keys) { if ($Except -notcontains $key) { $O | Add-Member -MemberType NoteProperty -Name $key -Value (ConvertTo-SimPlain $P[$key]) -Force } }
}
function Add-SimNull($Value) { if ([string]::IsNullOrEmpty($Value)) { $null } else { $Value } }
