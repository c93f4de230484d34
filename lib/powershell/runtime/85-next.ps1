# The end of a run: its exit code and the line to type next.

function Measure-HybridState {
    param($Run)
    $counts = New-HybridTable
    foreach ($id in (Get-HybridSortedKey -Table $Run.Results)) {
        $state = $Run.Results[$id].State
        $counts[$state] = 1 + [int]$counts[$state]
    }
    return $counts
}

# Waits for something that this run counts by itself, or that is done in another shell: then the wait is not the problem.
function Test-HybridDerived {
    param($Run, $Result)
    if ($Result.Cause -cne 'predecessor') { return $false }
    foreach ($id in $Result.Unmet) {
        if ($Run.Results.ContainsKey($id)) { continue }
        $entry = Get-HybridEntry -Run $Run -Id $id
        if ($null -eq $entry -or [string]$entry.shell -ceq $Run.Shell) { return $false }
    }
    return $true
}

# The shell in which something is ready that this run could not do, '' when there is none.
function Get-HybridNextShell {
    param($Run)
    foreach ($entry in $Run.Steps) {
        $shell = [string]$entry.shell
        if ($shell -ceq $Run.Shell -or (Test-HybridByHand -Index $Run.Index -Shell $shell)) { continue }
        $receipt = Get-HybridLivingReceipt -Run $Run -Entry $entry
        # Done by an older script is not done: the declaration has changed since.
        if ($null -ne $receipt -and $receipt.state -ceq 'done' -and $receipt.script -ceq [string]$Run.Files[[string]$entry.file]) { continue }
        if ((Get-HybridUnmet -Run $Run -Entry $entry).Length -eq 0) { return $shell }
    }
    return ''
}

function Get-HybridExitCode {
    param($Run, $Counts, [string]$NextShell)
    $bad = 0
    $blocked = 0
    foreach ($id in (Get-HybridSortedKey -Table $Run.Results)) {
        $result = $Run.Results[$id]
        if (@('Failed', 'Unconfirmed', 'Refused') -ccontains $result.State) { $bad = $bad + 1 }
        if ($result.State -ceq 'Unknown' -and -not $result.Excused) { $bad = $bad + 1 }
        if ($result.State -ceq 'Blocked' -and -not (Test-HybridDerived -Run $Run -Result $result)) { $blocked = $blocked + 1 }
    }
    if ($bad -gt 0) { return 1 }
    if ($blocked -gt 0) { return 7 }
    if ($Counts['Waiting'] -gt 0) { return 6 }
    if ($Run.Apply -and $NextShell.Length -gt 0) { return 5 }
    if ($Counts['Pending'] -gt 0) { return 2 }
    # Blocked with nowhere to go on: the wait is the problem after all.
    if ($Counts['Blocked'] -gt 0) { return 7 }
    return 0
}

function Get-HybridLineToType {
    param($Run, [string]$Shell, [string]$Rest)
    $approved = $Run.Digest.Substring(0, 12)
    return ".\Invoke-Runbook.ps1 -Shell $Shell -State $($Run.StateShown)$Rest -Approved $approved"
}

# -Undo, -Step and -Phase as this run was given them.
function Get-HybridSelectionText {
    param($Run)
    $text = ''
    if ($Run.Undo) { $text = ' -Undo' }
    if ($Run.WantedSteps.Length -gt 0) { $text = $text + " -Step '$($Run.WantedSteps -join ',')'" }
    if ($Run.WantedPhases.Length -gt 0) { $text = $text + " -Phase $($Run.WantedPhases -join ',')" }
    return $text
}

function Get-HybridNext {
    param($Run, $Counts, [int]$Code, [string]$NextShell)
    $rest = (Get-HybridSelectionText -Run $Run) + ' -Apply'
    $lines = New-Object 'System.Collections.Generic.List[string]'
    $handover = 'the state folder'
    if ($Run.Apply) { $handover = Get-HybridHandoverPath -Run $Run }
    switch ($Code) {
        0 {
            $lines.Add('Nothing to do here.')
            if ($Run.Apply) { $lines[0] = 'Done here.'; $lines.Add("Record it: lync-hybrid receipts add $handover   (a pull request in the repository of main.ts)") }
        }
        1 { $lines.Add('Read the reasons above, mend what they name, and run the same line again.') }
        2 {
            $lines.Add('To write exactly this, once the digest is approved:')
            $lines.Add((Get-HybridLineToType -Run $Run -Shell $Run.Shell -Rest $rest))
        }
        5 {
            $lines.Add("Go on in the shell ${NextShell}: $(Get-HybridShellTitle -Index $Run.Index -Shell $NextShell)")
            $lines.Add((Get-HybridLineToType -Run $Run -Shell $NextShell -Rest ' -Apply'))
            $lines.Add("On another computer? Take $handover into its state folder.")
        }
        6 { $lines.Add('A person must act: see Waiting above, then sign off with the line printed there and run again.') }
        7 { $lines.Add('Read why the Blocked steps wait, do what they name, and run the same line again.') }
    }
    if ($Code -ne 2 -and $Counts['Pending'] -gt 0) {
        $lines.Add('What is Pending above is written by, once the digest is approved:')
        $lines.Add((Get-HybridLineToType -Run $Run -Shell $Run.Shell -Rest $rest))
    }
    if ($Run.Apply -and $Code -ne 5 -and $NextShell.Length -gt 0) {
        $lines.Add("Meanwhile steps are ready in the shell ${NextShell}: $(Get-HybridLineToType -Run $Run -Shell $NextShell -Rest ' -Apply')")
    }
    return , $lines.ToArray()
}

function Get-HybridShellTitle {
    param($Index, [string]$Shell)
    foreach ($entry in $Index.shells) { if ([string]$entry.name -ceq $Shell) { return [string]$entry.title } }
    return $Shell
}
