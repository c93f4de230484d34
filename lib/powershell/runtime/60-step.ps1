# One step: read, compare, write what differs, read again. The public door of the runtime is Invoke-HybridStep.

# Never throws and never exits: one result object for the controller. Without -Run it only reads and prints.
function Invoke-HybridStep {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Id,
        [Parameter(Mandatory = $true)][string]$Kind,
        [string]$Identity = 'Global',
        $Desired, $Read, $Create, $Change, $Remove, $Then,
        $Lists, $Removed, [string]$Undeclared = 'Block',
        $Test, $Invoke, $Words, [bool]$Retire,
        $Questions, $Beyond, $Apply, $Guard, $Back, $People, $Run
    )
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    $step = @{
        Id = $Id; Kind = $Kind; Identity = $Identity; Desired = $Desired; Read = $Read; Create = $Create; Change = $Change; Remove = $Remove; Then = $Then
        Lists = $Lists; Removed = $Removed; Undeclared = $Undeclared; Test = $Test; Invoke = $Invoke; Words = $Words; Retire = $Retire
        Questions = $Questions; Beyond = $Beyond; Apply = $Apply; Guard = $Guard; Back = $Back; People = $People
    }
    if ($null -eq $Run) { Show-HybridStepAlone -Step $step; return }
    $context = @{ Step = $step; Kind = $null; Run = $Run; Entry = $null; Receipt = $null; Known = $null; Wrote = $false }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $context.Kind = Get-HybridKind -Kind $Kind
        $context.Entry = Get-HybridEntry -Run $Run -Id $Id
        $context.Receipt = Get-HybridLivingReceipt -Run $Run -Entry $context.Entry
        $context.Known = Get-HybridKnownObject -Receipt $context.Receipt
        $unusable = Resolve-HybridDesired -Context $context
        if ($unusable.Length -gt 0) {
            $result = New-HybridResult -Context $context -State 'Refused' -Reason $unusable -Cause 'parameter'
            $result.Calls = Get-HybridParameterHelp -Run $Run
        }
        else { $result = Resolve-HybridStep -Context $context }
    }
    catch {
        $state = 'Unknown'
        if ($context.Wrote) { $state = 'Failed' }
        $result = New-HybridResult -Context $context -State $state -Reason $_.Exception.GetBaseException().Message
    }
    $result.Seconds = $clock.Elapsed.TotalSeconds
    $result.Clock = $clock
    return $result
}

function Get-HybridEntry {
    param($Run, [string]$Id)
    foreach ($entry in $Run.Steps) { if ([string]$entry.id -ceq $Id) { return $entry } }
    return $null
}

function New-HybridResult {
    param($Context, [string]$State, [string]$Reason, $Plan, [string]$Cause, $Unmet)
    $result = New-Object PSObject -Property @{
        Step = $Context.Step.Id; State = $State; Reason = $Reason; Cause = $Cause; Unmet = (Get-HybridElement -Value $Unmet)
        Lines = @(); Notes = @(); Calls = @(); Excused = $false; Seconds = 0; Clock = $null; Live = $Context.Wrote
    }
    if ($null -ne $Plan) {
        $result.Lines = $Plan.Lines.ToArray()
        $result.Notes = $Plan.Notes.ToArray()
        $calls = New-Object 'System.Collections.Generic.List[string]'
        foreach ($write in $Plan.Writes) { $calls.Add($write.Text) }
        if ($calls.Count -gt 0 -and $null -ne $Context.Step.Then -and -not $Context.Run.Undo) { $calls.Add((Format-HybridCall -Block $Context.Step.Then)) }
        $result.Calls = $calls.ToArray()
    }
    $result.PSObject.TypeNames.Insert(0, 'Hybrid.Result')
    return $result
}

function Resolve-HybridStep {
    param($Context)
    $run = $Context.Run
    $damage = $run.Damaged[$Context.Step.Id]
    if ($null -ne $damage) { return New-HybridResult -Context $Context -State 'Unknown' -Reason "$damage. The file is kept. Mend it or take it away by hand; then the step is read afresh, and -Undo no longer knows what was there before." }
    if ($run.Undo) { return Resolve-HybridUndo -Context $Context }
    if ($Context.Kind.Shape -eq 'manual') { return Resolve-HybridManual -Context $Context }
    $unmet = Get-HybridUnmet -Run $run -Entry $Context.Entry
    # The test of an operation speaks of a world in which its predecessors are done: asked earlier, its yes is worth nothing.
    if ($run.Apply -and $unmet.Length -gt 0 -and $Context.Kind.Shape -eq 'operation') { return New-HybridBlocked -Context $Context -Unmet $unmet }
    try { $plan = Get-HybridPlan -Context $Context }
    catch { return New-HybridUnread -Context $Context -Failure $_.Exception -Unmet $unmet }
    if ($unmet.Length -gt 0 -and $Context.Kind.Shape -eq 'operation') { $plan.Notes.Add('Asked again when the steps before it are done.') }
    Add-HybridUnknownNote -Context $Context -Plan $plan
    if ($plan.Refusal.Length -gt 0) { return New-HybridResult -Context $Context -State 'Refused' -Reason $plan.Refusal -Plan $plan }
    if ($plan.Foreign.Count -gt 0) { return New-HybridForeign -Context $Context -Plan $plan }
    if ($plan.Writes.Count -eq 0 -and $plan.Left.Count -gt 0) { return New-HybridLeft -Context $Context -Plan $plan }
    if ($plan.Writes.Count -eq 0) { return Complete-HybridStep -Context $Context -Plan $plan }
    foreach ($left in $plan.Left) { $plan.Notes.Add($left) }
    if (-not $run.Apply) { return New-HybridResult -Context $Context -State 'Pending' -Plan $plan }
    if ($unmet.Length -gt 0) { return New-HybridBlocked -Context $Context -Unmet $unmet -Plan $plan }
    if ($null -ne $Context.Step.People) { return Invoke-HybridPeopleWriting -Context $Context -Plan $plan }
    return Invoke-HybridWriting -Context $Context -Plan $plan
}

