# The tenant's domain lists are properties of one object: additions by single entries, the rest in one call.

function Test-HybridListProperty {
    param($Row)
    return ($Row['Write'] -eq 'domain-list' -or $Row['Write'] -eq 'block-list')
}

# One list property: what is there, what is declared, what comes, what goes, what is of unknown origin.
function Get-HybridDomainView {
    param($Context, [string]$Name, $Found)
    $step = $Context.Step
    $row = Get-HybridPropertyRow -Rows $Context.Kind.Properties -Name $Name
    $property = Get-HybridProperty -Object $Found -Name (Get-HybridReadName -Row $row -Name $Name)
    if (-not $property.Present) { throw "Get- returned no property $Name, which is declared. Nothing can be said about it." }
    $there = ConvertFrom-HybridDomainList -Value $property.Value
    $declared = ConvertFrom-HybridDeclaredList -Value $step.Desired[$Name]
    $given = New-Object 'System.Collections.Generic.List[string]'
    foreach ($entry in (Get-HybridElement -Value $step.Removed)) {
        if ($entry.Property -ceq $Name) { $given.Add((ConvertTo-HybridComparable -Value $entry.Identity -How 'fqdn')) }
    }
    $undeclared = Get-HybridMissing -Left $there.Entries -Right $declared.Entries
    $foreign = Get-HybridMissing -Left $undeclared -Right $given
    $gone = Get-HybridMissing -Left $undeclared -Right $foreign
    # Opening replaces the list: whoever stands on it still gets through, and undo brings the list back.
    if ($declared.Model -ceq 'Open') { $gone = $undeclared; $foreign = @() }
    if ($step.Undeclared -ceq 'Remove') { $gone = Get-HybridSortedText -Texts ($gone + $foreign) }
    return @{
        Name = $Name; Row = $row; There = $there; Declared = $declared; Gone = $gone; Foreign = $foreign
        Missing = (Get-HybridMissing -Left $declared.Entries -Right $there.Entries)
        Noun = (Get-HybridNoun -Context $Context) + '.' + $Name
    }
}

function Get-HybridDomainListPlan {
    param($Context)
    $step = $Context.Step
    $plan = New-HybridPlan
    $found = Read-HybridSingleton -Read $step.Read
    $noun = Get-HybridNoun -Context $Context
    $picture = Add-HybridPicture -Context $Context -Plan $plan -Noun $noun -Identity $step.Identity -Object $found -Carried $Context.Kind['Carried'] -Rows $Context.Kind.Properties
    $before = @{}
    $values = @{}
    $views = New-HybridTable
    foreach ($name in (Get-HybridSortedKey -Table $step.Desired)) {
        $row = Get-HybridPropertyRow -Rows $Context.Kind.Properties -Name $name
        if (Test-HybridListProperty -Row $row) { $views[$name] = Get-HybridDomainView -Context $Context -Name $name -Found $found; continue }
        $difference = Compare-HybridProperty -Rows $Context.Kind.Properties -Name $name -Declared $step.Desired[$name] -Object $found
        if ($null -ne $difference) { $plan.Lines.Add($difference.Line); $values[$name] = $step.Desired[$name] }
    }
    foreach ($name in (Get-HybridSortedKey -Table $views)) {
        Add-HybridDomainPicture -Plan $plan -View $views[$name]
        Add-HybridDomainLine -Context $Context -Plan $plan -View $views[$name]
        if ($views[$name].Row['Write'] -eq 'domain-list') { Add-HybridAllowedValue -Context $Context -Plan $plan -View $views[$name] -Before $before -Values $values }
        else { Add-HybridBlockedValue -View $views[$name] -Others $views -Before $before -Values $values }
    }
    # What leaves a list is written before anything enters the other one.
    if ($before.PSBase.Count -gt 0) { $plan.Writes.Add((New-HybridWrite -Block $step.Change -Arguments @($before, $found))) }
    if ($values.PSBase.Count -gt 0) { $plan.Writes.Add((New-HybridWrite -Block $step.Change -Arguments @($values, $found))) }
    $picture.Equal = ($plan.Writes.Count -eq 0)
    return $plan
}

# The entries as objects of their own: the receipt says of each whether we added it.
function Add-HybridDomainPicture {
    param($Plan, $View)
    $present = New-HybridTable
    foreach ($name in $View.There.Entries) { $present[$name] = $true }
    foreach ($name in (Get-HybridSortedText -Texts ($View.Declared.Entries + $View.Gone))) {
        $picture = @{ Noun = $View.Noun; Identity = $name; Present = $present.ContainsKey($name); FoundAs = $null; Before = @(); Equal = $present.ContainsKey($name); Leaving = $false }
        if ($picture.Present) { $picture.FoundAs = $name }
        $Plan.Objects[(Get-HybridObjectKey -Noun $View.Noun -Identity $name)] = $picture
    }
    if ($View.Declared.Model -ceq 'Open') { return }
    # Of unknown origin and removed: undo must bring it back, so it is no leaving entry of ours.
    foreach ($name in (Get-HybridMissing -Left $View.Gone -Right $View.Foreign)) {
        $Plan.Objects[(Get-HybridObjectKey -Noun $View.Noun -Identity $name)].Leaving = $true
    }
}

