# A run, after the controller has verified every file. Returns the exit code; only the controller exits.

function New-HybridRun {
    param($Options, $Index)
    $run = @{
        Id = [Guid]::NewGuid().ToString('N').Substring(0, 8); Index = $Index; Stack = [string]$Index.stack; Steps = (Get-HybridElement -Value $Index.steps)
        Folder = $Options.Folder; Files = $Options.Files; Digest = $Options.Digest; Shell = ''; ShellTitle = ''
        Apply = [bool]$Options.Apply; Undo = [bool]$Options.Undo; Whole = $false; Selected = @(); SignOff = ''
        By = (Get-HybridWho); Machine = [Environment]::MachineName; SignedBy = [string]$Options.By; Note = [string]$Options.Note
        StateFolder = $Options.State; StateShown = '<folder>'; WantedSteps = (Split-HybridArgument -Values $Options.Step); WantedPhases = (Split-HybridArgument -Values $Options.Phase)
        Receipts = (New-HybridTable); Damaged = (New-HybridTable); Results = (New-HybridTable)
        Warnings = (New-Object 'System.Collections.Generic.List[string]'); Journal = $null; Lock = $null; Sequence = 0
        Covered = (New-HybridTable); Reads = (New-HybridTable); Batch = (New-Object 'System.Collections.Generic.List[object]'); BatchKind = ''
    }
    $run.Whole = ($run.WantedSteps.Length -gt 0)
    if ($null -ne $run.StateFolder) { $run.StateShown = Format-HybridTextLiteral -Text $run.StateFolder }
    return $run
}

function Start-HybridRun {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)]$Options)
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    $index = Read-HybridJson -Path ([IO.Path]::Combine($Options.Folder, 'steps.json'))
    $run = New-HybridRun -Options $Options -Index $index
    $problems = New-Object 'System.Collections.Generic.List[string]'
    if ($Options.SignOff.Length -gt 0) {
        $run.SignOff = $Options.SignOff
        return Invoke-HybridLocked -Run $run -Work { param($run) Invoke-HybridSignOff -Run $run }
    }
    $run.Shell = Resolve-HybridShell -Index $index -Shell $Options.Shell -Problem $problems
    $run.Selected = Select-HybridStep -Index $index -Steps $run.WantedSteps -Phases $run.WantedPhases -Problem $problems
    foreach ($entry in $index.steps) { if (-not $run.Files.ContainsKey([string]$entry.file)) { $problems.Add("steps.json names $($entry.file), which checksums.json does not list.") } }
    if ($problems.Count -gt 0) { return Show-HybridProblem -Problems $problems }
    $run.ShellTitle = Get-HybridShellTitle -Index $index -Shell $run.Shell
    if ($Options['Connect']) {
        $refusal = Connect-HybridShell -Run $run
        if ($refusal.Length -gt 0) { return Show-HybridProblem -Problems @($refusal) }
    }
    $missing = Get-HybridMissingMarker -Run $run
    if ($missing.Length -gt 0) { return Show-HybridProblem -Problems @($missing) }
    $other = Get-HybridOtherTenant -Run $run
    if ($other.Length -gt 0) { return Show-HybridProblem -Problems @($other) }
    if ($run.Apply) { return Invoke-HybridLocked -Run $run -Work { param($run) Invoke-HybridSelection -Run $run } }
    if ($null -ne $run.StateFolder -and [IO.Directory]::Exists($run.StateFolder)) { Import-HybridReceipt -Run $run }
    return Invoke-HybridSelection -Run $run
}

function Show-HybridProblem {
    param($Problems)
    foreach ($problem in $Problems) { Show-HybridProse -Text $problem -Indent 0 }
    return 64
}

# '' when the cmdlet by which the shell is known is there.
function Get-HybridMissingMarker {
    param($Run)
    foreach ($entry in $Run.Index.shells) {
        if ([string]$entry.name -cne $Run.Shell -or $null -eq $entry.marker) { continue }
        # Ignore, not SilentlyContinue: that would leave the failed look-up among the errors of the session.
        if ($null -eq (Get-Command -Name ([string]$entry.marker) -ErrorAction Ignore)) {
            return "$($entry.marker) is not known here, so this is not the shell $($Run.Shell). Open: $($entry.title). Nothing was read or written."
        }
        $called = Get-HybridProperty -Object $entry -Name 'cmdlets'
        if ($called.Present) { return Get-HybridCmdletClash -Marker ([string]$entry.marker) -Cmdlets $called.Value -Title ([string]$entry.title) }
    }
    return ''
}

