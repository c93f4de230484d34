# The plans of -Undo, one for each shape.

# Sets the captured value of every property that this step declares; what it does not declare, it never wrote.
function Add-HybridRestoration {
    param($Context, $Plan, $Rows, $Declared, $Known, $Found, $Change)
    $captured = Get-HybridCapturedTable -Known $Known
    $values = @{}
    foreach ($name in (Get-HybridSortedKey -Table $Declared)) {
        $row = Get-HybridPropertyRow -Rows $Rows -Name $name
        if ($row['Compare'] -eq 'write-only' -or $row['CreateOnly']) { continue }
        $now = Get-HybridProperty -Object $Found -Name (Get-HybridReadName -Row $row -Name $name)
        if (-not $captured.ContainsKey($name)) {
            # It had no value. An empty one now is the same; anything else cannot be written back as "no value".
            if ((ConvertTo-HybridText -Value $now.Value).Length -eq 0) { continue }
            $Plan.Refusal = "$name had no value before the first write, and now it has: $(Format-HybridValue -Value $now.Value). This runbook cannot write that back; do it by hand. $([string]$row['WhenMissing'])"
            continue
        }
        if ($now.Present -and (Test-HybridEqual -Left $now.Value -Right $captured[$name] -How $row['Compare'])) { continue }
        $Plan.Lines.Add("~ ${name}: $(Format-HybridValue -Value $now.Value) -> $(Format-HybridValue -Value $captured[$name])")
        $values[$name] = $captured[$name]
    }
    if ($Plan.Refusal.Length -gt 0 -or $values.PSBase.Count -eq 0) { return }
    if ($null -eq $Change) { $Plan.Refusal = 'The captured values differ, and this step has no call that sets them. They stand in the receipt: set them by hand.'; return }
    $Plan.Writes.Add((New-HybridWrite -Block $Change -Arguments @($values, $Found)))
}

function Get-HybridSingletonUndo {
    param($Context)
    $plan = New-HybridPlan
    $found = Read-HybridSingleton -Read $Context.Step.Read
    $known = @($Context.Receipt.objects)[0]
    Add-HybridRestoration -Context $Context -Plan $plan -Rows $Context.Kind.Properties -Declared $Context.Step.Desired -Known $known -Found $found -Change $Context.Step.Change
    return $plan
}

function Get-HybridEntityUndo {
    param($Context)
    $step = $Context.Step
    $plan = New-HybridPlan
    $known = @($Context.Receipt.objects)[0]
    $identity = $step.Identity
    if ($known.present -and $null -ne $known.foundAs) { $identity = [string]$known.foundAs }
    $objects = Select-HybridObject -Objects (Read-HybridObject -Read $step.Read) -Name (Get-HybridNameProperty -Kind $Context.Kind) -Value $identity -How (Get-HybridIdentityRule -Kind $Context.Kind)
    if ($known.createdByUs -cne 'no') {
        if ($objects.Length -eq 0) { return $plan }
        # The run that wanted to create it died: only when it is exactly what we wanted is it ours.
        if ($known.createdByUs -ceq 'intended' -and (Compare-HybridObject -Rows $Context.Kind.Properties -Desired $step.Desired -Object $objects[0]).Length -gt 0) {
            $plan.Refusal = "$identity is there, but a killed run left no word whether it created it, and it differs from what was declared. Decide by hand."
            return $plan
        }
        Add-HybridRemoval -Context $Context -Plan $plan -Found $objects[0] -Reason 'created by this runbook'
        return $plan
    }
    if (-not $known.present) { return $plan }
    if ($objects.Length -eq 0) { $plan.Refusal = "$identity was there before this runbook and is gone. Its values stand in the receipt: create it by hand."; return $plan }
    Add-HybridRestoration -Context $Context -Plan $plan -Rows $Context.Kind.Properties -Declared $step.Desired -Known $known -Found $objects[0] -Change $step.Change
    return $plan
}

# The entries of one list in the receipt: those we added go, those that were there come back as they were.
function Get-HybridListUndo {
    param($Context)
    $plan = New-HybridPlan
    $views = New-Object 'System.Collections.Generic.List[object]'
    foreach ($list in $Context.Step.Lists) { $views.Add((Get-HybridListView -Context $Context -List $list)) }
    foreach ($view in $views) {
        foreach ($known in $Context.Receipt.objects) {
            if ([string]$known.noun -cne $view.List.Noun -or $known.createdByUs -ceq 'no') { continue }
            $found = $view.Found[(ConvertTo-HybridComparable -Value $known.identity -How $view.Rule)]
            if ($null -eq $found) { continue }
            $plan.Lines.Add("- $($known.identity) leaves $($view.List.Noun) (created by this runbook)")
            $plan.Writes.Add((New-HybridWrite -Block $view.List.Remove -Arguments @(, $found)))
        }
    }
    foreach ($view in $views) {
        foreach ($known in $Context.Receipt.objects) {
            if ([string]$known.noun -cne $view.List.Noun -or $known.createdByUs -cne 'no' -or -not $known.present) { continue }
            Add-HybridListReturn -Context $Context -Plan $plan -View $view -Known $known
        }
    }
    return $plan
}

