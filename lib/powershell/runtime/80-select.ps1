# Which steps a run looks at, and in which order.

# Texts of a parameter. -File hands over "a,b" as one text, so commas are split here.
function Split-HybridArgument {
    param($Values)
    $parts = New-Object 'System.Collections.Generic.List[string]'
    foreach ($value in (Get-HybridElement -Value $Values)) {
        foreach ($part in ([string]$value).Split(',')) { if ($part.Trim().Length -gt 0) { $parts.Add($part.Trim()) } }
    }
    return , $parts.ToArray()
}

# The known text that equals the given one ignoring case; '' when there is none.
function Find-HybridText {
    param($Known, [string]$Text)
    foreach ($candidate in $Known) { if ([string]::Equals($candidate, $Text, [StringComparison]::OrdinalIgnoreCase)) { return [string]$candidate } }
    return ''
}

function Get-HybridStepText {
    param($Steps, [string]$Name)
    $texts = New-Object 'System.Collections.Generic.List[string]'
    foreach ($step in $Steps) { $texts.Add([string]$step.$Name) }
    return , $texts.ToArray()
}

# The shell of this run. '' with a sentence in $Problem when it cannot be told.
function Resolve-HybridShell {
    param($Index, [string]$Shell, $Problem)
    $names = Get-HybridStepText -Steps $Index.shells -Name 'name'
    if ($Shell.Length -gt 0) {
        $known = Find-HybridText -Known $names -Text $Shell
        if ($known.Length -eq 0) { $Problem.Add("-Shell ${Shell}: this runbook has no such shell. It has: $($names -join ', ').") }
        return $known
    }
    $used = New-Object 'System.Collections.Generic.List[string]'
    foreach ($name in (Get-HybridSortedText -Texts (Get-HybridStepText -Steps $Index.steps -Name 'shell'))) { if (-not (Test-HybridByHand -Index $Index -Shell $name)) { $used.Add($name) } }
    if ($used.Count -eq 1) { return $used[0] }
    if ($used.Count -eq 0) { return 'by-hand' }
    $Problem.Add("-Shell is missing: this runbook runs in $($used.ToArray() -join ', '). Say in which of them you are.")
    return ''
}

# A shell without a marker is no shell: its steps are done by people, and every run shows them.
function Test-HybridByHand {
    param($Index, [string]$Shell)
    foreach ($entry in $Index.shells) { if ([string]$entry.name -ceq $Shell) { return ($null -eq $entry.marker) } }
    return $false
}

# The ids that -Step and -Phase leave; problems are added in words.
function Select-HybridStep {
    param($Index, $Steps, $Phases, $Problem)
    $ids = Get-HybridStepText -Steps $Index.steps -Name 'id'
    $known = Get-HybridSortedText -Texts (Get-HybridStepText -Steps $Index.steps -Name 'phase')
    $wantedStep = New-HybridTable
    $wantedPhase = New-HybridTable
    foreach ($step in $Steps) {
        $id = Find-HybridText -Known $ids -Text $step
        if ($id.Length -eq 0) { $Problem.Add("-Step ${step}: this runbook has no such step. Its steps stand in steps.json and RUNBOOK.md.") } else { $wantedStep[$id] = $true }
    }
    foreach ($phase in $Phases) {
        $name = Find-HybridText -Known $known -Text $phase
        if ($name.Length -eq 0) { $Problem.Add("-Phase ${phase}: this runbook has no such phase. It has: $($known -join ', ').") } else { $wantedPhase[$name] = $true }
    }
    $selected = New-Object 'System.Collections.Generic.List[object]'
    foreach ($entry in $Index.steps) {
        if ($wantedStep.PSBase.Count -gt 0 -and -not $wantedStep.ContainsKey([string]$entry.id)) { continue }
        if ($wantedPhase.PSBase.Count -gt 0 -and -not $wantedPhase.ContainsKey([string]$entry.phase)) { continue }
        $selected.Add($entry)
    }
    if ($selected.Count -eq 0 -and $Problem.Count -eq 0) { $Problem.Add('No step is left: the -Step and the -Phase you gave have none in common.') }
    return , $selected.ToArray()
}
