# The lock and the journal of a run. The journal is the evidence of what was called; the transcript is a convenience.

# Freed by the operating system when the process dies. False when another run holds it.
function Lock-HybridState {
    param($Run)
    $path = [IO.Path]::Combine($Run.StateFolder, 'run.lock')
    try {
        $Run.Lock = New-Object IO.FileStream -ArgumentList $path, ([IO.FileMode]::OpenOrCreate), ([IO.FileAccess]::ReadWrite), ([IO.FileShare]::None)
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        if ($cause -is [IO.IOException]) { return $false }
        throw $cause
    }
    # A locked file cannot be read, so the holder's name lies beside it.
    $holder = [ordered]@{ by = $Run.By; machine = $Run.Machine; run = $Run.Id; started = (Get-HybridNow) }
    Write-HybridFile -Path ($path + '.json') -Text (ConvertTo-HybridJson -Value $holder)
    return $true
}

function Unlock-HybridState {
    param($Run)
    if ($null -eq $Run.Lock) { return }
    [IO.File]::Delete([IO.Path]::Combine($Run.StateFolder, 'run.lock.json'))
    $Run.Lock.Dispose()
    $Run.Lock = $null
}

function Get-HybridLockHolder {
    param([string]$StateFolder)
    try {
        $holder = Read-HybridJson -Path ([IO.Path]::Combine($StateFolder, 'run.lock.json'))
        return "$($holder.by) on $($holder.machine), run $($holder.run), since $(ConvertTo-HybridText -Value $holder.started)"
    }
    catch { return 'nobody left a name' }
}

function Open-HybridJournal {
    param($Run)
    $path = [IO.Path]::Combine($Run.StateFolder, "journal-$($Run.Id).jsonl")
    # One stream for the whole run: opening the file for every line costs thirty times as much.
    $Run.Journal = New-Object IO.FileStream -ArgumentList $path, ([IO.FileMode]::Append), ([IO.FileAccess]::Write), ([IO.FileShare]::Read)
}

function Close-HybridJournal {
    param($Run)
    if ($null -eq $Run.Journal) { return }
    $Run.Journal.Flush($true)
    $Run.Journal.Dispose()
    $Run.Journal = $null
}

# One line. -Flush forces it to the disk: around a write the journal must not lie after a power failure.
function Add-HybridJournal {
    param($Run, [string]$Name, $Fields, [switch]$Flush)
    if ($null -eq $Run.Journal) { return }
    $Run.Sequence = $Run.Sequence + 1
    $line = [ordered]@{ t = (Get-HybridNow); run = $Run.Id; seq = $Run.Sequence; event = $Name }
    if ($null -ne $Fields) { foreach ($entry in $Fields.GetEnumerator()) { $line[[string]$entry.Key] = $entry.Value } }
    $bytes = [Text.Encoding]::ASCII.GetBytes((ConvertTo-HybridJson -Value $line) + "`n")
    $Run.Journal.Write($bytes, 0, $bytes.Length)
    $Run.Journal.Flush([bool]$Flush)
}

# What one journal file says: was the run finished, which earlier runs did it report, which write is in doubt.
function Read-HybridJournal {
    param([string]$Path)
    $story = @{ Run = ''; Who = ''; Started = ''; Finished = $false; Reported = @(); Doubt = '' }
    foreach ($text in [IO.File]::ReadAllLines($Path, [Text.Encoding]::UTF8)) {
        # The last line of a killed run may be half a line.
        try { $line = ConvertFrom-Json -InputObject $text } catch { continue }
        if ($null -eq $line -or $null -eq $line.PSObject.Properties['event']) { continue }
        switch -CaseSensitive ($line.event) {
            'run-started' { $story.Run = $line.run; $story.Who = "$($line.by) on $($line.machine)"; $story.Started = ConvertTo-HybridText -Value $line.t }
            'run-finished' { $story.Finished = $true }
            'torn-run' { $story.Reported += [string]$line.torn }
            'write' { $story.Doubt = "$($line.step): $($line.command)" }
            'written' { $story.Doubt = '' }
            'write-failed' { $story.Doubt = '' }
        }
    }
    return $story
}

# Runs that began and never ended, and that no later run has told about.
function Get-HybridTornRun {
    param($Run)
    $stories = New-Object 'System.Collections.Generic.List[object]'
    $reported = New-HybridTable
    foreach ($path in (Get-HybridSortedText -Texts ([IO.Directory]::GetFiles($Run.StateFolder, 'journal-*.jsonl')))) {
        $story = Read-HybridJournal -Path $path
        if ($story.Run.Length -gt 0) { $stories.Add($story) }
        foreach ($run in $story.Reported) { $reported[$run] = $true }
    }
    $torn = New-Object 'System.Collections.Generic.List[object]'
    foreach ($story in $stories) { if (-not $story.Finished -and -not $reported.ContainsKey($story.Run)) { $torn.Add($story) } }
    return , $torn.ToArray()
}

# A convenience only: the ISE before 5.0 has none, and one may be running already.
function Start-HybridTranscript {
    param($Run)
    $Run.Transcript = $false
    try {
        $null = Start-Transcript -Path ([IO.Path]::Combine($Run.StateFolder, "transcript-$($Run.Id).txt")) -ErrorAction Stop
        $Run.Transcript = $true
    }
    catch { $Run.Warnings.Add("No transcript of this run: $($_.Exception.Message) The journal records every call all the same.") }
}

function Stop-HybridTranscript {
    param($Run)
    if (-not $Run.Transcript) { return }
    try { $null = Stop-Transcript -ErrorAction Stop }
    catch { Show-HybridLine -Text "The transcript could not be closed: $($_.Exception.Message)" }
}