function Get-HybridPlan {
    param($Context)
    if ($Context.Run.Undo) { return Get-HybridUndoPlan -Context $Context }
    switch ($Context.Kind.Shape) {
        'entity' { return Get-HybridEntityPlan -Context $Context }
        'singleton' { return Get-HybridSingletonPlan -Context $Context }
        'transition' {
            if ($null -ne $Context.Step.People) { return Get-HybridPeoplePlan -Context $Context }
            return Get-HybridTransitionPlan -Context $Context
        }
        'operation' { return Get-HybridOperationPlan -Context $Context }
        'list' {
            if ($null -ne $Context.Step.Lists) { return Get-HybridListPlan -Context $Context }
            return Get-HybridDomainListPlan -Context $Context
        }
    }
    throw "The catalogue names the shape '$($Context.Kind.Shape)', which this runtime does not know."
}

function Get-HybridOperationPlan {
    param($Context)
    $plan = New-HybridPlan
    $answer = Invoke-HybridRead -Read $Context.Step.Test
    if ($answer.Length -ne 1 -or $answer[0] -isnot [bool]) { throw "The test answered neither True nor False but $(Format-HybridValue -Value $answer)." }
    if ($answer[0]) { return $plan }
    $plan.Lines.Add('~ its test answers: not yet')
    $plan.Writes.Add((New-HybridWrite -Block $Context.Step.Invoke -Arguments @()))
    return $plan
}

function Resolve-HybridManual {
    param($Context)
    $receipt = $Context.Receipt
    $reason = 'A person does this. When it is done:'
    if ($null -ne $receipt -and $receipt.state -ceq 'done') {
        $signature = "Signed off by $($receipt.by), $($receipt.finished): $($receipt.note)"
        if ($receipt.script -ceq [string]$Context.Run.Files[[string]$Context.Entry.file]) { return New-HybridResult -Context $Context -State 'InDesiredState' -Reason $signature }
        # A signature covers the words that were read, and these are others.
        $reason = "$signature. What is asked has changed since. When it is so:"
    }
    $result = New-HybridResult -Context $Context -State 'Waiting' -Reason $reason
    $result.Notes = Get-HybridElement -Value $Context.Step.Words
    $result.Calls = @(".\Invoke-Runbook.ps1 -SignOff '$($Context.Step.Id)' -By <who> -Note <text> -State $($Context.Run.StateShown) -Approved $($Context.Run.Digest.Substring(0, 12))")
    return $result
}

function Test-HybridPlanDone {
    param($Plan)
    return ($null -ne $Plan -and $Plan.Writes.Count -eq 0 -and $Plan.Refusal.Length -eq 0)
}

# Nothing is left to write: finish what an earlier run began, and write the receipt.
function Complete-HybridStep {
    param($Context, $Plan, [string]$Warning)
    $run = $Context.Run
    $then = $Context.Step.Then
    $state = 'InDesiredState'
    $resumed = ($null -ne $Context.Receipt -and $Context.Receipt.state -ceq 'started')
    if ($resumed -and $null -ne $then) {
        # The write may have been the last thing an earlier run did; the follow-up is safe to repeat.
        $follow = New-HybridWrite -Block $then -Arguments @()
        if (-not $run.Apply) {
            $Plan.Writes.Add($follow)
            $Plan.Lines.Add('~ an earlier run stopped before the call that follows its write')
            $result = New-HybridResult -Context $Context -State 'Pending' -Plan $Plan
            $result.Calls = @($follow.Text)
            return $result
        }
        Show-HybridStart -Context $Context -Plan $Plan
        $Context.Wrote = $true
        if (Test-HybridBatched -Context $Context) { return Add-HybridBatch -Context $Context -Plan $Plan -Warning $Warning }
        $failure = Invoke-HybridWrite -Run $run -Id $Context.Step.Id -Write $follow
        if ($failure.Length -gt 0) { return New-HybridResult -Context $Context -State 'Failed' -Reason "Written, but the call that must follow failed: $failure. Run again: it is repeated." -Plan $Plan }
    }
    if ($Context.Wrote) { $state = 'Changed' }
    if ($run.Apply) { Save-HybridDone -Context $Context -Plan $Plan }
    return New-HybridResult -Context $Context -State $state -Reason $Warning -Plan $Plan
}
