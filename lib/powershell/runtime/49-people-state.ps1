# One property of several people: each is read and written alone, so that what one of them lacks does not stop the others.

# What Get- says of one person. Never throws: the error of one is a reason for that one.
function Read-HybridPerson {
    param($Context, [string]$Person)
    $kind = $Context.Kind
    $view = @{ Person = $Person; Value = $null; Error = ''; Away = $false; Lack = '' }
    try {
        $block = $Context.Step.Read
        $objects = Get-HybridElement -Value (& $block $Person)
        if ($objects.Length -ne 1) { throw "the read returned $($objects.Length) people, and one was expected" }
        $provider = Get-HybridProperty -Object $objects[0] -Name 'HostingProvider'
        if (-not $provider.Present -or ([string]$provider.Value).Length -eq 0) { throw 'it is not known where this person is homed' }
        $view.Away = -not (Test-HybridServerHome -Provider ([string]$provider.Value))
        $found = Get-HybridProperty -Object $objects[0] -Name ([string]$kind['StateProperty'])
        if (-not $found.Present) { throw "Get- returned no property $($kind['StateProperty'])" }
        $view.Value = ConvertTo-HybridPersonValue -Kind $kind -Value $found.Value
        if ($null -ne $kind['NeedsProperty']) {
            $needed = Get-HybridProperty -Object $objects[0] -Name ([string]$kind['NeedsProperty'])
            if (-not $needed.Present) { throw "Get- returned no property $($kind['NeedsProperty'])" }
            if (-not (Test-HybridEqual -Left $needed.Value -Right $true -How 'exact')) { $view.Lack = [string]$kind['NeedsWords'] }
        }
    }
    catch { $view.Error = ([string]$_.Exception.GetBaseException().Message).Trim().TrimEnd('.') }
    return $view
}

# A policy comes as an object of its own: what is kept is its name. '' is a person without a value.
function ConvertTo-HybridPersonValue {
    param($Kind, $Value)
    $text = ConvertTo-HybridText -Value $Value
    if ($text.Length -eq 0) {
        if ($null -ne $Kind['WhenEmpty']) { return $Kind['WhenEmpty'] }
        return ''
    }
    if ($Value -is [bool]) { return $Value }
    return $text
}

function Test-HybridPersonEqual {
    param($Context, $Left, $Right)
    return Test-HybridEqual -Left $Left -Right $Right -How ([string]$Context.Kind['StateCompare'])
}

function Add-HybridPersonWrite {
    param($Context, $Plan, $View, $Value)
    $Plan.Lines.Add("~ $($View.Person): $($Context.Kind['StateProperty']): $(Format-HybridValue -Value $View.Value) -> $(Format-HybridValue -Value $Value)")
    $sent = $Value
    # No policy of their own is said by $null; an empty name is refused.
    if ($Value -is [string] -and $Value.Length -eq 0) { $sent = $null }
    $write = New-HybridWrite -Block $Context.Step.Apply -Arguments @($View.Person, $sent)
    $write['Person'] = $View.Person
    $Plan.Writes.Add($write)
}

# Who cannot be read, or is homed in the cloud, is not written.
function Test-HybridPersonLeft {
    param($Plan, $View)
    if ($View.Error.Length -gt 0) {
        $Plan.Left.Add("$($View.Person): $($View.Error).")
        $Plan.LeftState = 'Unknown'
        return $true
    }
    if ($View.Away) { $Plan.Notes.Add("$($View.Person) is homed in the cloud and is left alone."); return $true }
    return $false
}

function Get-HybridPeoplePlan {
    param($Context)
    $plan = New-HybridPlan
    $noun = Get-HybridNoun -Context $Context
    $property = [string]$Context.Kind['StateProperty']
    $declared = $Context.Step.Desired[$property]
    foreach ($person in $Context.Step.People) {
        $view = Read-HybridPerson -Context $Context -Person $person
        if (Test-HybridPersonLeft -Plan $plan -View $view) { continue }
        $equal = Test-HybridPersonEqual -Context $Context -Left $view.Value -Right $declared
        if (-not $equal -and $view.Lack.Length -gt 0) { $plan.Left.Add("$person $($view.Lack)"); continue }
        $before = @([ordered]@{ name = $property; value = $view.Value })
        $plan.Objects[(Get-HybridObjectKey -Noun $noun -Identity $person)] = @{ Noun = $noun; Identity = $person; Present = $true; FoundAs = $person; Before = $before; Equal = $equal; Leaving = $false }
        if (-not $equal) { Add-HybridPersonWrite -Context $Context -Plan $plan -View $view -Value $declared }
    }
    return $plan
}