# Names of the modules that have a command, each once. A function of the session itself belongs to none: ''.
function Get-HybridCommandModule {
    param([string]$Name)
    $modules = New-Object 'System.Collections.Generic.List[string]'
    foreach ($command in @(Get-Command -Name $Name -All -ErrorAction Ignore)) { $modules.Add([string]$command.ModuleName) }
    return , (Get-HybridSortedText -Texts $modules)
}

# For a shell whose cmdlets cannot be called with their module, because nobody knows its name: '' when all of them come from the
# one module that brought the marker. A cmdlet that is missing is no clash: the role of this account may lack it, and the
# step says so.
function Get-HybridCmdletClash {
    param([string]$Marker, $Cmdlets, [string]$Title)
    $own = Get-HybridCommandModule -Name $Marker
    if ($own.Length -ne 1) { return "$Marker is here $($own.Length) times ($($own -join ', ')), so it is not sure which organization would answer. Open: $Title, alone. Nothing was read or written." }
    if ($own[0].Length -eq 0) { return "$Marker belongs to no module here, so this is not the $Title. Open it, without functions of your own of that name. Nothing was read or written." }
    foreach ($cmdlet in (Get-HybridElement -Value $Cmdlets)) {
        foreach ($module in (Get-HybridCommandModule -Name ([string]$cmdlet))) {
            if ($module -ceq $own[0]) { continue }
            if ($module.Length -eq 0) { $module = 'this session itself' }
            return "$cmdlet is here from $module as well, not only from the $Title, and would be called without its module. Open that shell alone. Nothing was read or written."
        }
    }
    return ''
}

# Everything that writes happens in here: one run at a time, with a journal, and with a word about runs that died.
function Invoke-HybridLocked {
    param($Run, [scriptblock]$Work)
    $null = [IO.Directory]::CreateDirectory($Run.StateFolder)
    if (-not (Lock-HybridState -Run $Run)) {
        Show-HybridProse -Indent 0 -Text "Another run holds $($Run.StateFolder): $(Get-HybridLockHolder -StateFolder $Run.StateFolder). Wait until it has ended. Nothing was written."
        return 4
    }
    $code = 1
    try {
        Open-HybridJournal -Run $Run
        Add-HybridJournal -Run $Run -Name 'run-started' -Flush -Fields ([ordered]@{
                by = $Run.By; machine = $Run.Machine; powershell = [string]$PSVersionTable.PSVersion; digest = $Run.Digest; shell = $Run.Shell; undo = $Run.Undo
                steps = $Run.WantedSteps; phases = $Run.WantedPhases
            })
        Start-HybridTranscript -Run $Run
        Import-HybridReceipt -Run $Run
        $code = & $Work $Run
        Export-HybridHandover -Run $Run
        Add-HybridJournal -Run $Run -Name 'run-finished' -Fields ([ordered]@{ exit = $code }) -Flush
    }
    finally {
        Stop-HybridTranscript -Run $Run
        Close-HybridJournal -Run $Run
        Unlock-HybridState -Run $Run
    }
    return $code
}

function Show-HybridTornRun {
    param($Run)
    foreach ($story in (Get-HybridTornRun -Run $Run)) {
        if ([string]$story.Run -ceq $Run.Id) { continue }
        Show-HybridProse -Indent 2 -First '! ' -Text "Run $($story.Run) of $($story.Who), started $($story.Started), never ended."
        if ($story.Doubt.Length -gt 0) { Show-HybridProse -Indent 4 -Text "It is not known whether its last call took effect: $($story.Doubt)" }
        Show-HybridProse -Indent 4 -Text 'Every step is read before anything is written, and started receipts are continued.'
        Add-HybridJournal -Run $Run -Name 'torn-run' -Fields ([ordered]@{ torn = [string]$story.Run; doubt = [string]$story.Doubt })
    }
}

function Invoke-HybridSelection {
    param($Run)
    Show-HybridHeader -Run $Run
    if ($null -ne $Run.StateFolder -and [IO.Directory]::Exists($Run.StateFolder)) { Show-HybridTornRun -Run $Run }
    foreach ($warning in $Run.Warnings) { Show-HybridProse -Indent 2 -First '! ' -Text $warning }
    $order = @($Run.Selected)
    # Taken back in the reverse of the order in which it was done.
    if ($Run.Undo) { [Array]::Reverse($order) }
    $phase = ''
    foreach ($entry in $order) {
        if ([string]$entry.phase -cne $phase) {
            $phase = [string]$entry.phase
            Show-HybridLine -Text ''
            Show-HybridLine -Text $phase
        }
        Invoke-HybridEntry -Run $Run -Entry $entry
    }
    Complete-HybridBatch -Run $Run
    $counts = Measure-HybridState -Run $Run
    $nextShell = ''
    if (-not $Run.Undo) { $nextShell = Get-HybridNextShell -Run $Run }
    $code = Get-HybridExitCode -Run $Run -Counts $counts -NextShell $nextShell
    Show-HybridSummary -Run $Run -Counts $counts -Next (Get-HybridNext -Run $Run -Counts $counts -Code $code -NextShell $nextShell)
    return $code
}

