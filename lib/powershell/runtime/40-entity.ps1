# The plan of a step: what was found, what differs, the calls that would mend it. Making a plan only reads.

# Lines are the differences a person reads, Notes what else must be known, Refusal and Foreign why nothing may be written.
function New-HybridPlan {
    return @{
        Writes  = (New-Object 'System.Collections.Generic.List[object]')
        Lines   = (New-Object 'System.Collections.Generic.List[string]')
        Notes   = (New-Object 'System.Collections.Generic.List[string]')
        Foreign = (New-Object 'System.Collections.Generic.List[string]')
        Refusal = ''
        # People for whom nothing can be written, with the reason, and the state that a step with such people has.
        Left = (New-Object 'System.Collections.Generic.List[string]')
        LeftState = 'Refused'
        Objects = (New-HybridTable)
        # Lists in which the plan writes nothing, as they were read.
        Unwritten = (New-HybridTable)
    }
}

function Get-HybridObjectKey {
    param([string]$Noun, [string]$Identity)
    return $Noun + '|' + (ConvertTo-HybridIdentityText -Text $Identity)
}

# The noun under which steps.json and the receipt know the object; a step file run alone has no index beside it.
function Get-HybridNoun {
    param($Context)
    foreach ($object in $Context.Entry.objects) { return [string]$object.noun }
    return $Context.Step.Kind
}

# What was there before the write, for the receipt.
function Add-HybridPicture {
    param($Context, $Plan, [string]$Noun, [string]$Identity, $Object, $Carried, $Rows)
    $picture = @{ Noun = $Noun; Identity = $Identity; Present = $false; FoundAs = $null; Before = @(); Equal = $false; Leaving = $false }
    if ($null -ne $Object) {
        $picture.Present = $true
        $name = Get-HybridProperty -Object $Object -Name (Get-HybridNameProperty -Kind $Context.Kind)
        if ($name.Present) { $picture.FoundAs = ConvertTo-HybridText -Value $name.Value }
        $picture.Before = Get-HybridBefore -Carried $Carried -Rows $Rows -Object $Object
    }
    $Plan.Objects[(Get-HybridObjectKey -Noun $Noun -Identity $Identity)] = $picture
    return $picture
}

# The declared properties to send: what differs, and what can only be written, never read.
function Get-HybridChangedValue {
    param($Rows, $Desired, $Differences)
    $values = @{}
    foreach ($difference in $Differences) { $values[$difference.Name] = $Desired[$difference.Name] }
    foreach ($name in (Get-HybridSortedKey -Table $Desired)) {
        $row = Get-HybridPropertyRow -Rows $Rows -Name $name
        if ($row['Compare'] -eq 'write-only' -and -not $row['CreateOnly']) { $values[$name] = $Desired[$name] }
    }
    return $values
}

# The objects whose property has this value.
function Select-HybridObject {
    param($Objects, [string]$Name, $Value, [string]$How)
    $selected = New-Object 'System.Collections.Generic.List[object]'
    foreach ($object in $Objects) {
        $property = Get-HybridProperty -Object $object -Name $Name
        if (-not $property.Present) { throw "Get- returned an object without the property $Name. Nothing can be said about it." }
        if (Test-HybridEqual -Left $property.Value -Right $Value -How $How) { $selected.Add($object) }
    }
    return , $selected.ToArray()
}

# The same by identity. Steps that share a list share its index: 200 of them would compare 200 objects each.
function Select-HybridIdentity {
    param($Context, $Objects)
    $how = Get-HybridIdentityRule -Kind $Context.Kind
    $name = Get-HybridNameProperty -Kind $Context.Kind
    $value = $Context.Step.Identity
    $known = $Context.Run['Reads']
    $candidates = $Objects
    if ($null -ne $known) {
        $key = 'by identity: ' + $Context.Step.Read.ToString()
        if (-not $known.ContainsKey($key)) { $known[$key] = Get-HybridIdentityIndex -Objects $Objects -Name $name -How $how }
        $candidates = Get-HybridElement -Value $known[$key][(ConvertTo-HybridComparable -Value $value -How $how)]
    }
    return , (Select-HybridObject -Objects $candidates -Name $name -Value $value -How $how)
}

function Get-HybridIdentityIndex {
    param($Objects, [string]$Name, [string]$How)
    $index = New-HybridTable
    foreach ($object in $Objects) {
        $property = Get-HybridProperty -Object $object -Name $Name
        if (-not $property.Present) { throw "Get- returned an object without the property $Name. Nothing can be said about it." }
        $text = ConvertTo-HybridComparable -Value $property.Value -How $How
        if (-not $index.ContainsKey($text)) { $index[$text] = New-Object 'System.Collections.Generic.List[object]' }
        $index[$text].Add($object)
    }
    return $index
}

function Get-HybridIdentityRule {
    param($Kind)
    if ($null -ne $Kind['Identity']) { return [string]$Kind['Identity'] }
    return 'identity'
}

# The property by which Get- names an object.
function Get-HybridNameProperty {
    param($Kind)
    if ($null -ne $Kind['NamedBy']) { return [string]$Kind['NamedBy'] }
    return 'Identity'
}

