# Text for people: 120 columns, nothing said by colour. The state stands at the left, everything about a step in one column.

function Show-HybridLine {
    param([string]$Text)
    Write-Host $Text
}

# Prose is wrapped between words; calls never are, because people copy them.
function Show-HybridProse {
    param([string]$Text, [int]$Indent = 18, [string]$First = '')
    $margin = ' ' * $Indent
    $line = $margin + $First
    $hanging = ' ' * $First.Length
    $empty = $true
    foreach ($word in $Text.Split(' ')) {
        if (-not $empty -and ($line.Length + 1 + $word.Length) -gt 120) {
            Show-HybridLine -Text $line
            $line = $margin + $hanging
            $empty = $true
        }
        if (-not $empty) { $line = $line + ' ' }
        $line = $line + $word
        $empty = $false
    }
    Show-HybridLine -Text $line
}

function Show-HybridDetail {
    param([string]$Text)
    Show-HybridLine -Text ((' ' * 18) + $Text)
}

# Called just before the call is made, so that the last line on the screen is the call in doubt.
function Show-HybridCall {
    param([string]$Text)
    Show-HybridDetail -Text ('> ' + $Text)
}

function Show-HybridHead {
    param([string]$State, [string]$Id, [string]$Tail)
    $line = '  ' + $State.PadRight(16) + $Id
    if ($Tail.Length -gt 0) { $line = $line.PadRight(118 - $Tail.Length) + '  ' + $Tail }
    Show-HybridLine -Text $line
}

# Long lists are cut on the screen, unless the person asked for this very step.
function Show-HybridList {
    param($Run, $Texts, [string]$Prefix, [string]$Id)
    $shown = 0
    foreach ($text in $Texts) {
        if ($shown -ge 20 -and -not $Run.Whole) {
            Show-HybridDetail -Text "$Prefix... and $($Texts.Length - $shown) more; all of them: -Step '$Id'"
            return
        }
        Show-HybridDetail -Text ($Prefix + $text)
        $shown = $shown + 1
    }
}

# An applied step that is about to write.
function Show-HybridStart {
    param($Context, $Plan)
    Show-HybridHead -State 'writing' -Id $Context.Step.Id -Tail "risk $($Context.Entry.risk)"
    Show-HybridProse -Text ([string]$Context.Entry.title)
    Show-HybridList -Run $Context.Run -Texts $Plan.Lines.ToArray() -Prefix '' -Id $Context.Step.Id
    foreach ($note in $Plan.Notes) { Show-HybridProse -Text $note -First '! ' }
}

function Show-HybridResult {
    param($Run, $Entry, $Result)
    $tail = "risk $($Entry.risk)"
    if ($Run.Apply -and $Result.Live) { $tail = (ConvertTo-HybridText -Value ([Math]::Round($Result.Seconds, 1))) + ' s' }
    Show-HybridHead -State $Result.State -Id $Result.Step -Tail $tail
    if (-not $Result.Live) {
        if ($Result.State -cne 'InDesiredState') {
            Show-HybridProse -Text ([string]$Entry.title)
            Show-HybridList -Run $Run -Texts $Result.Lines -Prefix '' -Id $Result.Step
        }
        $mark = '! '
        if ($Result.State -ceq 'Waiting') { $mark = '- ' }
        foreach ($note in $Result.Notes) { Show-HybridProse -Text $note -First $mark }
        if ($Result.State -ceq 'Pending') { Show-HybridList -Run $Run -Texts $Result.Calls -Prefix '> ' -Id $Result.Step }
    }
    if ($Result.Reason.Length -gt 0) { Show-HybridProse -Text $Result.Reason }
    # A line to type is never wrapped.
    if ($Result.State -ceq 'Waiting' -or $Result.Cause -ceq 'parameter') { Show-HybridList -Run $Run -Texts $Result.Calls -Prefix '' -Id $Result.Step }
}

# A step of another shell, or one whose turn has not come.
function Show-HybridLater {
    param($Run, $Entry)
    $word = 'later'
    $receipt = Get-HybridLivingReceipt -Run $Run -Entry $Entry
    if ($null -ne $receipt) {
        $word = [string]$receipt.state
        if ($receipt.state -ceq 'done' -and $receipt.script -cne [string]$Run.Files[[string]$Entry.file]) { $word = 'changed' }
    }
    Show-HybridHead -State "($($Entry.shell)) $word" -Id ([string]$Entry.id) -Tail "risk $($Entry.risk)"
}

function Show-HybridHeader {
    param($Run)
    $mode = 'DRY RUN: reads only. No call that changes anything is made, no file is written.'
    if ($Run.Undo) { $mode = 'DRY RUN OF -Undo: reads only. No call that changes anything is made, no file is written.' }
    if ($Run.Apply) { $mode = 'APPLY: writes what differs.' }
    if ($Run.Apply -and $Run.Undo) { $mode = 'UNDO: takes back what the receipts say this runbook did.' }
    Show-HybridLine -Text "Runbook $($Run.Stack)"
    Show-HybridLine -Text "  $mode"
    Show-HybridLine -Text "  digest  $($Run.Digest.Substring(0, 12))  ($($Run.Files.PSBase.Count) files verified; compare it with the approved one)"
    Show-HybridLine -Text "  shell   $($Run.Shell): $($Run.ShellTitle)"
    if ($null -ne $Run.StateFolder) { Show-HybridLine -Text "  state   $($Run.StateFolder)" }
    else { Show-HybridLine -Text '  state   none given: what was done or signed off earlier is not known' }
    Show-HybridLine -Text "  run     $($Run.Id), $($Run.By) on $($Run.Machine), $(Get-HybridNow)"
    Show-HybridParameter -Run $Run
}

# Each state with its number, in the order in which people should look at them.
function Show-HybridSummary {
    param($Run, $Counts, $Next)
    $parts = New-Object 'System.Collections.Generic.List[string]'
    foreach ($state in @('Failed', 'Unknown', 'Unconfirmed', 'Refused', 'Blocked', 'Waiting', 'Pending', 'Changed', 'InDesiredState')) {
        if ($Counts[$state] -gt 0) { $parts.Add("$state $($Counts[$state])") }
    }
    Show-HybridLine -Text ''
    Show-HybridLine -Text 'Summary'
    if ($parts.Count -eq 0) { $parts.Add('no step') }
    Show-HybridLine -Text ('  ' + ($parts.ToArray() -join ', '))
    Show-HybridLine -Text "  digest $($Run.Digest.Substring(0, 12))"
    Show-HybridLine -Text ''
    Show-HybridLine -Text 'Next'
    foreach ($line in $Next) { Show-HybridLine -Text ('  ' + $line) }
}
