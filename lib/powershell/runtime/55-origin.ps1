# Whose object is it? Decided on disk before a write, so that a killed run can be continued and undone without guessing.

# The state of one object in the new receipt. Known is what the receipt on disk says, Picture what was read just now.
function Get-HybridOrigin {
    param($Known, $Picture, [string]$State, [switch]$Abandoned)
    if ($null -eq $Picture) {
        if ($null -ne $Known) { return $Known }
        return @{ createdByUs = 'no'; foundAs = $null; present = $false; before = @() }
    }
    $fresh = @{ createdByUs = 'no'; foundAs = $Picture.FoundAs; present = $Picture.Present; before = $Picture.Before }
    $absent = (-not $Picture.Present) -and (-not $Picture.Equal)
    if ($null -eq $Known) {
        # Leaving: the baseline says that we created it. Without a receipt there is no older truth.
        if ($Picture.Leaving) { $fresh.createdByUs = 'yes'; $fresh.present = $false }
        if ($absent) { $fresh.createdByUs = 'intended' }
        return $fresh
    }
    if ($Known.createdByUs -ceq 'yes') { return $Known }
    $kept = @{ createdByUs = $Known.createdByUs; foundAs = $Known.foundAs; present = $Known.present; before = $Known.before }
    if ($Known.createdByUs -ceq 'no') {
        if ($Known.present) { return $kept }
        # Absent when we last looked. Somebody else created it since, or we try once more.
        if ($Picture.Present) { return $fresh }
        if ($absent) { $kept.createdByUs = 'intended' }
        return $kept
    }
    # Intended: our New- may have run. There and as declared, it is ours; there and different, it is somebody else's.
    if ($Picture.Present -and -not $Picture.Equal) { return $fresh }
    if ($Picture.Present -and $State -ceq 'done') { $kept.createdByUs = 'yes' }
    if ($absent -and $Abandoned) { $kept.createdByUs = 'no' }
    return $kept
}

function New-HybridReceiptObject {
    param([string]$Noun, [string]$Identity, $Settings, $Origin)
    return [ordered]@{
        noun = $Noun; identity = $Identity; settings = $Settings; createdByUs = $Origin.createdByUs
        foundAs = $Origin.foundAs; present = [bool]$Origin.present; before = $Origin.before
    }
}

# The objects of steps.json, then what this step removes or once had: undo needs those as well.
function Get-HybridReceiptObjectList {
    param($Context, $Plan, [string]$State, [switch]$Abandoned)
    $objects = New-Object 'System.Collections.Generic.List[object]'
    $listed = New-HybridTable
    $old = $Context.Receipt
    foreach ($object in $Context.Entry.objects) {
        $key = Get-HybridObjectKey -Noun $object.noun -Identity $object.identity
        $listed[$key] = $true
        $origin = Get-HybridOrigin -Known $Context.Known[$key] -Picture $Plan.Objects[$key] -State $State -Abandoned:$Abandoned
        $objects.Add((New-HybridReceiptObject -Noun $object.noun -Identity $object.identity -Settings $object.settings -Origin $origin))
    }
    $others = New-HybridTable
    if ($null -ne $old) { foreach ($object in $old.objects) { $others[(Get-HybridObjectKey -Noun $object.noun -Identity $object.identity)] = @{ Noun = $object.noun; Identity = $object.identity; Settings = $object.settings } } }
    foreach ($key in (Get-HybridSortedKey -Table $Plan.Objects)) {
        if (-not $others.ContainsKey($key)) { $others[$key] = @{ Noun = $Plan.Objects[$key].Noun; Identity = $Plan.Objects[$key].Identity; Settings = $null } }
    }
    foreach ($key in (Get-HybridSortedKey -Table $others)) {
        if ($listed.ContainsKey($key)) { continue }
        $origin = Get-HybridOrigin -Known $Context.Known[$key] -Picture $Plan.Objects[$key] -State $State -Abandoned:$Abandoned
        # Ours and no longer declared: when the step is done it is gone, and so is its entry.
        if ($State -ceq 'done' -and $origin.createdByUs -cne 'no') { continue }
        $objects.Add((New-HybridReceiptObject -Noun $others[$key].Noun -Identity $others[$key].Identity -Settings $others[$key].Settings -Origin $origin))
    }
    return , $objects.ToArray()
}

# The receipt on disk by object, so that long lists are not searched for every entry.
function Get-HybridKnownObject {
    param($Receipt)
    $known = New-HybridTable
    if ($null -eq $Receipt) { return $known }
    foreach ($object in $Receipt.objects) { $known[(Get-HybridObjectKey -Noun $object.noun -Identity $object.identity)] = $object }
    return $known
}

function New-HybridReceipt {
    param($Context, $Plan, [string]$State, [switch]$Abandoned, [string]$By, [string]$Note)
    $entry = $Context.Entry
    $run = $Context.Run
    $now = Get-HybridNow
    $receipt = [ordered]@{ schema = 1; id = [string]$entry.id; state = $State; phase = [string]$entry.phase; shell = [string]$entry.shell; host = $entry.host; shape = [string]$entry.shape }
    $receipt['after'] = Get-HybridSortedText -Texts (Get-HybridElement -Value $entry.after)
    $receipt['script'] = [string]$run.Files[[string]$entry.file]
    $receipt['digest'] = $run.Digest
    $receipt['objects'] = Get-HybridReceiptObjectList -Context $Context -Plan $Plan -State $State -Abandoned:$Abandoned
    $used = Get-HybridUsedParameter -Context $Context
    if ($used.Length -gt 0) { $receipt['parameters'] = $used }
    $receipt['by'] = $run.By
    if ($By.Length -gt 0) { $receipt['by'] = $By }
    $receipt['machine'] = $run.Machine
    $receipt['note'] = $Note
    $receipt['run'] = $run.Id
    $receipt['started'] = $now
    if ($null -ne $Context.Receipt -and $Context.Receipt.state -ceq 'started') { $receipt['started'] = $Context.Receipt.started }
    $receipt['finished'] = $null
    if ($State -cne 'started') { $receipt['finished'] = $now }
    return $receipt
}

# Before the first write, and after a failed one: everything that undo needs lies on the disk.
function Save-HybridStarted {
    param($Context, $Plan, [switch]$Abandoned)
    $receipt = New-HybridReceipt -Context $Context -Plan $Plan -State 'started' -Abandoned:$Abandoned
    Save-HybridReceipt -Run $Context.Run -Entry $Context.Entry -Receipt $receipt
    $Context.Receipt = $receipt
    $Context.Known = Get-HybridKnownObject -Receipt $receipt
}

# A done receipt that already says the same is left alone: it tells who really did it.
function Save-HybridDone {
    param($Context, $Plan, [string]$By, [string]$Note)
    $receipt = New-HybridReceipt -Context $Context -Plan $Plan -State 'done' -By $By -Note $Note
    $old = $Context.Receipt
    if ($null -ne $old -and [string]::Equals((Get-HybridReceiptContent -Receipt $old), (Get-HybridReceiptContent -Receipt $receipt), [StringComparison]::Ordinal)) { return }
    Save-HybridReceipt -Run $Context.Run -Entry $Context.Entry -Receipt $receipt
    $Context.Receipt = $receipt
    $Context.Known = Get-HybridKnownObject -Receipt $receipt
}
