# Lists of objects that exclude each other, such as allowed and blocked domains: one plan over all of them.

# What one list holds, declares and gives up.
function Get-HybridListView {
    param($Context, $List)
    $row = $Context.Kind.Lists[$List.Noun]
    if ($null -eq $row) { throw "Hybrid.Catalogue.ps1 has no row for the list $($List.Noun)." }
    $rule = Get-HybridIdentityRule -Kind $row
    $view = @{ List = $List; Row = $row; Rule = $rule; Found = (New-HybridTable); Declared = (New-HybridTable); Removed = (New-HybridTable); Objects = $null; Writes = 0 }
    $view.Objects = Get-HybridListObject -Context $Context -List $List
    foreach ($object in $view.Objects) {
        $identity = Get-HybridProperty -Object $object -Name 'Identity'
        if (-not $identity.Present) { throw "Get-$($List.Noun) returned an object without an identity." }
        $view.Found[(ConvertTo-HybridComparable -Value $identity.Value -How $rule)] = $object
    }
    foreach ($entry in (Get-HybridElement -Value $List.Entries)) { $view.Declared[(ConvertTo-HybridComparable -Value $entry.Identity -How $rule)] = $entry }
    foreach ($entry in (Get-HybridElement -Value $List.Removed)) { $view.Removed[(ConvertTo-HybridComparable -Value $entry.Identity -How $rule)] = $entry }
    return $view
}

# After a write, a list in which nothing was written is not read again: it may hold thousands.
function Get-HybridListObject {
    param($Context, $List)
    $unwritten = $Context['Unwritten']
    if ($null -ne $unwritten -and $unwritten.ContainsKey($List.Noun)) { return , $unwritten[$List.Noun] }
    return , (Read-HybridObject -Read $List.Read)
}

function Get-HybridListPlan {
    param($Context)
    $plan = New-HybridPlan
    $views = New-Object 'System.Collections.Generic.List[object]'
    foreach ($list in $Context.Step.Lists) { $views.Add((Get-HybridListView -Context $Context -List $list)) }
    # A domain that changes sides must leave one list before it may enter the other: no additions before the last removal.
    foreach ($view in $views) {
        $before = $plan.Writes.Count
        Add-HybridListRemoval -Context $Context -Plan $plan -View $view
        $view.Writes = $plan.Writes.Count - $before
    }
    foreach ($view in $views) {
        $before = $plan.Writes.Count
        Add-HybridListEntry -Context $Context -Plan $plan -View $view
        if ($view.Writes + $plan.Writes.Count - $before -eq 0) { $plan.Unwritten[$view.List.Noun] = $view.Objects }
    }
    return $plan
}

function Add-HybridListPicture {
    param($Context, $Plan, $View, [string]$Identity, $Object)
    return Add-HybridPicture -Context $Context -Plan $Plan -Noun $View.List.Noun -Identity $Identity -Object $Object -Carried $View.Row['Carried'] -Rows $View.Row['Properties']
}

function Add-HybridListRemoval {
    param($Context, $Plan, $View)
    foreach ($identity in (Get-HybridSortedKey -Table $View.Found)) {
        if ($View.Declared.ContainsKey($identity)) { continue }
        $object = $View.Found[$identity]
        $entry = $View.Removed[$identity]
        if ($null -ne $entry) {
            $picture = Add-HybridListPicture -Context $Context -Plan $Plan -View $View -Identity $identity -Object $object
            $picture.Leaving = $true
            $Plan.Lines.Add("- $identity leaves $($View.List.Noun) (created by this runbook, no longer declared)")
            if ($null -ne $entry['Remove']) { $Plan.Writes.Add((New-HybridWrite -Block $entry.Remove -Arguments @())) }
            else { $Plan.Writes.Add((New-HybridWrite -Block $View.List.Remove -Arguments @(, $object))) }
            continue
        }
        Add-HybridForeign -Context $Context -Plan $Plan -View $View -Identity $identity -Object $object
    }
}

# An entry that is neither declared nor ours: somebody needed it once.
function Add-HybridForeign {
    param($Context, $Plan, $View, [string]$Identity, $Object)
    $noun = $View.List.Noun
    switch ($Context.Step.Undeclared) {
        'Keep' { $Plan.Notes.Add("$Identity in $noun is not declared and stays.") }
        'Remove' {
            $null = Add-HybridListPicture -Context $Context -Plan $Plan -View $View -Identity $Identity -Object $Object
            $Plan.Lines.Add("- $Identity leaves $noun (not declared, origin unknown)")
            $Plan.Writes.Add((New-HybridWrite -Block $View.List.Remove -Arguments @(, $Object)))
        }
        default { $Plan.Foreign.Add("$Identity in $noun$(Get-HybridOriginHint -Context $Context -Noun $noun -Identity $Identity)") }
    }
}

# The committed baseline may lag behind the receipts: then the entry is ours, and one command says so.
function Get-HybridOriginHint {
    param($Context, [string]$Noun, [string]$Identity)
    $known = Get-HybridReceiptObject -Receipt $Context.Receipt -Noun $Noun -Identity $Identity
    if ($null -ne $known -and $known.createdByUs -ne 'no') { return ' (this runbook created it: merge the hand-over file with lync-hybrid receipts add, then synthesize again)' }
    return ''
}

function Add-HybridListEntry {
    param($Context, $Plan, $View)
    $list = $View.List
    $rows = $View.Row['Properties']
    foreach ($identity in (Get-HybridSortedKey -Table $View.Declared)) {
        $entry = $View.Declared[$identity]
        $desired = @{}
        foreach ($name in (Get-HybridSortedKey -Table $entry)) { if ($name -cne 'Identity') { $desired[$name] = $entry[$name] } }
        $object = $View.Found[$identity]
        $picture = Add-HybridListPicture -Context $Context -Plan $Plan -View $View -Identity $entry.Identity -Object $object
        if ($null -eq $object) {
            $Plan.Lines.Add("+ $($entry.Identity) enters $($list.Noun)")
            $Plan.Writes.Add((New-HybridWrite -Block $list.Create -Arguments @($entry.Identity, $desired)))
            continue
        }
        $differences = Compare-HybridObject -Rows $rows -Desired $desired -Object $object
        $picture.Equal = ($differences.Length -eq 0)
        if ($picture.Equal) { continue }
        foreach ($difference in $differences) {
            $Plan.Lines.Add("$($difference.Line)   ($($entry.Identity) in $($list.Noun))")
            if ($difference.CreateOnly -or $null -eq $list.Change) { $Plan.Refusal = "$($entry.Identity) in $($list.Noun) has another $($difference.Name), which cannot be changed. Remove the entry by hand, then run again." }
        }
        if ($Plan.Refusal.Length -gt 0) { continue }
        $values = Get-HybridChangedValue -Rows $rows -Desired $desired -Differences $differences
        $Plan.Writes.Add((New-HybridWrite -Block $list.Change -Arguments @($values, $object)))
    }
}
