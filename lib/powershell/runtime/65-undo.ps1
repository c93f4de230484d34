# -Undo: the receipt says what was there and what became ours; a plan like any other brings it back.

# Steps that build on this one and stand: by the index, and by receipts of steps that are no longer in it.
function Get-HybridDependent {
    param($Run, $Entry)
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($id in (Get-HybridSortedKey -Table $Run.Receipts)) {
        $receipt = $Run.Receipts[$id]
        if ($receipt.state -ceq 'undone') { continue }
        $after = Get-HybridElement -Value $receipt.after
        $other = Get-HybridEntry -Run $Run -Id $id
        if ($null -ne $other) { $after = $after + (Get-HybridElement -Value $other.after) }
        if ((Find-HybridText -Known $after -Text ([string]$Entry.id)).Length -eq 0) { continue }
        # A dry run has not taken it back, it has only seen that it can be.
        $result = $Run.Results[$id]
        if ($null -ne $result -and -not $Run.Apply -and (@('Pending', 'InDesiredState') -ccontains $result.State)) { continue }
        $names.Add("$id ($($receipt.shell))")
    }
    return , $names.ToArray()
}

function Resolve-HybridUndo {
    param($Context)
    $run = $Context.Run
    $shape = $Context.Kind.Shape
    if ([string]$Context.Entry.phase -eq '90-retire') { return New-HybridResult -Context $Context -State 'Refused' -Reason 'A retirement is not undone here: declare the subject again in main.ts, then synthesize and apply.' }
    if ($null -eq $Context.Receipt) { return Resolve-HybridUndoWithout -Context $Context }
    $dependents = Get-HybridDependent -Run $run -Entry $Context.Entry
    if ($dependents.Length -gt 0) {
        return New-HybridResult -Context $Context -State 'Blocked' -Cause 'dependent' -Reason "Stands until what builds on it is undone: $($dependents -join ', ')."
    }
    if ($shape -eq 'manual') { return Resolve-HybridManualUndo -Context $Context }
    if ($shape -eq 'operation') {
        if ($run.Apply) { Save-HybridUndone -Context $Context -Note 'nothing to undo' }
        return New-HybridResult -Context $Context -State 'InDesiredState' -Reason 'Nothing to undo: it changed nothing that stays.'
    }
    $plan = Get-HybridUndoPlan -Context $Context
    if ($plan.Refusal.Length -gt 0) { return New-HybridResult -Context $Context -State 'Refused' -Reason $plan.Refusal -Plan $plan }
    if ($plan.Writes.Count -eq 0 -and $plan.Left.Count -gt 0) { return New-HybridLeft -Context $Context -Plan $plan }
    if ($plan.Writes.Count -eq 0) { return Complete-HybridUndo -Context $Context -Plan $plan }
    foreach ($left in $plan.Left) { $plan.Notes.Add($left) }
    if (-not $run.Apply) { return New-HybridResult -Context $Context -State 'Pending' -Plan $plan }
    if ($null -ne $Context.Step.People) { return Invoke-HybridPeopleWriting -Context $Context -Plan $plan }
    return Invoke-HybridWriting -Context $Context -Plan $plan
}

function Resolve-HybridUndoWithout {
    param($Context)
    $receipt = $Context.Run.Receipts[$Context.Step.Id]
    if ($null -ne $receipt -and $receipt.state -ceq 'undone') { return New-HybridResult -Context $Context -State 'InDesiredState' -Reason "Undone already, $($receipt.finished), run $($receipt.run)." }
    if (-not $Context.Run.Whole) { return New-HybridResult -Context $Context -State 'InDesiredState' -Reason 'No receipt: as far as this state folder knows, this runbook changed nothing here.' }
    return New-HybridResult -Context $Context -State 'Refused' -Reason 'There is no receipt of this step in the state folder, so nobody knows what was there before. Undo it by hand.'
}

function Resolve-HybridManualUndo {
    param($Context)
    $run = $Context.Run
    if ($run.Apply -and $run.SignedBy.Length -gt 0 -and $run.Note.Length -gt 0) {
        Save-HybridUndone -Context $Context -By $run.SignedBy -Note $run.Note
        return New-HybridResult -Context $Context -State 'InDesiredState' -Reason "Taken back by $($run.SignedBy): $($run.Note)"
    }
    $result = New-HybridResult -Context $Context -State 'Waiting' -Reason 'A person did this, and a person must take it back by hand. When that is done:'
    $result.Notes = Get-HybridElement -Value $Context.Step.Words
    $result.Calls = @(".\Invoke-Runbook.ps1 -Undo -Step '$($Context.Step.Id)' -By <who> -Note <text> -Shell $($run.Shell) -State $($run.StateShown) -Apply -Approved $($run.Digest.Substring(0, 12))")
    return $result
}

function Save-HybridUndone {
    param($Context, [string]$By, [string]$Note)
    $run = $Context.Run
    $receipt = [ordered]@{}
    foreach ($entry in $Context.Receipt.GetEnumerator()) { $receipt[[string]$entry.Key] = $entry.Value }
    $receipt['state'] = 'undone'
    $receipt['digest'] = $run.Digest
    $receipt['by'] = $run.By
    if ($By.Length -gt 0) { $receipt['by'] = $By }
    $receipt['machine'] = $run.Machine
    $receipt['note'] = $Note
    $receipt['run'] = $run.Id
    $receipt['finished'] = Get-HybridNow
    Save-HybridReceipt -Run $run -Entry $Context.Entry -Receipt $receipt
}

function Complete-HybridUndo {
    param($Context, $Plan, [string]$Warning)
    $state = 'InDesiredState'
    if ($Context.Wrote) { $state = 'Changed' }
    if ($Context.Run.Apply) { Save-HybridUndone -Context $Context }
    return New-HybridResult -Context $Context -State $state -Reason $Warning -Plan $Plan
}

function Get-HybridUndoPlan {
    param($Context)
    if ($Context.Kind.Shape -eq 'entity') { return Get-HybridEntityUndo -Context $Context }
    if ($Context.Kind.Shape -eq 'singleton') { return Get-HybridSingletonUndo -Context $Context }
    if ($null -ne $Context.Step.People) { return Get-HybridPeopleUndo -Context $Context }
    if ($Context.Kind.Shape -eq 'transition') { return Get-HybridTransitionUndo -Context $Context }
    if ($null -ne $Context.Step.Lists) { return Get-HybridListUndo -Context $Context }
    return Get-HybridDomainListUndo -Context $Context
}

# The captured values by name.
function Get-HybridCapturedTable {
    param($Known)
    $table = New-HybridTable
    foreach ($pair in (Get-HybridElement -Value $Known.before)) { $table[[string]$pair.name] = $pair.value }
    return $table
}
