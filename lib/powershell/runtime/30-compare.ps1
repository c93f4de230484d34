# Reading and comparing. Whatever cannot be read for certain throws: the step becomes Unknown and nothing is written.

# What Get- (or a test) returns. An error passes through, marked: it may be due to a step that has not run yet, whereas what
# this runtime makes of an answer never is.
function Invoke-HybridRead {
    param([scriptblock]$Read)
    try { $answer = & $Read }
    catch {
        $_.Exception.Data['HybridRead'] = $true
        throw
    }
    return , (Get-HybridElement -Value $answer)
}

# An empty answer is asked a second time: taking it for "absent" once has created what was there and recorded it as ours.
function Read-HybridObject {
    param([scriptblock]$Read)
    $first = Invoke-HybridRead -Read $Read
    if ($first.Length -gt 0) { return , $first }
    $second = Invoke-HybridRead -Read $Read
    if ($second.Length -gt 0) { throw "Asked twice, the read gave two answers: first nothing, then $($second.Length). Run again; if it stays so, ask the server's owner." }
    return , $second
}

# The list of a noun for steps that follow each other on it: 200 SIP domains are one list, not 200 reads. The batch drops it.
function Read-HybridShared {
    param($Context)
    $known = $Context.Run['Reads']
    if ($null -eq $known) { return , (Read-HybridObject -Read $Context.Step.Read) }
    $text = $Context.Step.Read.ToString()
    if (-not $known.ContainsKey($text)) { $known[$text] = Read-HybridObject -Read $Context.Step.Read }
    return , $known[$text]
}

# A singleton is never absent. Some Get- cmdlets list site objects beside it.
function Read-HybridSingleton {
    param([scriptblock]$Read)
    $objects = Read-HybridObject -Read $Read
    if ($objects.Length -eq 0) { throw 'The read returned nothing, but this object always exists. Check the rights of this account and the connection.' }
    if ($objects.Length -eq 1) {
        $only = Get-HybridProperty -Object $objects[0] -Name 'Identity'
        # A policy of a site that stands alone is not the global one: writing to it would hit other people.
        if ($only.Present -and -not (Test-HybridEqual -Left $only.Value -Right 'Global' -How 'identity')) { throw "The read returned $(Format-HybridValue -Value $only.Value) and nothing named Global, which always exists. Check the rights of this account." }
        return $objects[0]
    }
    $global = New-Object 'System.Collections.Generic.List[object]'
    foreach ($object in $objects) {
        $identity = Get-HybridProperty -Object $object -Name 'Identity'
        if (Test-HybridEqual -Left $identity.Value -Right 'Global' -How 'identity') { $global.Add($object) }
    }
    if ($global.Count -ne 1) { throw "The read returned $($objects.Length) objects, $($global.Count) of them named Global; exactly one was expected." }
    return $global[0]
}

function Get-HybridProperty {
    param($Object, [string]$Name)
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return @{ Present = $false; Value = $null } }
    return @{ Present = $true; Value = $property.Value }
}

# The catalogue row of one property. A property without a row is an error of the generator, not of the server.
function Get-HybridPropertyRow {
    param($Rows, [string]$Name)
    $row = $Rows[$Name]
    if ($null -eq $row) { throw "Hybrid.Catalogue.ps1 has no row for the property $Name." }
    return $row
}

function Get-HybridReadName {
    param($Row, [string]$Name)
    if ($null -ne $Row -and $null -ne $Row['ReadAs']) { return [string]$Row['ReadAs'] }
    return $Name
}

# One declared property against the object: $null when equal, else what differs.
function Compare-HybridProperty {
    param($Rows, [string]$Name, $Declared, $Object)
    $row = Get-HybridPropertyRow -Rows $Rows -Name $Name
    if ($row['Compare'] -eq 'write-only') { return $null }
    $readName = Get-HybridReadName -Row $row -Name $Name
    $found = Get-HybridProperty -Object $Object -Name $readName
    $difference = @{ Name = $Name; Declared = $Declared; Found = $found.Value; CreateOnly = [bool]$row['CreateOnly']; Hidden = ''; Line = '' }
    if (-not $found.Present) {
        if ($null -eq $row['WhenMissing']) { throw "Get- returned no property $readName, which is declared. Nothing can be said about it." }
        # The product hides the property in a mode that this step must not leave by itself.
        $difference.Hidden = [string]$row['WhenMissing']
        $difference.Line = "~ ${Name}: (not returned) -> $(Format-HybridValue -Value $Declared)"
        return $difference
    }
    if (Test-HybridEqual -Left $found.Value -Right $Declared -How $row['Compare']) { return $null }
    $difference.Line = "~ ${Name}: $(Format-HybridValue -Value $found.Value) -> $(Format-HybridValue -Value $Declared)"
    return $difference
}

# All differences of an object, in ordinal order of the property.
function Compare-HybridObject {
    param($Rows, $Desired, $Object)
    $differences = New-Object 'System.Collections.Generic.List[object]'
    foreach ($name in (Get-HybridSortedKey -Table $Desired)) {
        $difference = Compare-HybridProperty -Rows $Rows -Name $name -Declared $Desired[$name] -Object $Object
        if ($null -ne $difference) { $differences.Add($difference) }
    }
    return , $differences.ToArray()
}

# What undo needs, in the form of a receipt: every carried property that has a value.
function Get-HybridBefore {
    param($Carried, $Rows, $Object)
    $before = New-Object 'System.Collections.Generic.List[object]'
    foreach ($name in (Get-HybridSortedText -Texts $Carried)) {
        $row = $Rows[$name]
        $found = Get-HybridProperty -Object $Object -Name (Get-HybridReadName -Row $row -Name $name)
        if (-not $found.Present) { continue }
        $how = 'exact'
        if ($null -ne $row) { $how = $row['Compare'] }
        $value = ConvertTo-HybridCaptured -Value $found.Value -How $how
        if ($null -ne $value) { $before.Add([ordered]@{ name = $name; value = $value }) }
    }
    return , $before.ToArray()
}

# Plain data only: no object of the product survives in a receipt.
function ConvertTo-HybridCaptured {
    param($Value, [string]$How)
    if ($How -eq 'domain-list') {
        $list = ConvertFrom-HybridDomainList -Value $Value
        return [ordered]@{ model = $list.Model; entries = $list.Entries }
    }
    if ($null -eq $Value) { return $null }
    if ($Value -is [bool] -or $Value -is [int] -or $Value -is [long] -or $Value -is [uint32]) { return $Value }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string]) {
        $texts = New-Object 'System.Collections.Generic.List[string]'
        foreach ($element in (Get-HybridElement -Value $Value)) { $texts.Add((ConvertTo-HybridText -Value $element)) }
        if (@('set', 'set-ignore-case') -ccontains $How) { return , (Get-HybridSortedText -Texts $texts) }
        return , $texts.ToArray()
    }
    return ConvertTo-HybridText -Value $Value
}