function Add-HybridListReturn {
    param($Context, $Plan, $View, $Known)
    $key = ConvertTo-HybridComparable -Value $Known.identity -How $View.Rule
    $found = $View.Found[$key]
    if ($null -eq $found) {
        $values = @{}
        $captured = Get-HybridCapturedTable -Known $Known
        # An empty text is what a property without a value reads like; a cmdlet may refuse it.
        foreach ($name in (Get-HybridSortedKey -Table $captured)) { if ((ConvertTo-HybridText -Value $captured[$name]).Length -gt 0) { $values[$name] = $captured[$name] } }
        $identity = [string]$Known.identity
        if ($null -ne $Known.foundAs) { $identity = [string]$Known.foundAs }
        $Plan.Lines.Add("+ $identity comes back into $($View.List.Noun)")
        $Plan.Writes.Add((New-HybridWrite -Block $View.List.Create -Arguments @($identity, $values)))
        return
    }
    $declared = @{}
    $entry = $View.Declared[$key]
    if ($null -ne $entry) { foreach ($name in (Get-HybridSortedKey -Table $entry)) { if ($name -cne 'Identity') { $declared[$name] = $entry[$name] } } }
    Add-HybridRestoration -Context $Context -Plan $Plan -Rows $View.Row['Properties'] -Declared $declared -Known $Known -Found $found -Change $View.List['Change']
}

function Get-HybridDomainListUndo {
    param($Context)
    $step = $Context.Step
    $plan = New-HybridPlan
    $found = Read-HybridSingleton -Read $step.Read
    $noun = Get-HybridNoun -Context $Context
    $known = Get-HybridReceiptObject -Receipt $Context.Receipt -Noun $noun -Identity $step.Identity
    $captured = Get-HybridCapturedTable -Known $known
    $plain = @{}
    $before = @{}
    $values = @{}
    foreach ($name in (Get-HybridSortedKey -Table $step.Desired)) {
        $row = Get-HybridPropertyRow -Rows $Context.Kind.Properties -Name $name
        if (-not (Test-HybridListProperty -Row $row)) { $plain[$name] = $step.Desired[$name]; continue }
        if (-not $captured.ContainsKey($name)) { $plan.Refusal = "The receipt holds no $name from before. Restore it by hand."; continue }
        $now = ConvertFrom-HybridDomainList -Value (Get-HybridProperty -Object $found -Name (Get-HybridReadName -Row $row -Name $name)).Value
        $mine = Get-HybridOwnDomain -Context $Context -Noun "$noun.$name"
        Add-HybridDomainReturn -Plan $plan -Name $name -Row $row -Was $captured[$name] -Now $now -Mine $mine -Before $before -Values $values
    }
    Add-HybridRestoration -Context $Context -Plan $plan -Rows $Context.Kind.Properties -Declared $plain -Known $known -Found $found -Change $step.Change
    if ($plan.Refusal.Length -gt 0) { return $plan }
    if ($before.PSBase.Count -gt 0) { $plan.Writes.Insert(0, (New-HybridWrite -Block $step.Change -Arguments @($before, $found))) }
    if ($values.PSBase.Count -gt 0) { $plan.Writes.Add((New-HybridWrite -Block $step.Change -Arguments @($values, $found))) }
    return $plan
}

# The entries of a list property that the receipt calls ours.
function Get-HybridOwnDomain {
    param($Context, [string]$Noun)
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($object in $Context.Receipt.objects) {
        if ([string]$object.noun -ceq $Noun -and $object.createdByUs -cne 'no') { $names.Add((ConvertTo-HybridComparable -Value $object.identity -How 'fqdn')) }
    }
    return , $names.ToArray()
}

# Entries of others that came since stay; ours go; those from before come back.
function Add-HybridDomainReturn {
    param($Plan, [string]$Name, $Row, $Was, $Now, $Mine, $Before, $Values)
    $writeAs = [string]$Row['WriteAs']
    if ($Was.model -cne $Now.Model) { $Plan.Lines.Add("~ ${Name}: $(Format-HybridDomainModel -List $Now) -> $(Format-HybridDomainModel -List @{ Model = $Was.model; Entries = $Was.entries })") }
    if ($Was.model -ceq 'Open') {
        if ($Now.Model -cne 'Open') { $Values[$Name] = Get-HybridAllKnownDomain }
        return
    }
    $back = Get-HybridMissing -Left $Was.entries -Right $Now.Entries
    $kept = Get-HybridMissing -Left $Now.Entries -Right (Get-HybridMissing -Left $Mine -Right $Was.entries)
    $gone = Get-HybridMissing -Left $Now.Entries -Right $kept
    foreach ($domain in $gone) { $Plan.Lines.Add("- $domain leaves $Name (added by this runbook)") }
    foreach ($domain in $back) { $Plan.Lines.Add("+ $domain comes back into $Name") }
    if ($Row['Write'] -eq 'block-list') {
        if ($gone.Length + $back.Length -gt 0) { $Values[$Name] = ConvertTo-HybridWholeList -Names ($kept + $back) }
        return
    }
    $opened = ($Now.Model -ceq 'Open')
    if (@($Was.entries).Length -eq 0 -and $kept.Length -eq 0 -and ($opened -or $gone.Length -gt 0)) { $Values[$Name] = Get-HybridNoDomain; return }
    if ($opened -or ($Now.Entries.Length -eq 0 -and $back.Length -gt 0)) { $Values[$writeAs] = ConvertTo-HybridDomainList -Names $Was.entries; return }
    if ($gone.Length -gt 0) { $Before[$writeAs] = @{ Remove = (ConvertTo-HybridDomainList -Names $gone) } }
    if ($back.Length -gt 0) { $Values[$writeAs] = @{ Add = (ConvertTo-HybridDomainList -Names $back) } }
}