# One line of the index: run it here, or say that its turn comes elsewhere or later.
function Invoke-HybridEntry {
    param($Run, $Entry)
    Set-HybridBatch -Run $Run -Entry $Entry
    $byHand = Test-HybridByHand -Index $Run.Index -Shell ([string]$Entry.shell)
    $elsewhere = ([string]$Entry.shell -cne $Run.Shell) -and -not $byHand
    # A person is asked for only when everything before it is done.
    $notYet = $byHand -and -not $Run.Undo -and (Get-HybridUnmet -Run $Run -Entry $Entry).Length -gt 0 -and -not (Test-HybridMet -Run $Run -Id ([string]$Entry.id))
    if ($elsewhere -or $notYet) { Show-HybridLater -Run $Run -Entry $Entry; return }
    Add-HybridJournal -Run $Run -Name 'step-started' -Fields ([ordered]@{ step = [string]$Entry.id; script = [string]$Run.Files[[string]$Entry.file] })
    $result = Invoke-HybridStepFile -Run $Run -Entry $Entry
    # Written, and read back together with the others of its batch.
    if ($result.State -ceq 'Written') { return }
    Complete-HybridEntry -Run $Run -Entry $Entry -Result $result
}

function Complete-HybridEntry {
    param($Run, $Entry, $Result)
    $Run.Results[[string]$Entry.id] = $Result
    Show-HybridResult -Run $Run -Entry $Entry -Result $Result
    Add-HybridJournal -Run $Run -Name 'step-finished' -Flush -Fields ([ordered]@{ step = [string]$Entry.id; state = $Result.State; lines = $Result.Lines; reason = $Result.Reason })
}

function Invoke-HybridStepFile {
    param($Run, $Entry)
    $problem = ''
    try {
        $path = [IO.Path]::Combine($Run.Folder, ([string]$Entry.file).Replace('/', [string][IO.Path]::DirectorySeparatorChar))
        foreach ($output in @(& $path -Run $Run)) {
            if ($null -ne $output -and $output.PSObject.TypeNames -contains 'Hybrid.Result') { return $output }
        }
        $problem = 'The step file returned no result.'
    }
    catch { $problem = "The step file could not be run: $($_.Exception.Message)" }
    $context = @{ Step = @{ Id = [string]$Entry.id; Then = $null }; Run = $Run; Wrote = $false }
    return New-HybridResult -Context $context -State 'Unknown' -Reason $problem
}

# A person says that a manual step is done. Nothing is read, so the words count: who and what.
function Invoke-HybridSignOff {
    param($Run)
    $id = [string]$Run.SignOff
    $known = Find-HybridText -Known (Get-HybridStepText -Steps $Run.Steps -Name 'id') -Text $id
    if ($known.Length -eq 0) { return Show-HybridProblem -Problems @("-SignOff ${id}: this runbook has no such step.") }
    $entry = Get-HybridEntry -Run $Run -Id $known
    if ([string]$entry.shape -cne 'manual') { return Show-HybridProblem -Problems @("$known is not done by a person: the runbook reads its state itself. Run: .\Invoke-Runbook.ps1 -Step '$known'") }
    if ($Run.Damaged.ContainsKey($known)) { return Show-HybridProblem -Problems @("$($Run.Damaged[$known]). The file is kept: mend it or take it away by hand, then sign off again.") }
    $receipt = Get-HybridLivingReceipt -Run $Run -Entry $entry
    $context = @{ Run = $Run; Entry = $entry; Receipt = $receipt; Known = (Get-HybridKnownObject -Receipt $receipt) }
    $new = New-HybridReceipt -Context $context -Plan (New-HybridPlan) -State 'done' -By $Run.SignedBy -Note $Run.Note
    Save-HybridReceipt -Run $Run -Entry $entry -Receipt $new
    Show-HybridLine -Text "$known is signed off by $($Run.SignedBy): $($Run.Note)"
    foreach ($unmet in (Get-HybridUnmet -Run $Run -Entry $entry)) { Show-HybridProse -Indent 0 -First '! ' -Text "Before it comes $unmet, of which this state folder knows no done receipt. Is the order right?" }
    Show-HybridLine -Text "Receipt: $(Get-HybridReceiptPath -Run $Run -Entry $entry)"
    $shell = Get-HybridNextShell -Run $Run
    if ($shell.Length -gt 0) { Show-HybridLine -Text "Next, in the shell ${shell}: $(Get-HybridLineToType -Run $Run -Shell $shell -Rest ' -Apply')" }
    return 0
}
