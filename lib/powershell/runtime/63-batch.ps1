# Steps that follow each other on one noun share their reads: one list before all of them, one after. What must follow a
# write (Enable-CsTopology) is called once for them all.

function Get-HybridBatchKind {
    param($Entry)
    if ([string]$Entry.shape -cne 'entity') { return '' }
    return ([string]$Entry.phase) + ' ' + ([string]$Entry.shell) + ' ' + ([string]$Entry.id).Split('/')[0]
}

# Before the next step: another noun, or a step that waits for one of the batch, ends it.
function Set-HybridBatch {
    param($Run, $Entry)
    $kind = Get-HybridBatchKind -Entry $Entry
    $waits = $false
    foreach ($held in $Run.Batch) { if ((Find-HybridText -Known (Get-HybridElement -Value $Entry.after) -Text $held.Context.Step.Id).Length -gt 0) { $waits = $true } }
    if ($waits -or $kind -cne $Run.BatchKind) { Complete-HybridBatch -Run $Run }
    if ($kind -cne $Run.BatchKind) { Clear-HybridShared -Run $Run }
    $Run.BatchKind = $kind
}

function Clear-HybridShared {
    param($Run)
    $Run.Reads = New-HybridTable
}

function Test-HybridBatched {
    param($Context)
    return ($Context.Run.Apply -and -not $Context.Run.Undo -and $Context.Kind.Shape -ceq 'entity' -and $Context.Run.BatchKind.Length -gt 0)
}

# The state 'Written' never leaves the run: the batch turns it into what the second read says.
function Add-HybridBatch {
    param($Context, $Plan, [string]$Warning)
    $result = New-HybridResult -Context $Context -State 'Written' -Plan $Plan
    $Context.Run.Batch.Add(@{ Context = $Context; Plan = $Plan; Warning = $Warning; Result = $result; Seen = $null })
    return $result
}

# Reads until nothing differs for any of them or the time is over.
function Wait-HybridBatch {
    param($Run)
    $seconds = 0
    foreach ($held in $Run.Batch) { if ($null -ne $held.Context.Kind['Wait']) { $seconds = [Math]::Max($seconds, [int]$held.Context.Kind['Wait']) } }
    $polls = [int][Math]::Ceiling($seconds / 5)
    for ($poll = 0; $true; $poll++) {
        Clear-HybridShared -Run $Run
        $open = 0
        foreach ($held in $Run.Batch) {
            if ($null -ne $held.Seen -and (Test-HybridPlanDone -Plan $held.Seen.Plan)) { continue }
            $held.Seen = @{ Plan = $null; Error = '' }
            try { $held.Seen.Plan = Get-HybridPlan -Context $held.Context }
            catch { $held.Seen.Error = $_.Exception.Message }
            if (-not (Test-HybridPlanDone -Plan $held.Seen.Plan)) { $open = $open + 1 }
        }
        if ($open -eq 0 -or $poll -ge $polls) { return }
        if ($poll -eq 0) { Show-HybridDetail -Text "written; reading every 5 s, for $seconds s at most, until the change is seen" }
        Start-Sleep -Seconds 5
    }
}

# The calls that must follow the writes, each once, under the last step that has it; '' or the first error.
function Invoke-HybridBatchThen {
    param($Run)
    $last = New-HybridTable
    $order = New-Object 'System.Collections.Generic.List[string]'
    foreach ($held in $Run.Batch) {
        if (-not (Test-HybridPlanDone -Plan $held.Seen.Plan) -or $null -eq $held.Context.Step.Then) { continue }
        $text = $held.Context.Step.Then.ToString()
        if (-not $last.ContainsKey($text)) { $order.Add($text) }
        $last[$text] = $held.Context.Step
    }
    foreach ($text in $order) {
        $failure = Invoke-HybridWrite -Run $Run -Id $last[$text].Id -Write (New-HybridWrite -Block $last[$text].Then -Arguments @())
        if ($failure.Length -gt 0) { return $failure }
    }
    return ''
}

function Complete-HybridBatch {
    param($Run)
    if ($Run.Batch.Count -eq 0) { return }
    Wait-HybridBatch -Run $Run
    $failure = Invoke-HybridBatchThen -Run $Run
    foreach ($held in $Run.Batch.ToArray()) {
        $context = $held.Context
        $done = Test-HybridPlanDone -Plan $held.Seen.Plan
        if ($done -and $null -ne $context.Step.Then -and $failure.Length -gt 0) {
            $result = New-HybridResult -Context $context -State 'Failed' -Plan $held.Plan -Reason "Written, but the call that must follow failed: $failure. Run again: it is repeated."
        }
        else {
            try { $result = Complete-HybridWriting -Context $context -Plan $held.Plan -Seen $held.Seen -Failure $null -Warning $held.Warning -Followed }
            catch { $result = New-HybridResult -Context $context -State 'Failed' -Plan $held.Plan -Reason $_.Exception.GetBaseException().Message }
        }
        $result.Seconds = $held.Result.Clock.Elapsed.TotalSeconds
        Complete-HybridEntry -Run $Run -Entry $context.Entry -Result $result
    }
    $Run.Batch.Clear()
}