# The object of an entity step: by its identity, else by the value no two objects may share.
function Find-HybridEntity {
    param($Context, $Plan, $Objects)
    $step = $Context.Step
    $kind = $Context.Kind
    $same = Select-HybridIdentity -Context $Context -Objects $Objects
    if ($same.Length -gt 1) { throw "$($same.Length) objects have the identity $($step.Identity); one was expected." }
    $unique = [string]$kind['UniqueBy']
    if ($unique.Length -eq 0 -or $step.Retire -or -not $step.Desired.ContainsKey($unique) -or (Test-HybridUnknownValue -Value $step.Desired[$unique])) {
        if ($same.Length -eq 1) { return $same[0] } else { return $null }
    }
    $row = Get-HybridPropertyRow -Rows $kind.Properties -Name $unique
    $holders = Select-HybridObject -Objects $Objects -Name (Get-HybridReadName -Row $row -Name $unique) -Value $step.Desired[$unique] -How $row['Compare']
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($holder in $holders) { $names.Add((ConvertTo-HybridText -Value (Get-HybridProperty -Object $holder -Name (Get-HybridNameProperty -Kind $kind)).Value)) }
    $shown = "$unique = $(Format-HybridValue -Value $step.Desired[$unique])"
    if ($same.Length -eq 1) {
        $taken = ($holders.Length -gt 1) -or ($holders.Length -eq 1 -and -not [object]::ReferenceEquals($holders[0], $same[0]))
        if ($taken) { $Plan.Refusal = "$($step.Identity) exists, but $shown belongs to $($names.ToArray() -join ', '), and no two may share it. Declare that identity instead, or remove one of them by hand." }
        return $same[0]
    }
    if ($holders.Length -gt 1) { $Plan.Refusal = "$shown belongs to several objects: $($names.ToArray() -join ', '). Remove all but one by hand." }
    if ($holders.Length -eq 0) { return $null }
    $Plan.Notes.Add("Adopted: $($names[0]) already has $shown. It is changed under its own identity, not removed and created again.")
    return $holders[0]
}

function Get-HybridEntityPlan {
    param($Context)
    $step = $Context.Step
    $kind = $Context.Kind
    $plan = New-HybridPlan
    $found = Find-HybridEntity -Context $Context -Plan $plan -Objects (Read-HybridShared -Context $Context)
    $picture = Add-HybridPicture -Context $Context -Plan $plan -Noun (Get-HybridNoun -Context $Context) -Identity $step.Identity -Object $found -Carried $kind['Carried'] -Rows $kind.Properties
    if ($plan.Refusal.Length -gt 0) { return $plan }
    if ($step.Retire) {
        $picture.Equal = ($null -eq $found)
        if ($null -ne $found) { Add-HybridRemoval -Context $Context -Plan $plan -Found $found -Reason 'created by this runbook, no longer declared' }
        return $plan
    }
    if ($null -eq $found) {
        $plan.Lines.Add("+ $($step.Identity) does not exist: it is created")
        if ($null -eq $step.Create) { $plan.Refusal = "$($step.Identity) does not exist, and this step has no call that creates it. Create it by hand, then run again." }
        else { $plan.Writes.Add((New-HybridWrite -Block $step.Create -Arguments @(, $step.Desired))) }
        return $plan
    }
    Add-HybridChange -Context $Context -Plan $plan -Found $found
    $picture.Equal = ($plan.Lines.Count -eq 0)
    return $plan
}

function Get-HybridSingletonPlan {
    param($Context)
    $plan = New-HybridPlan
    $found = Read-HybridSingleton -Read $Context.Step.Read
    $noun = Get-HybridNoun -Context $Context
    $picture = Add-HybridPicture -Context $Context -Plan $plan -Noun $noun -Identity $Context.Step.Identity -Object $found -Carried $Context.Kind['Carried'] -Rows $Context.Kind.Properties
    Add-HybridChange -Context $Context -Plan $plan -Found $found
    $picture.Equal = ($plan.Lines.Count -eq 0)
    return $plan
}

# The one call that brings an existing object to what is declared.
function Add-HybridChange {
    param($Context, $Plan, $Found)
    $step = $Context.Step
    $rows = $Context.Kind.Properties
    $differences = Compare-HybridObject -Rows $rows -Desired $step.Desired -Object $Found
    foreach ($difference in $differences) {
        $Plan.Lines.Add($difference.Line)
        if ($difference.Hidden.Length -gt 0) { $Plan.Refusal = $difference.Hidden }
        if ($difference.CreateOnly) {
            $Plan.Refusal = "$($step.Identity) exists with $($difference.Name) = $(Format-HybridValue -Value $difference.Found); declared is $(Format-HybridValue -Value $difference.Declared). " +
                "$($difference.Name) cannot be changed after creation. Declare the value that is there, or remove the object by hand and run again."
        }
    }
    if ($differences.Length -eq 0 -or $Plan.Refusal.Length -gt 0) { return }
    if ($null -eq $step.Change) { $Plan.Refusal = "$($step.Identity) must change, and this step has no call that changes it. Change it by hand, then run again."; return }
    $values = Get-HybridChangedValue -Rows $rows -Desired $step.Desired -Differences $differences
    $Plan.Writes.Add((New-HybridWrite -Block $step.Change -Arguments @($values, $Found)))
}

function Add-HybridRemoval {
    param($Context, $Plan, $Found, [string]$Reason)
    $step = $Context.Step
    $Plan.Lines.Add("- $($step.Identity) is removed ($Reason)")
    if ($null -eq $step.Remove) { $Plan.Refusal = "$($step.Identity) must go, and this step has no call that removes it. Remove it by hand, then run again."; return }
    $Plan.Writes.Add((New-HybridWrite -Block $step.Remove -Arguments @(, $Found)))
}
