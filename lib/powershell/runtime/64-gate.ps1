# May this step write? What must come first, and the sentences that say what is missing.

# Met: this run saw it in order; or, when this run has not looked at it, its receipt says done.
function Test-HybridMet {
    param($Run, [string]$Id)
    $result = $Run.Results[$Id]
    if ($null -ne $result) { return ($result.State -ceq 'InDesiredState' -or $result.State -ceq 'Changed') }
    if ($Run.Damaged.ContainsKey($Id)) { return $false }
    $receipt = $Run.Receipts[$Id]
    return ($null -ne $receipt -and $receipt.state -ceq 'done' -and (Test-HybridCovered -Run $Run -Id $Id -Receipt $receipt))
}

# Whether a receipt speaks of what is declared now. One of another certificate says nothing about the new one. A list has
# thousands of entries and every step behind it asks, so the answer is kept for as long as the receipt is the same.
function Test-HybridCovered {
    param($Run, [string]$Id, $Receipt)
    $kept = $Run.Covered[$Id]
    if ($null -ne $kept -and [object]::ReferenceEquals($kept.Receipt, $Receipt)) { return $kept.Answer }
    $answer = Compare-HybridCovered -Entry (Get-HybridEntry -Run $Run -Id $Id) -Receipt $Receipt
    $Run.Covered[$Id] = @{ Receipt = $Receipt; Answer = $answer }
    return $answer
}

function Compare-HybridCovered {
    param($Entry, $Receipt)
    if ($null -eq $Entry) { return $true }
    $settings = New-HybridTable
    foreach ($object in $Receipt.objects) { $settings[(Get-HybridObjectKey -Noun $object.noun -Identity $object.identity)] = [string]$object.settings }
    foreach ($object in (Get-HybridElement -Value $Entry.objects)) {
        $known = $settings[(Get-HybridObjectKey -Noun ([string]$object.noun) -Identity ([string]$object.identity))]
        if ($null -eq $known -or $known -cne [string]$object.settings) { return $false }
    }
    return $true
}

function Get-HybridUnmet {
    param($Run, $Entry)
    $unmet = New-Object 'System.Collections.Generic.List[string]'
    foreach ($id in (Get-HybridElement -Value $Entry.after)) { if (-not (Test-HybridMet -Run $Run -Id $id)) { $unmet.Add([string]$id) } }
    return , $unmet.ToArray()
}

# Why a predecessor is not met, and the next move.
function Format-HybridUnmet {
    param($Run, [string]$Id)
    $entry = Get-HybridEntry -Run $Run -Id $Id
    if ($null -eq $entry) { return "$Id is not in this runbook and has no receipt here: bring the hand-over file of the run that did it into the state folder." }
    $result = $Run.Results[$Id]
    if ($null -ne $result) { return "$Id is $($result.State): see there." }
    if ([string]$entry.shape -eq 'manual') { return "$Id is done by a person and not signed off." }
    if ([string]$entry.shell -ine $Run.Shell) { return "$Id is done in another shell ($($entry.shell)): run it there with this state folder, or bring its hand-over file here." }
    return "$Id has not been done: run it first (-Step '$Id')."
}

function New-HybridBlocked {
    param($Context, $Unmet, $Plan)
    $reasons = New-Object 'System.Collections.Generic.List[string]'
    foreach ($id in $Unmet) { $reasons.Add((Format-HybridUnmet -Run $Context.Run -Id $id)) }
    return New-HybridResult -Context $Context -State 'Blocked' -Reason ('Waits. ' + ($reasons.ToArray() -join ' ')) -Plan $Plan -Cause 'predecessor' -Unmet $Unmet
}

function New-HybridForeign {
    param($Context, $Plan)
    $result = New-HybridResult -Context $Context -State 'Blocked' -Plan $Plan -Cause 'foreign' -Reason (
        'Entries of unknown origin: somebody may need them. Nothing of this step is written until main.ts says what to do: declare them, or undeclared: Undeclared.REMOVE or Undeclared.KEEP.')
    $lines = New-Object 'System.Collections.Generic.List[string]'
    foreach ($foreign in $Plan.Foreign) { $lines.Add("? $foreign") }
    $result.Lines = $lines.ToArray() + $result.Lines
    $result.Calls = @()
    return $result
}

# Nothing certain was read. When the cmdlet itself failed and its predecessors are not done, that may be normal.
function New-HybridUnread {
    param($Context, [Exception]$Failure, $Unmet)
    $message = $Failure.Message
    $early = $Unmet.Length -gt 0 -and [bool]$Failure.Data['HybridRead']
    if ($Context.Run.Apply -and $early) {
        $result = New-HybridBlocked -Context $Context -Unmet $Unmet
        $result.Reason = "$($result.Reason) Its read failed as well: $message"
        return $result
    }
    if (-not $early) { return New-HybridResult -Context $Context -State 'Unknown' -Reason $message }
    $result = New-HybridResult -Context $Context -State 'Unknown' -Reason "$message This may be because these steps are not done yet: $($Unmet -join ', ')."
    $result.Excused = $true
    return $result
}
