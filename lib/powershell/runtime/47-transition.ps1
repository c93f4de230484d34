# A transition: the state of one object is read, and one verb makes the declared state unless the object is there or beyond.

# The state as the catalogue names it. '' when no question is answered: such an object is not known here.
function Read-HybridTransitionState {
    param($Context)
    if ($null -ne $Context.Step.Questions) { return Read-HybridAnsweredState -Context $Context }
    $name = [string]$Context.Kind['StateProperty']
    $objects = Read-HybridObject -Read $Context.Step.Read
    if ($objects.Length -ne 1) { throw "The read returned $($objects.Length) objects; exactly one was expected. Check the rights of this account and the connection." }
    $found = Get-HybridProperty -Object $objects[0] -Name $name
    if (-not $found.Present) { throw "Get- returned no property $name, which tells the state. Nothing can be said about it." }
    $text = ConvertTo-HybridText -Value $found.Value
    $state = Find-HybridText -Known $Context.Kind['States'] -Text $text
    if ($state.Length -eq 0) { throw "$name is $(Format-HybridValue -Value $text), which is none of the states known here: $($Context.Kind['States'] -join ', '). Nothing can be said about it." }
    return $state
}

# Each state has a question that only an object in that state answers. Two answers contradict each other.
function Read-HybridAnsweredState {
    param($Context)
    $answered = New-Object 'System.Collections.Generic.List[string]'
    foreach ($state in (Get-HybridSortedKey -Table $Context.Step.Questions)) {
        $objects = Read-HybridObject -Read $Context.Step.Questions[$state]
        if ($objects.Length -gt 1) { throw "Asked whether it is $state, the read returned $($objects.Length) objects; one at most was expected." }
        if ($objects.Length -eq 1) { $answered.Add($state) }
    }
    if ($answered.Count -gt 1) { throw "It is reported as $($answered.ToArray() -join ' and as '), which exclude each other. Run again; if it stays so, ask Microsoft." }
    if ($answered.Count -eq 0) { return '' }
    return $answered[0]
}

# The state for the receipt; undo grants it again.
function Add-HybridStatePicture {
    param($Context, $Plan, [string]$State)
    $noun = Get-HybridNoun -Context $Context
    $identity = [string]$Context.Step.Identity
    $before = @([ordered]@{ name = [string]$Context.Kind['StateProperty']; value = $State })
    $picture = @{ Noun = $noun; Identity = $identity; Present = $true; FoundAs = $identity; Before = $before; Equal = $false; Leaving = $false }
    $Plan.Objects[(Get-HybridObjectKey -Noun $noun -Identity $identity)] = $picture
    return $picture
}

# The verb, unless its guard names somebody whom it would hurt. A guard that cannot be read throws.
function Add-HybridVerb {
    param($Context, $Plan, [string]$From, [string]$To, $Apply, $Guard)
    $Plan.Lines.Add("~ $($Context.Kind['StateProperty']): $From -> $To")
    if ($null -ne $Guard) {
        $reasons = Invoke-HybridRead -Read $Guard
        if ($reasons.Length -gt 0) { $Plan.Refusal = ($reasons -join ' '); return }
    }
    $Plan.Writes.Add((New-HybridWrite -Block $Apply -Arguments @()))
}

function Get-HybridTransitionPlan {
    param($Context)
    $step = $Context.Step
    $plan = New-HybridPlan
    $declared = [string]$step.Desired[[string]$Context.Kind['StateProperty']]
    $now = Read-HybridTransitionState -Context $Context
    if ($now.Length -eq 0) { $plan.Refusal = "$($step.Identity): $($Context.Kind['WhenAbsent'])"; return $plan }
    $picture = Add-HybridStatePicture -Context $Context -Plan $plan -State $now
    $picture.Equal = [string]::Equals($now, $declared, [StringComparison]::Ordinal)
    if ($picture.Equal) { return $plan }
    if ((Find-HybridText -Known $step.Beyond -Text $now).Length -gt 0) {
        $picture.Equal = $true
        $plan.Notes.Add("It is $now, which lies beyond $declared, so it is left alone. If that is not meant, somebody has to take it back by hand.")
        return $plan
    }
    Add-HybridVerb -Context $Context -Plan $plan -From $now -To $declared -Apply $step.Apply -Guard $step.Guard
    return $plan
}

# Takes back only what this step made: a state that somebody else made since is theirs.
function Get-HybridTransitionUndo {
    param($Context)
    $step = $Context.Step
    $plan = New-HybridPlan
    $property = [string]$Context.Kind['StateProperty']
    $declared = [string]$step.Desired[$property]
    $captured = Get-HybridCapturedTable -Known (@($Context.Receipt.objects)[0])
    $was = Find-HybridText -Known $Context.Kind['States'] -Text ([string]$captured[$property])
    $now = Read-HybridTransitionState -Context $Context
    if ($now.Length -eq 0) { $plan.Refusal = "$($step.Identity): $($Context.Kind['WhenAbsent'])"; return $plan }
    if ($was.Length -eq 0) { $plan.Refusal = "The receipt does not say in which state it was before. It is $now; take it back by hand."; return $plan }
    if ([string]::Equals($now, $was, [StringComparison]::Ordinal)) { return $plan }
    if (-not [string]::Equals($now, $declared, [StringComparison]::Ordinal)) {
        $plan.Refusal = "It is ${now}: neither $declared, which this runbook made, nor $was, which it was before. Somebody changed it since; decide by hand."
        return $plan
    }
    $back = $null
    if ($null -ne $step.Back) { $back = $step.Back[$was] }
    if ($null -eq $back) { $plan.Refusal = "It was $was before, and this runbook does not make that state again. Take it back by hand."; return $plan }
    Add-HybridVerb -Context $Context -Plan $plan -From $now -To $was -Apply $back.Apply -Guard $back['Guard']
    return $plan
}
