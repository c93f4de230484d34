# Receipts: what was there before our first write and what became ours. They record; they never replace a read.

# A value of "before" as plain data, whatever the JSON reader of this PowerShell made of it.
function ConvertFrom-HybridCaptured {
    param($Value)
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        return [ordered]@{ model = [string]$Value.model; entries = (Get-HybridSortedText -Texts (Get-HybridElement -Value $Value.entries)) }
    }
    if ($Value -is [DateTime]) { return ConvertTo-HybridText -Value $Value }
    if ($Value -is [Array]) { return , $Value }
    return $Value
}

function ConvertFrom-HybridReceiptObject {
    param($Data)
    $before = New-Object 'System.Collections.Generic.List[object]'
    foreach ($pair in (Get-HybridElement -Value $Data.before)) {
        $before.Add([ordered]@{ name = [string]$pair.name; value = (ConvertFrom-HybridCaptured -Value $pair.value) })
    }
    if (@('no', 'intended', 'yes') -cnotcontains [string]$Data.createdByUs) { throw "createdByUs is '$($Data.createdByUs)'" }
    return [ordered]@{
        noun = [string]$Data.noun; identity = [string]$Data.identity; settings = $Data.settings; createdByUs = [string]$Data.createdByUs
        foundAs = $Data.foundAs; present = [bool]$Data.present; before = $before.ToArray()
    }
}

# A receipt with its keys in the one order; throws when anything is missing, so that half a receipt is never believed.
function ConvertFrom-HybridReceipt {
    param($Data)
    if ($Data.schema -ne 1) { throw 'its schema is not 1' }
    if (@('started', 'done', 'undone') -cnotcontains [string]$Data.state) { throw "its state is '$($Data.state)'" }
    $objects = New-Object 'System.Collections.Generic.List[object]'
    foreach ($object in (Get-HybridElement -Value $Data.objects)) { $objects.Add((ConvertFrom-HybridReceiptObject -Data $object)) }
    $receipt = [ordered]@{ schema = 1; id = [string]$Data.id; state = [string]$Data.state; phase = [string]$Data.phase; shell = [string]$Data.shell; host = $Data.host; shape = [string]$Data.shape }
    $receipt['after'] = Get-HybridSortedText -Texts (Get-HybridElement -Value $Data.after)
    foreach ($name in @('script', 'digest')) { $receipt[$name] = [string]$Data.$name }
    $receipt['objects'] = $objects.ToArray()
    # Only steps that use a value of Terraform have it.
    $used = Get-HybridProperty -Object $Data -Name 'parameters'
    if ($used.Present) {
        $parameters = New-Object 'System.Collections.Generic.List[object]'
        foreach ($pair in (Get-HybridElement -Value $used.Value)) { $parameters.Add([ordered]@{ name = [string]$pair.name; value = (ConvertFrom-HybridCaptured -Value $pair.value) }) }
        $receipt['parameters'] = $parameters.ToArray()
    }
    foreach ($name in @('by', 'machine', 'note', 'run')) { $receipt[$name] = [string]$Data.$name }
    $receipt['started'] = ConvertTo-HybridText -Value $Data.started
    $receipt['finished'] = $null
    if ($null -ne $Data.finished) { $receipt['finished'] = ConvertTo-HybridText -Value $Data.finished }
    return $receipt
}

function Get-HybridReceiptPath {
    param($Run, $Entry)
    return [IO.Path]::Combine($Run.StateFolder, 'receipts', [IO.Path]::GetFileNameWithoutExtension([string]$Entry.file) + '.json')
}