function Add-HybridDomainLine {
    param($Context, $Plan, $View)
    if ($View.There.Model -cne $View.Declared.Model) { $Plan.Lines.Add("~ $($View.Name): $(Format-HybridDomainModel -List $View.There) -> $(Format-HybridDomainModel -List $View.Declared)") }
    if ($View.Declared.Model -ceq 'Open') {
        foreach ($name in $View.Gone) { $Plan.Notes.Add("$name stands on the list that goes; like everybody it still gets through. Undo brings the list back.") }
        return
    }
    $ours = Get-HybridMissing -Left $View.Gone -Right $View.Foreign
    foreach ($name in $ours) { $Plan.Lines.Add("- $name leaves $($View.Name) (created by this runbook, no longer declared)") }
    foreach ($name in (Get-HybridMissing -Left $View.Gone -Right $ours)) { $Plan.Lines.Add("- $name leaves $($View.Name) (not declared, origin unknown)") }
    foreach ($name in $View.Missing) { $Plan.Lines.Add("+ $name enters $($View.Name)") }
    foreach ($name in $View.Foreign) {
        if ($Context.Step.Undeclared -ceq 'Keep') { $Plan.Notes.Add("$name in $($View.Name) is not declared and stays.") }
        if ($Context.Step.Undeclared -ceq 'Block') { $Plan.Foreign.Add("$name in $($View.Name)$(Get-HybridOriginHint -Context $Context -Noun $View.Noun -Identity $name)") }
    }
}

function Format-HybridDomainModel {
    param($List)
    if ($List.Model -ceq 'Open') { return 'everybody (open)' }
    if ($List.Entries.Length -eq 0) { return 'nobody (closed, no domains)' }
    return "named domains only (closed, $($List.Entries.Length))"
}

function Add-HybridAllowedValue {
    param($Context, $Plan, $View, $Before, $Values)
    $parameter = [string]$View.Row['WriteAs']
    if ($View.Declared.Model -ceq 'Open') {
        if ($View.There.Model -cne 'Open') { $Values[$View.Name] = Get-HybridAllKnownDomain }
        return
    }
    $empty = ($View.There.Model -cne 'Open' -and $View.There.Entries.Length -eq 0)
    if ($View.Declared.Entries.Length -eq 0) {
        if ($empty) { return }
        $kept = Get-HybridMissing -Left $View.There.Entries -Right $View.Gone
        if (-not $View.Declared.Nobody -and $kept.Length -eq 0) { $Plan.Refusal = "$($View.Name) would become a closed list without entries: nobody would federate any more, and nobody declared that. Declare FederationPolicy.none() if it is meant."; return }
        if ($View.Declared.Nobody -and $kept.Length -gt 0) {
            if ($Plan.Foreign.Count -eq 0) { $Plan.Refusal = "Nobody shall federate, but $($kept -join ', ') would stay in $($View.Name). Let undeclared entries be removed, or remove them by hand." }
            return
        }
        if ($View.Declared.Nobody) { $Values[$View.Name] = Get-HybridNoDomain; return }
    }
    # The documented ways to change single entries speak of a list that has some.
    if ($View.There.Model -ceq 'Open' -or $empty) {
        $Values[$parameter] = ConvertTo-HybridDomainList -Names $View.Declared.Entries
        return
    }
    $byList = New-Object 'System.Collections.Generic.List[string]'
    foreach ($name in $View.Gone) {
        $block = Get-HybridRemoveBlock -Step $Context.Step -Property $View.Name -Identity $name
        if ($null -eq $block) { $byList.Add($name) } else { $Plan.Writes.Add((New-HybridWrite -Block $block -Arguments @())) }
    }
    if ($byList.Count -gt 0) { $Before[$parameter] = @{ Remove = (ConvertTo-HybridDomainList -Names $byList) } }
    if ($View.Missing.Length -gt 0) { $Values[$parameter] = @{ Add = (ConvertTo-HybridDomainList -Names $View.Missing) } }
}

# The literal removal line of an entry that the baseline says we created.
function Get-HybridRemoveBlock {
    param($Step, [string]$Property, [string]$Identity)
    foreach ($entry in (Get-HybridElement -Value $Step.Removed)) {
        if ($entry.Property -cne $Property) { continue }
        if (Test-HybridEqual -Left $entry.Identity -Right $Identity -How 'fqdn') { return $entry['Remove'] }
    }
    return $null
}

# The blocked list has no documented call for a single entry: it is written whole, from what was read a moment before.
function Add-HybridBlockedValue {
    param($View, $Others, $Before, $Values)
    if ($View.Gone.Length -eq 0 -and $View.Missing.Length -eq 0) { return }
    $stay = Get-HybridMissing -Left $View.There.Entries -Right $View.Gone
    $changesSide = $false
    foreach ($key in (Get-HybridSortedKey -Table $Others)) {
        $entering = $Others[$key].Missing
        $free = Get-HybridMissing -Left $View.Gone -Right $entering
        if ($free.Length -lt $View.Gone.Length) { $changesSide = $true }
    }
    if ($changesSide) { $Before[$View.Name] = ConvertTo-HybridWholeList -Names $stay }
    if ($View.Missing.Length -gt 0 -or -not $changesSide) { $Values[$View.Name] = ConvertTo-HybridWholeList -Names ($stay + $View.Missing) }
}

function ConvertTo-HybridWholeList {
    param($Names)
    # An empty list is refused by the cmdlet; $null clears it.
    if ($Names.Length -eq 0) { return $null }
    return , (ConvertTo-HybridDomainList -Names $Names)
}
