# The part of a step that changes the server. The order of its lines is what makes a killed run harmless.

# All calls of a plan, in order; stops at the first error and says which call it was.
function Invoke-HybridWriteList {
    param($Context, $Plan)
    foreach ($write in $Plan.Writes) {
        $failure = Invoke-HybridWrite -Run $Context.Run -Id $Context.Step.Id -Write $write
        if ($failure.Length -gt 0) { return @{ Text = $write.Text; Error = $failure } }
    }
    return $null
}

# Reads until nothing differs or the time is over: other servers learn of a change late.
function Wait-HybridPlan {
    param($Context, [int]$Seconds)
    # Counted in polls, not by the clock, so that a slow read does not eat the patience.
    $polls = [int][Math]::Ceiling($Seconds / 5)
    for ($poll = 0; $true; $poll++) {
        $seen = @{ Plan = $null; Error = '' }
        try { $seen.Plan = Get-HybridPlan -Context $Context }
        catch { $seen.Error = $_.Exception.Message }
        if ((Test-HybridPlanDone -Plan $seen.Plan) -or $poll -ge $polls) { return $seen }
        if ($poll -eq 0) { Show-HybridDetail -Text "written; reading every 5 s, for $Seconds s at most, until the change is seen" }
        Start-Sleep -Seconds 5
    }
}

function Test-HybridPlanned {
    param($Plan, [string]$Text)
    foreach ($write in $Plan.Writes) { if ([string]::Equals($write.Text, $Text, [StringComparison]::Ordinal)) { return $true } }
    return $false
}

function Invoke-HybridWriting {
    param($Context, $Plan)
    Show-HybridStart -Context $Context -Plan $Plan
    if (-not $Context.Run.Undo) { Save-HybridStarted -Context $Context -Plan $Plan }
    $Context.Wrote = $true
    $wait = 0
    if ($null -ne $Context.Kind['Wait']) { $wait = [int]$Context.Kind['Wait'] }
    $failed = New-HybridTable
    $warning = ''
    $next = $Plan
    while ($true) {
        $failure = Invoke-HybridWriteList -Context $Context -Plan $next
        if ($null -eq $failure -and (Test-HybridBatched -Context $Context)) { return Add-HybridBatch -Context $Context -Plan $Plan -Warning $warning }
        # A list that was read before this write says nothing any more.
        Clear-HybridShared -Run $Context.Run
        if ($null -eq $failure) {
            $Context['Unwritten'] = $next.Unwritten
            $seen = Wait-HybridPlan -Context $Context -Seconds $wait
            break
        }
        # A call may succeed and still report an error: what is read now decides, not the error.
        $seen = Wait-HybridPlan -Context $Context -Seconds 0
        $stuck = ($null -eq $seen.Plan) -or $failed.ContainsKey($failure.Text) -or (Test-HybridPlanned -Plan $seen.Plan -Text $failure.Text)
        if ($stuck) { break }
        $failed[$failure.Text] = $true
        $warning = "The call reported an error, and the read after it shows that it took effect: $($failure.Error)."
        $failure = $null
        $next = $seen.Plan
        if ($next.Writes.Count -eq 0) { break }
    }
    return Complete-HybridWriting -Context $Context -Plan $Plan -Seen $seen -Failure $failure -Warning $warning
}

# What the second read says about the writes.
function Complete-HybridWriting {
    param($Context, $Plan, $Seen, $Failure, [string]$Warning, [switch]$Followed)
    if ($null -eq $Failure -and (Test-HybridPlanDone -Plan $Seen.Plan)) {
        if ($Context.Run.Undo) { return Complete-HybridUndo -Context $Context -Plan $Plan -Warning $Warning }
        if ($null -ne $Context.Step.Then -and -not $Followed) {
            $failureOfThen = Invoke-HybridWrite -Run $Context.Run -Id $Context.Step.Id -Write (New-HybridWrite -Block $Context.Step.Then -Arguments @())
            if ($failureOfThen.Length -gt 0) { return New-HybridResult -Context $Context -State 'Failed' -Reason "Written, but the call that must follow failed: $failureOfThen. Run again: it is repeated." -Plan $Plan }
        }
        Save-HybridDone -Context $Context -Plan $Seen.Plan
        return New-HybridResult -Context $Context -State 'Changed' -Reason $Warning -Plan $Plan
    }
    if ($null -ne $Failure) {
        # Not ours after all: the next run, and -Undo, must not take a stranger's object for ours.
        if ($null -ne $Seen.Plan -and -not $Context.Run.Undo) { Save-HybridStarted -Context $Context -Plan $Seen.Plan -Abandoned }
        $reason = "$($Failure.Error) (the read after it shows no effect). Mend the cause, then run again: what is done already is left alone."
        if ($null -eq $Seen.Plan) { $reason = "$($Failure.Error); and the read after it failed: $($Seen.Error). Nothing can be said about the last call. Run again." }
        return New-HybridResult -Context $Context -State 'Failed' -Reason $reason -Plan $Plan
    }
    $reason = "Written, but $($Context.Kind['Wait']) s later a read did not show it. Run again later: it reads first and finishes the receipt."
    if ($null -eq $Seen.Plan) { $reason = "Written, but it could not be read back: $($Seen.Error). Run again: it reads first." }
    elseif ($Seen.Plan.Refusal.Length -gt 0) { $reason = "Written, but now: $($Seen.Plan.Refusal)" }
    return New-HybridResult -Context $Context -State 'Unconfirmed' -Reason $reason -Plan $Plan
}