# All receipts of the state folder, and those that a hand-over file brings for steps that have none here.
function Import-HybridReceipt {
    param($Run)
    $owners = New-HybridTable
    foreach ($entry in $Run.Steps) { $owners[[IO.Path]::GetFileNameWithoutExtension([string]$entry.file)] = [string]$entry.id }
    $folder = [IO.Path]::Combine($Run.StateFolder, 'receipts')
    if ([IO.Directory]::Exists($folder)) {
        foreach ($path in (Get-HybridSortedText -Texts ([IO.Directory]::GetFiles($folder, '*.json')))) {
            $owner = $owners[[IO.Path]::GetFileNameWithoutExtension($path)]
            try {
                $receipt = ConvertFrom-HybridReceipt -Data (Read-HybridJson -Path $path)
                if ($null -ne $owner -and $receipt.id -cne $owner) { throw "it belongs to $($receipt.id)" }
                $Run.Receipts[$receipt.id] = $receipt
            }
            catch {
                $text = "$path is damaged: $($_.Exception.GetBaseException().Message)"
                if ($null -ne $owner) { $Run.Damaged[$owner] = $text } else { $Run.Warnings.Add($text) }
            }
        }
    }
    Import-HybridHandover -Run $Run
}

function Get-HybridHandoverPath {
    param($Run)
    return [IO.Path]::Combine($Run.StateFolder, $Run.Stack + '.handover.json')
}

function Import-HybridHandover {
    param($Run)
    $path = Get-HybridHandoverPath -Run $Run
    if (-not [IO.File]::Exists($path)) { return }
    try {
        $handover = Read-HybridJson -Path $path
        if ([string]$handover.stack -cne $Run.Stack) { throw "it belongs to the stack $($handover.stack)" }
        foreach ($data in (Get-HybridElement -Value $handover.receipts)) {
            $receipt = ConvertFrom-HybridReceipt -Data $data
            if ($Run.Receipts.ContainsKey($receipt.id) -or $Run.Damaged.ContainsKey($receipt.id)) { continue }
            $Run.Receipts[$receipt.id] = $receipt
        }
    }
    catch { $Run.Warnings.Add("$path is not used: $($_.Exception.GetBaseException().Message)") }
}

function Export-HybridHandover {
    param($Run)
    $receipts = New-Object 'System.Collections.Generic.List[object]'
    foreach ($id in (Get-HybridSortedKey -Table $Run.Receipts)) { $receipts.Add($Run.Receipts[$id]) }
    $handover = [ordered]@{ schema = 1; stack = $Run.Stack; digest = $Run.Digest; run = $Run.Id; receipts = $receipts.ToArray() }
    Write-HybridFile -Path (Get-HybridHandoverPath -Run $Run) -Text ((ConvertTo-HybridJson -Value $handover) + "`n")
}

function Get-HybridReceiptObject {
    param($Receipt, [string]$Noun, [string]$Identity)
    if ($null -eq $Receipt) { return $null }
    $key = Get-HybridObjectKey -Noun $Noun -Identity $Identity
    foreach ($object in $Receipt.objects) {
        if ([string]::Equals((Get-HybridObjectKey -Noun $object.noun -Identity $object.identity), $key, [StringComparison]::OrdinalIgnoreCase)) { return $object }
    }
    return $null
}

# The receipt whose origin still counts. Undone ended it; so did a retirement, when the subject is declared again.
function Get-HybridLivingReceipt {
    param($Run, $Entry)
    $receipt = $Run.Receipts[[string]$Entry.id]
    if ($null -eq $receipt -or $receipt.state -ceq 'undone') { return $null }
    if ($receipt.phase -ceq '90-retire' -and [string]$Entry.phase -cne '90-retire') { return $null }
    return $receipt
}

# Disk first, memory second: what the run believes is what the next run will find.
function Save-HybridReceipt {
    param($Run, $Entry, $Receipt)
    $path = Get-HybridReceiptPath -Run $Run -Entry $Entry
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($path))
    Write-HybridFile -Path $path -Text ((ConvertTo-HybridJson -Value $Receipt) + "`n")
    $Run.Receipts[[string]$Entry.id] = $Receipt
    Add-HybridJournal -Run $Run -Name "receipt-$($Receipt.state)" -Fields ([ordered]@{ step = [string]$Entry.id }) -Flush
}

# Everything a receipt says apart from who wrote it and when.
function Get-HybridReceiptContent {
    param($Receipt)
    $content = [ordered]@{}
    foreach ($name in @('id', 'state', 'phase', 'shell', 'host', 'shape', 'after', 'script', 'objects', 'parameters')) { $content[$name] = $Receipt[$name] }
    return ConvertTo-HybridJson -Value $content
}