# Everybody of the receipt, also who has left the list since: each gets back what was there before.
function Get-HybridPeopleUndo {
    param($Context)
    $plan = New-HybridPlan
    $property = [string]$Context.Kind['StateProperty']
    $declared = $Context.Step.Desired[$property]
    foreach ($object in $Context.Receipt.objects) {
        if (-not $object.present) { continue }
        $view = Read-HybridPerson -Context $Context -Person ([string]$object.identity)
        if (Test-HybridPersonLeft -Plan $plan -View $view) { continue }
        $captured = Get-HybridCapturedTable -Known $object
        $was = $captured[$property]
        if (Test-HybridPersonEqual -Context $Context -Left $view.Value -Right $was) { continue }
        if (-not (Test-HybridPersonEqual -Context $Context -Left $view.Value -Right $declared)) {
            $plan.Left.Add("$($view.Person): $property is $(Format-HybridValue -Value $view.Value), which is neither what this runbook made nor what was there before. Somebody changed it since; decide by hand.")
            continue
        }
        Add-HybridPersonWrite -Context $Context -Plan $plan -View $view -Value $was
    }
    return $plan
}

function Format-HybridLeft {
    param($Reasons, [int]$Of)
    $count = $Reasons.Count
    $verb = 'are'
    if ($count -eq 1) { $verb = 'is' }
    return "$count of $Of $verb not done. " + ($Reasons.ToArray() -join ' ') + ' Mend the cause, then run again: who is done already is left alone.'
}

function Get-HybridPeopleCount {
    param($Context)
    if (-not $Context.Run.Undo) { return (Get-HybridElement -Value $Context.Step.People).Length }
    $count = 0
    foreach ($object in $Context.Receipt.objects) { if ($object.present) { $count = $count + 1 } }
    return $count
}

# Nothing to write for anybody, and somebody is left.
function New-HybridLeft {
    param($Context, $Plan)
    return New-HybridResult -Context $Context -State $Plan.LeftState -Reason (Format-HybridLeft -Reasons $Plan.Left -Of (Get-HybridPeopleCount -Context $Context)) -Plan $Plan
}

# Reads until every write is seen that did not fail, or the time is over.
function Wait-HybridPeople {
    param($Context, $Failed)
    $polls = [int][Math]::Ceiling([int]$Context.Kind['Wait'] / 5)
    for ($poll = 0; $true; $poll++) {
        $plan = Get-HybridPlan -Context $Context
        $open = 0
        foreach ($write in $plan.Writes) { if (-not $Failed.ContainsKey($write.Person)) { $open = $open + 1 } }
        if ($open -eq 0 -or $poll -ge $polls) { return $plan }
        if ($poll -eq 0) { Show-HybridDetail -Text "written; reading every 5 s, for $($Context.Kind['Wait']) s at most, until the change is seen" }
        Start-Sleep -Seconds 5
    }
}

function Invoke-HybridPeopleWriting {
    param($Context, $Plan)
    Show-HybridStart -Context $Context -Plan $Plan
    if (-not $Context.Run.Undo) { Save-HybridStarted -Context $Context -Plan $Plan }
    $Context.Wrote = $true
    $failed = New-HybridTable
    foreach ($write in $Plan.Writes) {
        $failure = Invoke-HybridWrite -Run $Context.Run -Id $Context.Step.Id -Write $write
        if ($failure.Length -gt 0) { $failed[$write.Person] = $failure }
    }
    $seen = Wait-HybridPeople -Context $Context -Failed $failed
    return Complete-HybridPeopleWriting -Context $Context -Plan $Plan -Seen $seen -Failed $failed
}

# What the second read says of each. While somebody is left the receipt stays open; what it keeps is enough to undo the rest.
function Complete-HybridPeopleWriting {
    param($Context, $Plan, $Seen, $Failed)
    $reasons = New-Object 'System.Collections.Generic.List[string]'
    $state = $Seen.LeftState
    $open = New-HybridTable
    foreach ($write in $Seen.Writes) {
        $open[$write.Person] = $true
        if ($Failed.ContainsKey($write.Person)) { continue }
        $state = 'Unconfirmed'
        $reasons.Add("$($write.Person): written, but $($Context.Kind['Wait']) s later a read did not show it.")
    }
    $warnings = New-Object 'System.Collections.Generic.List[string]'
    foreach ($person in (Get-HybridSortedKey -Table $Failed)) {
        if (-not $open.ContainsKey($person)) { $warnings.Add("For $person the call reported an error, and the read after it shows no need to repeat it: $($Failed[$person])."); continue }
        $state = 'Failed'
        $reasons.Add("${person}: $($Failed[$person]) (the read after it shows no effect).")
    }
    foreach ($left in $Seen.Left) { $reasons.Add($left) }
    if ($reasons.Count -gt 0) {
        $text = Format-HybridLeft -Reasons $reasons -Of (Get-HybridPeopleCount -Context $Context)
        return New-HybridResult -Context $Context -State $state -Reason $text -Plan $Plan
    }
    $warning = $warnings.ToArray() -join ' '
    if ($Context.Run.Undo) { return Complete-HybridUndo -Context $Context -Plan $Plan -Warning $warning }
    Save-HybridDone -Context $Context -Plan $Seen
    return New-HybridResult -Context $Context -State 'Changed' -Reason $warning -Plan $Plan
}
