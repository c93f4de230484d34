# Values: one canonical text per value, compared ordinally, so that no culture decides what is equal.

# Keys in ordinal order. PSBase, because a table with an entry called "Keys" answers .Keys with that entry.
function Get-HybridSortedKey {
    param([System.Collections.IDictionary]$Table)
    $keys = New-Object 'System.Collections.Generic.List[string]'
    foreach ($key in $Table.PSBase.Keys) { $keys.Add([string]$key) }
    $keys.Sort([StringComparer]::Ordinal)
    return , $keys.ToArray()
}

# Texts in ordinal order, each once.
function Get-HybridSortedText {
    param($Texts)
    $sorted = New-Object 'System.Collections.Generic.SortedSet[string]' -ArgumentList @(, [StringComparer]::Ordinal)
    foreach ($text in $Texts) { $null = $sorted.Add([string]$text) }
    $list = New-Object 'System.Collections.Generic.List[string]'
    foreach ($text in $sorted) { $list.Add($text) }
    return , $list.ToArray()
}

# A table whose keys differ by more than case. A literal @{} compares keys by the culture of the session.
function New-HybridTable {
    return New-Object System.Collections.Hashtable -ArgumentList @(, [StringComparer]::OrdinalIgnoreCase)
}

# The elements of a value: nothing for null, itself for a single value, without nulls for a collection.
function Get-HybridElement {
    param($Value)
    $elements = New-Object 'System.Collections.Generic.List[object]'
    if ($null -eq $Value) { return , $elements.ToArray() }
    $single = ($Value -is [string]) -or ($Value -is [System.Collections.IDictionary]) -or ($Value -isnot [System.Collections.IEnumerable])
    if ($single) { $elements.Add($Value) }
    else { foreach ($element in $Value) { if ($null -ne $element) { $elements.Add($element) } } }
    return , $elements.ToArray()
}

function ConvertTo-HybridText {
    param($Value)
    if ($null -eq $Value) { return '' }
    if ($Value -is [string]) { return [string]$Value }
    if ($Value -is [bool]) { if ($Value) { return 'True' } else { return 'False' } }
    if ($Value -is [Uri]) { return $Value.OriginalString }
    $invariant = [Globalization.CultureInfo]::InvariantCulture
    # The Gregorian calendar, also on a server that counts Buddhist years.
    if ($Value -is [DateTime]) { return $Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", $invariant) }
    if ($Value -is [Enum]) { return $Value.ToString() }
    if ($Value -is [IFormattable]) { return $Value.ToString($null, $invariant) }
    return [string]$Value
}

# The scheme and the host ignore case, the path does not; a slash at the end says nothing.
function ConvertTo-HybridUriText {
    param([string]$Text)
    $trimmed = $Text.TrimEnd('/')
    $scheme = $trimmed.IndexOf('://', [StringComparison]::Ordinal)
    if ($scheme -lt 0) { return $trimmed }
    $path = $trimmed.IndexOf('/', $scheme + 3)
    if ($path -lt 0) { return $trimmed.ToLowerInvariant() }
    return $trimmed.Substring(0, $path).ToLowerInvariant() + $trimmed.Substring($path)
}

function ConvertTo-HybridIdentityText {
    param([string]$Text)
    $bare = $Text
    foreach ($prefix in @('Global:', 'Tag:', 'Site:', 'sip:')) {
        if ($bare.StartsWith($prefix, [StringComparison]::OrdinalIgnoreCase)) { $bare = $bare.Substring($prefix.Length) }
    }
    return $bare.ToLowerInvariant()
}

function ConvertTo-HybridNumberText {
    param([string]$Text)
    $invariant = [Globalization.CultureInfo]::InvariantCulture
    $number = [decimal]0
    if ([decimal]::TryParse($Text, [Globalization.NumberStyles]::Float, $invariant, [ref]$number)) { return $number.ToString('G29', $invariant) }
    return $Text
}

# The text by which two values are compared; How is the comparison named in the catalogue row.
function ConvertTo-HybridComparable {
    param($Value, [string]$How)
    if (@('set', 'set-ignore-case', 'list') -ccontains $How) {
        $texts = New-Object 'System.Collections.Generic.List[string]'
        foreach ($element in (Get-HybridElement -Value $Value)) {
            $text = ConvertTo-HybridText -Value $element
            if ($How -ceq 'set-ignore-case') { $text = $text.ToLowerInvariant() }
            $texts.Add($text)
        }
        if ($How -ne 'list') { return (Get-HybridSortedText -Texts $texts) -join "`n" }
        return $texts.ToArray() -join "`n"
    }
    $text = ConvertTo-HybridText -Value $Value
    switch ($How) {
        'exact' { return $text }
        'ignore-case' { return $text.ToLowerInvariant() }
        'fqdn' { return $text.TrimEnd('.').ToLowerInvariant() }
        'uri' { return ConvertTo-HybridUriText -Text $text }
        'identity' { return ConvertTo-HybridIdentityText -Text $text }
        'leaf' { return $text.Substring($text.LastIndexOfAny([char[]]@('/', '\', ':')) + 1).ToLowerInvariant() }
        'number' { return ConvertTo-HybridNumberText -Text $text }
    }
    throw "The catalogue names the comparison '$How', which this runtime does not know."
}

function Test-HybridEqual {
    param($Left, $Right, [string]$How)
    if ((Test-HybridUnknownValue -Value $Left) -or (Test-HybridUnknownValue -Value $Right)) { return $false }
    # Remoting turns a bool into the word; everything else that is no bool differs from one.
    if ($Left -is [bool] -or $Right -is [bool]) {
        return [string]::Equals((ConvertTo-HybridText -Value $Left), (ConvertTo-HybridText -Value $Right), [StringComparison]::OrdinalIgnoreCase)
    }
    $leftText = ConvertTo-HybridComparable -Value $Left -How $How
    $rightText = ConvertTo-HybridComparable -Value $Right -How $How
    return [string]::Equals($leftText, $rightText, [StringComparison]::Ordinal)
}

# A value as a person reads it in a difference.
function Format-HybridValue {
    param($Value)
    if (Test-HybridUnknownValue -Value $Value) { return "parameter $($Value.Parameter)" }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string]) {
        $texts = New-Object 'System.Collections.Generic.List[string]'
        foreach ($element in (Get-HybridElement -Value $Value)) { $texts.Add((ConvertTo-HybridText -Value $element)) }
        return '[' + ($texts.ToArray() -join ', ') + ']'
    }
    $text = ConvertTo-HybridText -Value $Value
    if ($text.Length -eq 0) { return '(empty)' }
    return $text
}

# The tenant's domain lists: what Get-CsTenantFederationConfiguration returns for them has many forms, one of which is no list.

# The reviewed way to say "everybody". The block is printed in the dry run and called only in the moment of the write.
function Get-HybridAllKnownDomain {
    return { MicrosoftTeams\New-CsEdgeAllowAllKnownDomains -ErrorAction Stop }
}

# The reviewed way to say "nobody": an empty list must be made, for an array without entries and $null are refused or guessed.
function Get-HybridNoDomain {
    return { MicrosoftTeams\New-CsEdgeAllowList -AllowedDomain $null -ErrorAction Stop }
}

function Test-HybridAllKnownDomain {
    param($Value)
    # Text, object, or the object as remoting leaves it: Deserialized.Microsoft.Rtc. ... .AllowAllKnownDomains
    $names = @([string]$Value) + @($Value.PSObject.TypeNames)
    foreach ($name in $names) {
        if ($name.EndsWith('AllowAllKnownDomains', [StringComparison]::Ordinal)) { return $true }
    }
    return $false
}

# The names inside one element: an object with a property Domain, or text such as Domain=a.com,Domain=b.com
function Get-HybridDomainName {
    param($Element)
    $text = [string]$Element
    if ($Element -isnot [string]) {
        $property = $Element.PSObject.Properties['Domain']
        if ($null -ne $property) { $text = [string]$property.Value }
    }
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($part in $text.Split(',')) {
        $name = $part.Trim()
        if ($name.Length -eq 0) { continue }
        if ($name.StartsWith('Domain=', [StringComparison]::OrdinalIgnoreCase)) { $name = $name.Substring(7).Trim() }
        # A type name or a sentence here means a form nobody reviewed. Taking it for a domain would rewrite the customer's list.
        if ($name -cnotmatch '^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?\.?$') { throw "A domain list holds '$name', which is no domain name." }
        $names.Add((ConvertTo-HybridComparable -Value $name -How 'fqdn'))
    }
    return , $names.ToArray()
}

# @{ Model = 'Open' or 'Closed'; Entries = names in ordinal order }. Null is a closed list without entries.
function ConvertFrom-HybridDomainList {
    param($Value)
    if ($null -ne $Value -and (Test-HybridAllKnownDomain -Value $Value)) { return @{ Model = 'Open'; Entries = @() } }
    $list = $Value
    if ($null -ne $Value -and $Value -isnot [string]) {
        $inner = $Value.PSObject.Properties['AllowedDomain']
        if ($null -ne $inner) { $list = $inner.Value }
    }
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($element in (Get-HybridElement -Value $list)) {
        if (Test-HybridAllKnownDomain -Value $element) { return @{ Model = 'Open'; Entries = @() } }
        foreach ($name in (Get-HybridDomainName -Element $element)) { $names.Add($name) }
    }
    return @{ Model = 'Closed'; Entries = (Get-HybridSortedText -Texts $names) }
}

# What a script declares. NoDomains is a word of ours: a list without entries never means "nobody" by itself.
function ConvertFrom-HybridDeclaredList {
    param($Value)
    if ($Value -is [string] -and $Value -ceq 'NoDomains') { return @{ Model = 'Closed'; Entries = @(); Nobody = $true } }
    $list = ConvertFrom-HybridDomainList -Value $Value
    $list['Nobody'] = $false
    return $list
}

# The form the cmdlets take: they refuse an array of text.
function ConvertTo-HybridDomainList {
    param($Names)
    $list = New-Object 'System.Collections.Generic.List[String]'
    foreach ($name in (Get-HybridSortedText -Texts $Names)) { $list.Add($name) }
    return , $list
}

# What is in Left and not in Right, in ordinal order.
function Get-HybridMissing {
    param($Left, $Right)
    $known = New-HybridTable
    foreach ($name in $Right) { $known[[string]$name] = $true }
    $missing = New-Object 'System.Collections.Generic.List[string]'
    foreach ($name in (Get-HybridSortedText -Texts $Left)) { if (-not $known.ContainsKey($name)) { $missing.Add($name) } }
    return , $missing.ToArray()
}

# Files: written through .NET, because cmdlets such as Set-Content obey $WhatIfPreference and the encoding of the session.

function Get-HybridNow {
    return ConvertTo-HybridText -Value ([DateTime]::UtcNow)
}

function ConvertTo-HybridJsonText {
    param([string]$Text)
    # Most texts hold nothing to escape; a walk through every character of a long list takes seconds.
    if ($Text -cnotmatch '[^ !#-\[\]-~]') { return '"' + $Text + '"' }
    $builder = New-Object System.Text.StringBuilder
    foreach ($character in $Text.ToCharArray()) {
        $code = [int]$character
        if ($code -eq 34 -or $code -eq 92) { $null = $builder.Append('\').Append($character) }
        elseif ($code -lt 32 -or $code -gt 126) { $null = $builder.Append('\u').Append($code.ToString('x4', [Globalization.CultureInfo]::InvariantCulture)) }
        else { $null = $builder.Append($character) }
    }
    return '"' + $builder.ToString() + '"'
}

# ConvertTo-Json cuts at depth 2, turns a list of one into its element, and writes enums as numbers. This writer does not.
function ConvertTo-HybridJson {
    param($Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [string]) { return ConvertTo-HybridJsonText -Text $Value }
    if ($Value -is [bool]) { if ($Value) { return 'true' } else { return 'false' } }
    $number = ($Value -is [int]) -or ($Value -is [long]) -or ($Value -is [uint32]) -or ($Value -is [decimal]) -or ($Value -is [double])
    if ($number) { return $Value.ToString([Globalization.CultureInfo]::InvariantCulture) }
    $parts = New-Object 'System.Collections.Generic.List[string]'
    if ($Value -is [System.Collections.IDictionary]) {
        foreach ($entry in $Value.GetEnumerator()) { $parts.Add((ConvertTo-HybridJsonText -Text $entry.Key) + ':' + (ConvertTo-HybridJson -Value $entry.Value)) }
        return '{' + ($parts.ToArray() -join ',') + '}'
    }
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        foreach ($property in $Value.PSObject.Properties) { $parts.Add((ConvertTo-HybridJsonText -Text $property.Name) + ':' + (ConvertTo-HybridJson -Value $property.Value)) }
        return '{' + ($parts.ToArray() -join ',') + '}'
    }
    if ($Value -is [System.Collections.IEnumerable]) {
        foreach ($element in $Value) { $parts.Add((ConvertTo-HybridJson -Value $element)) }
        return '[' + ($parts.ToArray() -join ',') + ']'
    }
    return ConvertTo-HybridJsonText -Text (ConvertTo-HybridText -Value $Value)
}

function Read-HybridJson {
    param([string]$Path)
    return ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($Path, [Text.Encoding]::UTF8))
}

# All of the new text or all of the old one, also when the power fails in between.
function Write-HybridFile {
    param([string]$Path, [string]$Text)
    $bytes = [Text.Encoding]::ASCII.GetBytes($Text)
    $temporary = $Path + '.tmp'
    $stream = New-Object IO.FileStream -ArgumentList $temporary, ([IO.FileMode]::Create), ([IO.FileAccess]::Write), ([IO.FileShare]::None)
    try {
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
    # $null would arrive as '' and throw.
    if ([IO.File]::Exists($Path)) { [IO.File]::Replace($temporary, $Path, [NullString]::Value) }
    else { [IO.File]::Move($temporary, $Path) }
}

function Get-HybridWho {
    return [Environment]::UserDomainName + '\' + [Environment]::UserName
}

# The lock and the journal of a run. The journal is the evidence of what was called; the transcript is a convenience.

# Freed by the operating system when the process dies. False when another run holds it.
function Lock-HybridState {
    param($Run)
    $path = [IO.Path]::Combine($Run.StateFolder, 'run.lock')
    try {
        $Run.Lock = New-Object IO.FileStream -ArgumentList $path, ([IO.FileMode]::OpenOrCreate), ([IO.FileAccess]::ReadWrite), ([IO.FileShare]::None)
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        if ($cause -is [IO.IOException]) { return $false }
        throw $cause
    }
    # A locked file cannot be read, so the holder's name lies beside it.
    $holder = [ordered]@{ by = $Run.By; machine = $Run.Machine; run = $Run.Id; started = (Get-HybridNow) }
    Write-HybridFile -Path ($path + '.json') -Text (ConvertTo-HybridJson -Value $holder)
    return $true
}

function Unlock-HybridState {
    param($Run)
    if ($null -eq $Run.Lock) { return }
    [IO.File]::Delete([IO.Path]::Combine($Run.StateFolder, 'run.lock.json'))
    $Run.Lock.Dispose()
    $Run.Lock = $null
}

function Get-HybridLockHolder {
    param([string]$StateFolder)
    try {
        $holder = Read-HybridJson -Path ([IO.Path]::Combine($StateFolder, 'run.lock.json'))
        return "$($holder.by) on $($holder.machine), run $($holder.run), since $(ConvertTo-HybridText -Value $holder.started)"
    }
    catch { return 'nobody left a name' }
}

function Open-HybridJournal {
    param($Run)
    $path = [IO.Path]::Combine($Run.StateFolder, "journal-$($Run.Id).jsonl")
    # One stream for the whole run: opening the file for every line costs thirty times as much.
    $Run.Journal = New-Object IO.FileStream -ArgumentList $path, ([IO.FileMode]::Append), ([IO.FileAccess]::Write), ([IO.FileShare]::Read)
}

function Close-HybridJournal {
    param($Run)
    if ($null -eq $Run.Journal) { return }
    $Run.Journal.Flush($true)
    $Run.Journal.Dispose()
    $Run.Journal = $null
}

# One line. -Flush forces it to the disk: around a write the journal must not lie after a power failure.
function Add-HybridJournal {
    param($Run, [string]$Name, $Fields, [switch]$Flush)
    if ($null -eq $Run.Journal) { return }
    $Run.Sequence = $Run.Sequence + 1
    $line = [ordered]@{ t = (Get-HybridNow); run = $Run.Id; seq = $Run.Sequence; event = $Name }
    if ($null -ne $Fields) { foreach ($entry in $Fields.GetEnumerator()) { $line[[string]$entry.Key] = $entry.Value } }
    $bytes = [Text.Encoding]::ASCII.GetBytes((ConvertTo-HybridJson -Value $line) + "`n")
    $Run.Journal.Write($bytes, 0, $bytes.Length)
    $Run.Journal.Flush([bool]$Flush)
}

# What one journal file says: was the run finished, which earlier runs did it report, which write is in doubt.
function Read-HybridJournal {
    param([string]$Path)
    $story = @{ Run = ''; Who = ''; Started = ''; Finished = $false; Reported = @(); Doubt = '' }
    foreach ($text in [IO.File]::ReadAllLines($Path, [Text.Encoding]::UTF8)) {
        # The last line of a killed run may be half a line.
        try { $line = ConvertFrom-Json -InputObject $text } catch { continue }
        if ($null -eq $line -or $null -eq $line.PSObject.Properties['event']) { continue }
        switch -CaseSensitive ($line.event) {
            'run-started' { $story.Run = $line.run; $story.Who = "$($line.by) on $($line.machine)"; $story.Started = ConvertTo-HybridText -Value $line.t }
            'run-finished' { $story.Finished = $true }
            'torn-run' { $story.Reported += [string]$line.torn }
            'write' { $story.Doubt = "$($line.step): $($line.command)" }
            'written' { $story.Doubt = '' }
            'write-failed' { $story.Doubt = '' }
        }
    }
    return $story
}

# Runs that began and never ended, and that no later run has told about.
function Get-HybridTornRun {
    param($Run)
    $stories = New-Object 'System.Collections.Generic.List[object]'
    $reported = New-HybridTable
    foreach ($path in (Get-HybridSortedText -Texts ([IO.Directory]::GetFiles($Run.StateFolder, 'journal-*.jsonl')))) {
        $story = Read-HybridJournal -Path $path
        if ($story.Run.Length -gt 0) { $stories.Add($story) }
        foreach ($run in $story.Reported) { $reported[$run] = $true }
    }
    $torn = New-Object 'System.Collections.Generic.List[object]'
    foreach ($story in $stories) { if (-not $story.Finished -and -not $reported.ContainsKey($story.Run)) { $torn.Add($story) } }
    return , $torn.ToArray()
}

# A convenience only: the ISE before 5.0 has none, and one may be running already.
function Start-HybridTranscript {
    param($Run)
    $Run.Transcript = $false
    try {
        $null = Start-Transcript -Path ([IO.Path]::Combine($Run.StateFolder, "transcript-$($Run.Id).txt")) -ErrorAction Stop
        $Run.Transcript = $true
    }
    catch { $Run.Warnings.Add("No transcript of this run: $($_.Exception.Message) The journal records every call all the same.") }
}

function Stop-HybridTranscript {
    param($Run)
    if (-not $Run.Transcript) { return }
    try { $null = Stop-Transcript -ErrorAction Stop }
    catch { Show-HybridLine -Text "The transcript could not be closed: $($_.Exception.Message)" }
}

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

# The calls of a step: as text for people and the journal, and the one place that makes them.

# The same rule as the generator's: the quote is doubled, and anything beyond ASCII (where PowerShell knows four more single
# quotes) becomes a [char] code.
function Format-HybridTextLiteral {
    param([string]$Text)
    $parts = New-Object 'System.Collections.Generic.List[string]'
    $run = New-Object System.Text.StringBuilder
    foreach ($character in $Text.ToCharArray()) {
        $code = [int]$character
        if ($code -ge 32 -and $code -le 126) {
            if ($code -eq 39) { $null = $run.Append("'") }
            $null = $run.Append($character)
            continue
        }
        if ($run.Length -gt 0) { $parts.Add("'" + $run.ToString() + "'"); $null = $run.Remove(0, $run.Length) }
        $parts.Add('[char]0x' + $code.ToString('X4', [Globalization.CultureInfo]::InvariantCulture))
    }
    if ($run.Length -gt 0 -or $parts.Count -eq 0) { $parts.Add("'" + $run.ToString() + "'") }
    if ($parts.Count -eq 1 -and $parts[0].StartsWith("'", [StringComparison]::Ordinal)) { return $parts[0] }
    # A sum that begins with a [char] would be a sum of numbers.
    if (-not $parts[0].StartsWith("'", [StringComparison]::Ordinal)) { $parts.Insert(0, "''") }
    return '(' + ($parts.ToArray() -join ' + ') + ')'
}

function Format-HybridLiteral {
    param($Value)
    if ($null -eq $Value) { return '$null' }
    # PowerShell refuses angle brackets here, so that nobody types a name in place of a value.
    if (Test-HybridUnknownValue -Value $Value) { return "<parameter $($Value.Parameter)>" }
    if ($Value -is [bool]) { if ($Value) { return '$true' } else { return '$false' } }
    if ($Value -is [scriptblock]) { return '(' + $Value.ToString().Trim() + ')' }
    if ($Value -is [int] -or $Value -is [long] -or $Value -is [uint32] -or $Value -is [decimal] -or $Value -is [double]) { return ConvertTo-HybridText -Value $Value }
    if ($Value -is [System.Collections.IDictionary]) {
        $pairs = New-Object 'System.Collections.Generic.List[string]'
        foreach ($key in (Get-HybridSortedKey -Table $Value)) { $pairs.Add("$key = $(Format-HybridLiteral -Value $Value[$key])") }
        return '@{ ' + ($pairs.ToArray() -join '; ') + ' }'
    }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string]) {
        $items = New-Object 'System.Collections.Generic.List[string]'
        foreach ($element in $Value) { $items.Add((Format-HybridLiteral -Value $element)) }
        $prefix = ''
        if ($Value -is [System.Collections.Generic.List[String]]) { $prefix = '[Collections.Generic.List[String]]' }
        return $prefix + '@(' + ($items.ToArray() -join ', ') + ')'
    }
    return Format-HybridTextLiteral -Text (ConvertTo-HybridText -Value $Value)
}

# The parameters that a splatted table becomes, in ordinal order.
function Format-HybridSplat {
    param($Table)
    $parts = New-Object 'System.Collections.Generic.List[string]'
    foreach ($key in (Get-HybridSortedKey -Table $Table)) {
        $text = Format-HybridLiteral -Value $Table[$key]
        # A cast is an expression; as an argument it needs brackets around it.
        if ($text.StartsWith('[', [StringComparison]::Ordinal)) { $text = "($text)" }
        $parts.Add("-$key $text")
    }
    return $parts.ToArray() -join ' '
}

# The values of a block's parameters by name.
function Get-HybridBinding {
    param([scriptblock]$Block, $Arguments)
    $bound = New-HybridTable
    if ($null -eq $Block.Ast.ParamBlock) { return $bound }
    $position = 0
    foreach ($parameter in $Block.Ast.ParamBlock.Parameters) {
        $bound[$parameter.Name.VariablePath.UserPath] = $Arguments[$position]
        $position = $position + 1
    }
    return $bound
}

# The places in a statement where a parameter of the block stands, and the text to put there.
function Get-HybridReplacement {
    param($Statement, $Bound)
    $variables = $Statement.FindAll({ param($node) $node -is [System.Management.Automation.Language.VariableExpressionAst] }, $true)
    foreach ($variable in $variables) {
        $name = $variable.VariablePath.UserPath
        if (-not $Bound.ContainsKey($name)) { continue }
        $value = $Bound[$name]
        $parent = $variable.Parent
        if ($parent -is [System.Management.Automation.Language.MemberExpressionAst]) {
            $member = Get-HybridProperty -Object $value -Name $parent.Member.Value
            @{ Extent = $parent.Extent; Text = (Format-HybridLiteral -Value $member.Value) }
        }
        elseif ($variable.Splatted) { @{ Extent = $variable.Extent; Text = (Format-HybridSplat -Table $value) } }
        else { @{ Extent = $variable.Extent; Text = (Format-HybridLiteral -Value $value) } }
    }
}

# The call a block would make, on one line, with its values filled in.
function Format-HybridCall {
    param([scriptblock]$Block, $Arguments)
    $bound = Get-HybridBinding -Block $Block -Arguments $Arguments
    $lines = New-Object 'System.Collections.Generic.List[string]'
    foreach ($statement in $Block.Ast.EndBlock.Statements) {
        $text = $statement.Extent.Text
        $origin = $statement.Extent.StartOffset
        $places = @(Get-HybridReplacement -Statement $statement -Bound $bound)
        # From the end to the beginning, so that the offsets of the rest stay true.
        foreach ($place in @($places | Sort-Object -Property @{ Expression = { $_.Extent.StartOffset } } -Descending)) {
            $start = $place.Extent.StartOffset - $origin
            $end = $place.Extent.EndOffset - $origin
            $head = $text.Substring(0, $start)
            # A table without entries leaves no parameter, so it leaves no space either.
            if ($place.Text.Length -eq 0) { $head = $head.TrimEnd(' ') }
            $text = $head + $place.Text + $text.Substring($end)
        }
        $lines.Add($text)
    }
    return $lines.ToArray() -join '; '
}

# A write that is planned: the text a person approves and the block that is called with the same values.
function New-HybridWrite {
    param([scriptblock]$Block, $Arguments)
    return @{ Block = $Block; Arguments = $Arguments; Text = (Format-HybridCall -Block $Block -Arguments $Arguments) }
}

# A value that only a cmdlet can make stands in the plan as a block; it is made here, a moment before it is used.
function Resolve-HybridArgument {
    param($Value)
    if ($Value -isnot [System.Collections.IDictionary]) { return $Value }
    $resolved = @{}
    foreach ($key in (Get-HybridSortedKey -Table $Value)) {
        if (Test-HybridUnknownValue -Value $Value[$key]) { throw "The value of the parameter $($Value[$key].Parameter) is not known." }
        if ($Value[$key] -is [scriptblock]) { $block = $Value[$key]; $resolved[$key] = & $block }
        else { $resolved[$key] = $Value[$key] }
    }
    return $resolved
}

# Makes one call. '' when it returned, else the text of its error: the next read decides what really happened.
function Invoke-HybridWrite {
    param($Run, [string]$Id, $Write)
    Show-HybridCall -Text $Write.Text
    Add-HybridJournal -Run $Run -Name 'write' -Fields ([ordered]@{ step = $Id; command = $Write.Text }) -Flush
    try {
        $arguments = New-Object 'System.Collections.Generic.List[object]'
        foreach ($value in $Write.Arguments) { $arguments.Add((Resolve-HybridArgument -Value $value)) }
        $positional = $arguments.ToArray()
        $block = $Write.Block
        $null = & $block @positional
    }
    catch {
        # The sentence goes on behind it.
        $failure = ([string]$_.Exception.Message).Trim().TrimEnd('.')
        if ($failure.Length -eq 0) { $failure = 'an error without text' }
        Add-HybridJournal -Run $Run -Name 'write-failed' -Fields ([ordered]@{ step = $Id; error = $failure }) -Flush
        return $failure
    }
    Add-HybridJournal -Run $Run -Name 'written' -Fields ([ordered]@{ step = $Id }) -Flush
    return ''
}

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

# Reviewed functions for what is no cmdlet: step files call them by name.

# True when every replica has the newest configuration. No replica at all means that the question was not answered.
function Test-HybridCmsReplication {
    param($Status)
    Set-StrictMode -Version 2
    $replicas = Get-HybridElement -Value $Status
    if ($replicas.Length -eq 0) { throw 'Get-CsManagementStoreReplicationStatus named no replica. Run it by hand: is the Central Management Store reachable?' }
    foreach ($replica in $replicas) {
        $upToDate = Get-HybridProperty -Object $replica -Name 'UpToDate'
        if (-not $upToDate.Present) { throw 'Get-CsManagementStoreReplicationStatus returned a replica without the property UpToDate.' }
        if (-not (Test-HybridEqual -Left $upToDate.Value -Right $true -How 'exact')) { return $false }
    }
    return $true
}

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

# Reviewed functions that a transition asks before its verb runs: they return sentences, one for each reason not to.

# What Get-CsOnlineUser says of every account. Whoever is signed in has one, so an empty answer was not given by everybody.
function Get-HybridHome {
    param($Users)
    $homes = New-Object 'System.Collections.Generic.List[object]'
    $accounts = Get-HybridElement -Value $Users
    if ($accounts.Length -eq 0) { throw 'Get-CsOnlineUser returned nobody, so it is not known whom this would hit. Check the rights of this account and the connection.' }
    foreach ($account in $accounts) {
        $address = Get-HybridProperty -Object $account -Name 'SipAddress'
        $provider = Get-HybridProperty -Object $account -Name 'HostingProvider'
        if (-not $address.Present -or -not $provider.Present) { throw 'Get-CsOnlineUser returned an account without SipAddress or HostingProvider, so it is not known whom this would hit.' }
        $homes.Add(@{ Address = (ConvertTo-HybridIdentityText -Text ([string]$address.Value)); Provider = ([string]$provider.Value) })
    }
    return , $homes.ToArray()
}

function Test-HybridServerHome {
    param([string]$Provider)
    return [string]::Equals($Provider, 'SRV:', [StringComparison]::OrdinalIgnoreCase)
}

# People are counted, not named: this text ends in transcripts.

# Who has an address in the domain and is homed in the cloud.
function Get-HybridOnlinePerson {
    param([string]$Domain, $Users)
    Set-StrictMode -Version 2
    $online = 0
    $suffix = '@' + (ConvertTo-HybridComparable -Value $Domain -How 'fqdn')
    foreach ($person in (Get-HybridHome -Users $Users)) {
        if (-not $person.Address.EndsWith($suffix, [StringComparison]::Ordinal)) { continue }
        if ($person.Provider.Length -eq 0) { throw "Somebody has an address in $Domain and no HostingProvider, so it is not known where that person is homed." }
        if (-not (Test-HybridServerHome -Provider $person.Provider)) { $online = $online + 1 }
    }
    if ($online -gt 0) { "People with an address in $Domain who are homed in the cloud: $online. Their addresses would be removed, their contacts and meetings deleted. Move them back to their servers, or give them an address in another domain, then run again." }
}

# Who is homed on the servers: nobody of them can be TeamsOnly.
function Get-HybridServerPerson {
    param($Users)
    Set-StrictMode -Version 2
    $servers = 0
    foreach ($person in (Get-HybridHome -Users $Users)) { if (Test-HybridServerHome -Provider $person.Provider) { $servers = $servers + 1 } }
    if ($servers -gt 0) { "People homed on-premises, as the tenant knows it: $servers. TeamsOnly is for people homed in the cloud: move everybody first, then run again." }
}

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

# Parameters: values that exist only after terraform apply. A script holds the name, parameters.json in the state folder the
# value. What cannot be used stops the step before anything is read.

# Stands for a value that is not known yet. It equals nothing, and no call is ever made with it.
function New-HybridUnknownValue {
    param([string]$Name)
    $unknown = New-Object PSObject -Property @{ Parameter = $Name }
    $unknown.PSObject.TypeNames.Insert(0, 'Hybrid.UnknownValue')
    return $unknown
}

function Test-HybridUnknownValue {
    param($Value)
    if ($Value -isnot [System.Management.Automation.PSCustomObject]) { return $false }
    return ($Value.PSObject.TypeNames -ccontains 'Hybrid.UnknownValue')
}

function Get-HybridParameterPath {
    param($Run)
    return [IO.Path]::Combine($Run.StateFolder, 'parameters.json')
}

# Every output, read once a run: two steps must not see two values.
function Get-HybridOutput {
    param($Run)
    if ($null -ne $Run['Outputs']) { return $Run['Outputs'] }
    $outputs = @{ Problem = ''; Values = (New-Object System.Collections.Hashtable -ArgumentList @(, [StringComparer]::Ordinal)) }
    $path = Get-HybridParameterPath -Run $Run
    if (-not [IO.File]::Exists($path)) { $outputs.Problem = "$path is missing." }
    else {
        try {
            $data = Read-HybridJson -Path $path
            if ($data -isnot [System.Management.Automation.PSCustomObject]) { throw 'it is no table of outputs.' }
            foreach ($output in $data.PSObject.Properties) { $outputs.Values[$output.Name] = $output.Value }
        }
        catch { $outputs.Problem = "$path is malformed: $($_.Exception.GetBaseException().Message)" }
    }
    $Run['Outputs'] = $outputs
    return $outputs
}

# @{ Value; Problem }: one of the two says something.
function Get-HybridParameter {
    param($Run, [string]$Name)
    $outputs = Get-HybridOutput -Run $Run
    if ($outputs.Problem.Length -gt 0) { return @{ Value = $null; Problem = $outputs.Problem } }
    $path = Get-HybridParameterPath -Run $Run
    if (-not $outputs.Values.ContainsKey($Name)) { return @{ Value = $null; Problem = "$path holds no output of that name." } }
    $output = $outputs.Values[$Name]
    $known = ($output -is [System.Management.Automation.PSCustomObject])
    if ($known) {
        $sensitive = Get-HybridProperty -Object $output -Name 'sensitive'
        $value = Get-HybridProperty -Object $output -Name 'value'
        $known = ($sensitive.Value -is [bool] -and $value.Present)
    }
    if (-not $known) { return @{ Value = $null; Problem = "$path is malformed: that output lacks sensitive or value, which terraform writes." } }
    if ($sensitive.Value) { return @{ Value = $null; Problem = "$path marks it as sensitive, and a runbook shows every value that it uses: on the screen, in the journal, in the receipt. Take another value." } }
    return Test-HybridParameterValue -Value $value.Value
}

function Test-HybridParameterValue {
    param($Value)
    $problem = ''
    # Some versions of PowerShell turn a text that reads like a date into a date, and its own form is lost.
    if ($Value -is [DateTime]) { $problem = 'Its value reads like a date, which this PowerShell changes while it reads. Take another value.' }
    elseif ($Value -isnot [string]) { $problem = 'Its value is no text.' }
    elseif ($Value.Trim().Length -eq 0) { $problem = 'Its value is empty.' }
    elseif ($Value.IndexOf([char]0) -ge 0 -or $Value.IndexOf([char]0xFFFD) -ge 0) { $problem = 'Its value holds a character that cannot be part of one: the file was saved in another encoding, or cut.' }
    if ($problem.Length -gt 0) { return @{ Value = $null; Problem = $problem } }
    return @{ Value = $Value; Problem = '' }
}

# Puts the values where the step has names: '' or why that cannot be. Without a state folder nobody can know them, and undo
# writes captured values: both go on with a stand-in.
function Resolve-HybridDesired {
    param($Context)
    $step = $Context.Step
    $Context['Parameters'] = New-HybridTable
    if ($step.Desired -isnot [System.Collections.IDictionary]) { return '' }
    $resolved = @{}
    foreach ($name in (Get-HybridSortedKey -Table $step.Desired)) {
        $value = $step.Desired[$name]
        if ($value -is [System.Collections.IDictionary]) {
            $parameter = [string]$value['Parameter']
            $read = @{ Value = (New-HybridUnknownValue -Name $parameter); Problem = '' }
            if ($null -ne $Context.Run['StateFolder']) { $read = Get-HybridParameter -Run $Context.Run -Name $parameter }
            if ($read.Problem.Length -gt 0) {
                if (-not $Context.Run.Undo) { return "This step needs the parameter ${parameter}, which exists only after terraform apply. $($read.Problem) Nothing was read or written. Where cdk.tf.json is, type the first line; then bring the file here with the second:" }
                $read.Value = New-HybridUnknownValue -Name $parameter
            }
            $value = $read.Value
            $Context['Parameters'][$parameter] = $value
        }
        $resolved[$name] = $value
    }
    $step.Desired = $resolved
    return ''
}

# What a person types to have the file.
function Get-HybridParameterHelp {
    param($Run)
    return @('terraform output -json > parameters.json', "Copy-Item parameters.json $(Format-HybridTextLiteral -Text (Get-HybridParameterPath -Run $Run))")
}

# The names whose values are not known, for a plan that shows names in their place.
function Add-HybridUnknownNote {
    param($Context, $Plan)
    foreach ($name in (Get-HybridSortedKey -Table $Context['Parameters'])) {
        if (-not (Test-HybridUnknownValue -Value $Context['Parameters'][$name])) { continue }
        $Plan.Notes.Add("The value of the parameter $name is not known yet: it exists after terraform apply. -State <folder>, with parameters.json in that folder, shows it.")
    }
}

# What the approved digest does not cover stands at the head of the run: every value that its steps use.
function Show-HybridParameter {
    param($Run)
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($entry in $Run.Selected) {
        foreach ($name in (Get-HybridElement -Value (Get-HybridProperty -Object $entry -Name 'parameters').Value)) { $names.Add([string]$name) }
    }
    foreach ($name in (Get-HybridSortedText -Texts $names)) {
        $text = 'not known yet (no -State)'
        if ($null -ne $Run.StateFolder) {
            $read = Get-HybridParameter -Run $Run -Name $name
            $text = $read.Problem
            if ($text.Length -eq 0) { $text = (Format-HybridTextLiteral -Text $read.Value) + ' (not covered by the digest)' }
        }
        Show-HybridLine -Text "  value   $name = $text"
    }
}

# The values that this step used, for its receipt.
function Get-HybridUsedParameter {
    param($Context)
    $used = New-Object 'System.Collections.Generic.List[object]'
    if ($null -eq $Context['Parameters']) { return , $used.ToArray() }
    foreach ($name in (Get-HybridSortedKey -Table $Context['Parameters'])) { $used.Add([ordered]@{ name = $name; value = $Context['Parameters'][$name] }) }
    return , $used.ToArray()
}

# The session of a cloud shell: signing in without a person, and whose tenant it is. Nothing here is written to a file.

function Get-HybridShellEntry {
    param($Run)
    foreach ($entry in $Run.Index.shells) { if ([string]$entry.name -ceq $Run.Shell) { return $entry } }
    return $null
}

# A command of the module that steps.json names, and of no other.
function Invoke-HybridNamed {
    param([string]$Name, $Parameters = @{})
    $command = Get-Command -Name $Name -ErrorAction Ignore
    if ($null -eq $command) { throw "$Name is not known here." }
    return & $command @Parameters -ErrorAction Stop
}

# '' or why -Connect cannot be. A sign-in that was tried and failed throws.
function Connect-HybridShell {
    param($Run)
    $entry = Get-HybridShellEntry -Run $Run
    $connect = $null
    if ($null -ne $entry) { $connect = (Get-HybridProperty -Object $entry -Name 'connect').Value }
    if ($null -eq $connect) {
        return "-Connect cannot open the shell $($Run.Shell): only a shell of the cloud for which main.ts declares SignIn.certificate or SignIn.managedIdentity is signed in to without a person. Open it and sign in yourself, then leave out -Connect. Nothing was read or written."
    }
    $module = [string]$connect.module
    $problem = Get-HybridModuleProblem -Module $module -Minimum ([string]$connect.minimum)
    if ($problem.Length -gt 0) { return $problem }
    if (Test-HybridSession -Question ([string]$connect.question)) {
        Show-HybridLine -Text "The shell $($Run.Shell) is signed in to already: that session is used as it is."
        return ''
    }
    $parameters = @{}
    foreach ($pair in $connect.parameters) {
        $name = (Get-HybridProperty -Object $pair -Name 'parameter').Value
        if ($null -eq $name) { $parameters[[string]$pair.name] = $pair.value; continue }
        if ($null -eq $Run.StateFolder) { return "-Connect needs the parameter ${name}, which exists only after terraform apply: add -State <folder>, with parameters.json in that folder. Nothing was read or written." }
        $read = Get-HybridParameter -Run $Run -Name ([string]$name)
        if ($read.Problem.Length -gt 0) { return "-Connect needs the parameter ${name}. $($read.Problem) Type: terraform output -json > parameters.json, and bring that file to $(Get-HybridParameterPath -Run $Run). Nothing was read or written." }
        $parameters[[string]$pair.name] = $read.Value
    }
    Show-HybridLine -Text "> $([string]$connect.cmdlet)$(Format-HybridSignIn -Parameters $parameters)"
    try { $null = Invoke-HybridNamed -Name ([string]$connect.cmdlet) -Parameters $parameters }
    catch { throw "$([string]$connect.cmdlet) failed: $($_.Exception.GetBaseException().Message)" }
    if (-not (Test-HybridSession -Question ([string]$connect.question))) { throw "$([string]$connect.cmdlet) returned, but $([string]$connect.question) finds no session. Does the application hold its role in this tenant?" }
    return ''
}

# Every boolean of these calls is a switch: a blank before $false would make it an argument of its own.
function Format-HybridSignIn {
    param($Parameters)
    $text = ''
    foreach ($name in (Get-HybridSortedKey -Table $Parameters)) {
        $mark = ' '
        if ($Parameters[$name] -is [bool]) { $mark = ':' }
        $text = $text + " -$name$mark" + (Format-HybridLiteral -Value $Parameters[$name])
    }
    return $text
}

# '' when the module is loaded in a version that signs in this way.
function Get-HybridModuleProblem {
    param([string]$Module, [string]$Minimum)
    try { if ($null -eq (Get-Module -Name $Module)) { Import-Module -Name $Module -ErrorAction Stop } }
    catch { return "The module $Module cannot be loaded: $($_.Exception.GetBaseException().Message) Install it on this machine. Nothing was read or written." }
    if ($Minimum.Length -eq 0) { return '' }
    foreach ($loaded in @(Get-Module -Name $Module)) {
        if ($loaded.Version -lt [Version]$Minimum) { return "The module $Module is here in version $($loaded.Version); this way of signing in needs $Minimum or newer. Nothing was read or written." }
    }
    return ''
}

# Without a session the question fails or finds nothing.
function Test-HybridSession {
    param([string]$Question)
    try { return (Get-HybridElement -Value (Invoke-HybridNamed -Name $Question)).Length -gt 0 }
    catch { return $false }
}

# '' when the session belongs to the declared tenant, or no tenant id is declared. Whoever signed in, the steps are for one tenant.
function Get-HybridOtherTenant {
    param($Run)
    $entry = Get-HybridShellEntry -Run $Run
    $tenant = $null
    if ($null -ne $entry) { $tenant = (Get-HybridProperty -Object $entry -Name 'tenant').Value }
    if ($null -eq $tenant) { return '' }
    $question = [string]$tenant.question
    try { $answer = Get-HybridElement -Value (Invoke-HybridNamed -Name $question) }
    catch { return "$question failed: $($_.Exception.GetBaseException().Message) Sign in first. It is not known which tenant this is, so nothing was read or written." }
    $found = $null
    if ($answer.Length -eq 1) { $found = (Get-HybridProperty -Object $answer[0] -Name ([string]$tenant.property)).Value }
    $text = ConvertTo-HybridText -Value $found
    if ($text.Length -eq 0) { return "$question told no $([string]$tenant.property), so it is not known which tenant this is. Sign in again as an account that may read it. Nothing was read or written." }
    if (Test-HybridEqual -Left $text -Right ([string]$tenant.id) -How 'ignore-case') { return '' }
    return "This session is in the tenant $text, but this runbook is for $([string]$tenant.id). Sign in to that one. Nothing was read or written."
}

# One step: read, compare, write what differs, read again. The public door of the runtime is Invoke-HybridStep.

# Never throws and never exits: one result object for the controller. Without -Run it only reads and prints.
function Invoke-HybridStep {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Id,
        [Parameter(Mandatory = $true)][string]$Kind,
        [string]$Identity = 'Global',
        $Desired, $Read, $Create, $Change, $Remove, $Then,
        $Lists, $Removed, [string]$Undeclared = 'Block',
        $Test, $Invoke, $Words, [bool]$Retire,
        $Questions, $Beyond, $Apply, $Guard, $Back, $People, $Run
    )
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    $step = @{
        Id = $Id; Kind = $Kind; Identity = $Identity; Desired = $Desired; Read = $Read; Create = $Create; Change = $Change; Remove = $Remove; Then = $Then
        Lists = $Lists; Removed = $Removed; Undeclared = $Undeclared; Test = $Test; Invoke = $Invoke; Words = $Words; Retire = $Retire
        Questions = $Questions; Beyond = $Beyond; Apply = $Apply; Guard = $Guard; Back = $Back; People = $People
    }
    if ($null -eq $Run) { Show-HybridStepAlone -Step $step; return }
    $context = @{ Step = $step; Kind = $null; Run = $Run; Entry = $null; Receipt = $null; Known = $null; Wrote = $false }
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $context.Kind = Get-HybridKind -Kind $Kind
        $context.Entry = Get-HybridEntry -Run $Run -Id $Id
        $context.Receipt = Get-HybridLivingReceipt -Run $Run -Entry $context.Entry
        $context.Known = Get-HybridKnownObject -Receipt $context.Receipt
        $unusable = Resolve-HybridDesired -Context $context
        if ($unusable.Length -gt 0) {
            $result = New-HybridResult -Context $context -State 'Refused' -Reason $unusable -Cause 'parameter'
            $result.Calls = Get-HybridParameterHelp -Run $Run
        }
        else { $result = Resolve-HybridStep -Context $context }
    }
    catch {
        $state = 'Unknown'
        if ($context.Wrote) { $state = 'Failed' }
        $result = New-HybridResult -Context $context -State $state -Reason $_.Exception.GetBaseException().Message
    }
    $result.Seconds = $clock.Elapsed.TotalSeconds
    $result.Clock = $clock
    return $result
}

function Get-HybridEntry {
    param($Run, [string]$Id)
    foreach ($entry in $Run.Steps) { if ([string]$entry.id -ceq $Id) { return $entry } }
    return $null
}

function New-HybridResult {
    param($Context, [string]$State, [string]$Reason, $Plan, [string]$Cause, $Unmet)
    $result = New-Object PSObject -Property @{
        Step = $Context.Step.Id; State = $State; Reason = $Reason; Cause = $Cause; Unmet = (Get-HybridElement -Value $Unmet)
        Lines = @(); Notes = @(); Calls = @(); Excused = $false; Seconds = 0; Clock = $null; Live = $Context.Wrote
    }
    if ($null -ne $Plan) {
        $result.Lines = $Plan.Lines.ToArray()
        $result.Notes = $Plan.Notes.ToArray()
        $calls = New-Object 'System.Collections.Generic.List[string]'
        foreach ($write in $Plan.Writes) { $calls.Add($write.Text) }
        if ($calls.Count -gt 0 -and $null -ne $Context.Step.Then -and -not $Context.Run.Undo) { $calls.Add((Format-HybridCall -Block $Context.Step.Then)) }
        $result.Calls = $calls.ToArray()
    }
    $result.PSObject.TypeNames.Insert(0, 'Hybrid.Result')
    return $result
}

function Resolve-HybridStep {
    param($Context)
    $run = $Context.Run
    $damage = $run.Damaged[$Context.Step.Id]
    if ($null -ne $damage) { return New-HybridResult -Context $Context -State 'Unknown' -Reason "$damage. The file is kept. Mend it or take it away by hand; then the step is read afresh, and -Undo no longer knows what was there before." }
    if ($run.Undo) { return Resolve-HybridUndo -Context $Context }
    if ($Context.Kind.Shape -eq 'manual') { return Resolve-HybridManual -Context $Context }
    $unmet = Get-HybridUnmet -Run $run -Entry $Context.Entry
    # The test of an operation speaks of a world in which its predecessors are done: asked earlier, its yes is worth nothing.
    if ($run.Apply -and $unmet.Length -gt 0 -and $Context.Kind.Shape -eq 'operation') { return New-HybridBlocked -Context $Context -Unmet $unmet }
    try { $plan = Get-HybridPlan -Context $Context }
    catch { return New-HybridUnread -Context $Context -Failure $_.Exception -Unmet $unmet }
    if ($unmet.Length -gt 0 -and $Context.Kind.Shape -eq 'operation') { $plan.Notes.Add('Asked again when the steps before it are done.') }
    Add-HybridUnknownNote -Context $Context -Plan $plan
    if ($plan.Refusal.Length -gt 0) { return New-HybridResult -Context $Context -State 'Refused' -Reason $plan.Refusal -Plan $plan }
    if ($plan.Foreign.Count -gt 0) { return New-HybridForeign -Context $Context -Plan $plan }
    if ($plan.Writes.Count -eq 0 -and $plan.Left.Count -gt 0) { return New-HybridLeft -Context $Context -Plan $plan }
    if ($plan.Writes.Count -eq 0) { return Complete-HybridStep -Context $Context -Plan $plan }
    foreach ($left in $plan.Left) { $plan.Notes.Add($left) }
    if (-not $run.Apply) { return New-HybridResult -Context $Context -State 'Pending' -Plan $plan }
    if ($unmet.Length -gt 0) { return New-HybridBlocked -Context $Context -Unmet $unmet -Plan $plan }
    if ($null -ne $Context.Step.People) { return Invoke-HybridPeopleWriting -Context $Context -Plan $plan }
    return Invoke-HybridWriting -Context $Context -Plan $plan
}

function Get-HybridPlan {
    param($Context)
    if ($Context.Run.Undo) { return Get-HybridUndoPlan -Context $Context }
    switch ($Context.Kind.Shape) {
        'entity' { return Get-HybridEntityPlan -Context $Context }
        'singleton' { return Get-HybridSingletonPlan -Context $Context }
        'transition' {
            if ($null -ne $Context.Step.People) { return Get-HybridPeoplePlan -Context $Context }
            return Get-HybridTransitionPlan -Context $Context
        }
        'operation' { return Get-HybridOperationPlan -Context $Context }
        'list' {
            if ($null -ne $Context.Step.Lists) { return Get-HybridListPlan -Context $Context }
            return Get-HybridDomainListPlan -Context $Context
        }
    }
    throw "The catalogue names the shape '$($Context.Kind.Shape)', which this runtime does not know."
}

function Get-HybridOperationPlan {
    param($Context)
    $plan = New-HybridPlan
    $answer = Invoke-HybridRead -Read $Context.Step.Test
    if ($answer.Length -ne 1 -or $answer[0] -isnot [bool]) { throw "The test answered neither True nor False but $(Format-HybridValue -Value $answer)." }
    if ($answer[0]) { return $plan }
    $plan.Lines.Add('~ its test answers: not yet')
    $plan.Writes.Add((New-HybridWrite -Block $Context.Step.Invoke -Arguments @()))
    return $plan
}

function Resolve-HybridManual {
    param($Context)
    $receipt = $Context.Receipt
    $reason = 'A person does this. When it is done:'
    if ($null -ne $receipt -and $receipt.state -ceq 'done') {
        $signature = "Signed off by $($receipt.by), $($receipt.finished): $($receipt.note)"
        if ($receipt.script -ceq [string]$Context.Run.Files[[string]$Context.Entry.file]) { return New-HybridResult -Context $Context -State 'InDesiredState' -Reason $signature }
        # A signature covers the words that were read, and these are others.
        $reason = "$signature. What is asked has changed since. When it is so:"
    }
    $result = New-HybridResult -Context $Context -State 'Waiting' -Reason $reason
    $result.Notes = Get-HybridElement -Value $Context.Step.Words
    $result.Calls = @(".\Invoke-Runbook.ps1 -SignOff '$($Context.Step.Id)' -By <who> -Note <text> -State $($Context.Run.StateShown) -Approved $($Context.Run.Digest.Substring(0, 12))")
    return $result
}

function Test-HybridPlanDone {
    param($Plan)
    return ($null -ne $Plan -and $Plan.Writes.Count -eq 0 -and $Plan.Refusal.Length -eq 0)
}

# Nothing is left to write: finish what an earlier run began, and write the receipt.
function Complete-HybridStep {
    param($Context, $Plan, [string]$Warning)
    $run = $Context.Run
    $then = $Context.Step.Then
    $state = 'InDesiredState'
    $resumed = ($null -ne $Context.Receipt -and $Context.Receipt.state -ceq 'started')
    if ($resumed -and $null -ne $then) {
        # The write may have been the last thing an earlier run did; the follow-up is safe to repeat.
        $follow = New-HybridWrite -Block $then -Arguments @()
        if (-not $run.Apply) {
            $Plan.Writes.Add($follow)
            $Plan.Lines.Add('~ an earlier run stopped before the call that follows its write')
            $result = New-HybridResult -Context $Context -State 'Pending' -Plan $Plan
            $result.Calls = @($follow.Text)
            return $result
        }
        Show-HybridStart -Context $Context -Plan $Plan
        $Context.Wrote = $true
        if (Test-HybridBatched -Context $Context) { return Add-HybridBatch -Context $Context -Plan $Plan -Warning $Warning }
        $failure = Invoke-HybridWrite -Run $run -Id $Context.Step.Id -Write $follow
        if ($failure.Length -gt 0) { return New-HybridResult -Context $Context -State 'Failed' -Reason "Written, but the call that must follow failed: $failure. Run again: it is repeated." -Plan $Plan }
    }
    if ($Context.Wrote) { $state = 'Changed' }
    if ($run.Apply) { Save-HybridDone -Context $Context -Plan $Plan }
    return New-HybridResult -Context $Context -State $state -Reason $Warning -Plan $Plan
}

# The part of a step that changes the server. The order of its lines is what makes a killed run harmless.

# All calls of a plan, in order; stops at the first error and says which call it was.
function Invoke-HybridWriteList {
    param($Context, $Plan)
    foreach ($write in $Plan.Writes) {
        $failure = Invoke-HybridWrite -Run $Context.Run -Id $Context.Step.Id -Write $write
        if ($failure.Length -gt 0) { return @{ Text = $write.Text; Error = $failure } }
    }
    return $null
}

# Reads until nothing differs or the time is over: other servers learn of a change late.
function Wait-HybridPlan {
    param($Context, [int]$Seconds)
    # Counted in polls, not by the clock, so that a slow read does not eat the patience.
    $polls = [int][Math]::Ceiling($Seconds / 5)
    for ($poll = 0; $true; $poll++) {
        $seen = @{ Plan = $null; Error = '' }
        try { $seen.Plan = Get-HybridPlan -Context $Context }
        catch { $seen.Error = $_.Exception.Message }
        if ((Test-HybridPlanDone -Plan $seen.Plan) -or $poll -ge $polls) { return $seen }
        if ($poll -eq 0) { Show-HybridDetail -Text "written; reading every 5 s, for $Seconds s at most, until the change is seen" }
        Start-Sleep -Seconds 5
    }
}

function Test-HybridPlanned {
    param($Plan, [string]$Text)
    foreach ($write in $Plan.Writes) { if ([string]::Equals($write.Text, $Text, [StringComparison]::Ordinal)) { return $true } }
    return $false
}

function Invoke-HybridWriting {
    param($Context, $Plan)
    Show-HybridStart -Context $Context -Plan $Plan
    if (-not $Context.Run.Undo) { Save-HybridStarted -Context $Context -Plan $Plan }
    $Context.Wrote = $true
    $wait = 0
    if ($null -ne $Context.Kind['Wait']) { $wait = [int]$Context.Kind['Wait'] }
    $failed = New-HybridTable
    $warning = ''
    $next = $Plan
    while ($true) {
        $failure = Invoke-HybridWriteList -Context $Context -Plan $next
        if ($null -eq $failure -and (Test-HybridBatched -Context $Context)) { return Add-HybridBatch -Context $Context -Plan $Plan -Warning $warning }
        # A list that was read before this write says nothing any more.
        Clear-HybridShared -Run $Context.Run
        if ($null -eq $failure) {
            $Context['Unwritten'] = $next.Unwritten
            $seen = Wait-HybridPlan -Context $Context -Seconds $wait
            break
        }
        # A call may succeed and still report an error: what is read now decides, not the error.
        $seen = Wait-HybridPlan -Context $Context -Seconds 0
        $stuck = ($null -eq $seen.Plan) -or $failed.ContainsKey($failure.Text) -or (Test-HybridPlanned -Plan $seen.Plan -Text $failure.Text)
        if ($stuck) { break }
        $failed[$failure.Text] = $true
        $warning = "The call reported an error, and the read after it shows that it took effect: $($failure.Error)."
        $failure = $null
        $next = $seen.Plan
        if ($next.Writes.Count -eq 0) { break }
    }
    return Complete-HybridWriting -Context $Context -Plan $Plan -Seen $seen -Failure $failure -Warning $warning
}

# What the second read says about the writes.
function Complete-HybridWriting {
    param($Context, $Plan, $Seen, $Failure, [string]$Warning, [switch]$Followed)
    if ($null -eq $Failure -and (Test-HybridPlanDone -Plan $Seen.Plan)) {
        if ($Context.Run.Undo) { return Complete-HybridUndo -Context $Context -Plan $Plan -Warning $Warning }
        if ($null -ne $Context.Step.Then -and -not $Followed) {
            $failureOfThen = Invoke-HybridWrite -Run $Context.Run -Id $Context.Step.Id -Write (New-HybridWrite -Block $Context.Step.Then -Arguments @())
            if ($failureOfThen.Length -gt 0) { return New-HybridResult -Context $Context -State 'Failed' -Reason "Written, but the call that must follow failed: $failureOfThen. Run again: it is repeated." -Plan $Plan }
        }
        Save-HybridDone -Context $Context -Plan $Seen.Plan
        return New-HybridResult -Context $Context -State 'Changed' -Reason $Warning -Plan $Plan
    }
    if ($null -ne $Failure) {
        # Not ours after all: the next run, and -Undo, must not take a stranger's object for ours.
        if ($null -ne $Seen.Plan -and -not $Context.Run.Undo) { Save-HybridStarted -Context $Context -Plan $Seen.Plan -Abandoned }
        $reason = "$($Failure.Error) (the read after it shows no effect). Mend the cause, then run again: what is done already is left alone."
        if ($null -eq $Seen.Plan) { $reason = "$($Failure.Error); and the read after it failed: $($Seen.Error). Nothing can be said about the last call. Run again." }
        return New-HybridResult -Context $Context -State 'Failed' -Reason $reason -Plan $Plan
    }
    $reason = "Written, but $($Context.Kind['Wait']) s later a read did not show it. Run again later: it reads first and finishes the receipt."
    if ($null -eq $Seen.Plan) { $reason = "Written, but it could not be read back: $($Seen.Error). Run again: it reads first." }
    elseif ($Seen.Plan.Refusal.Length -gt 0) { $reason = "Written, but now: $($Seen.Plan.Refusal)" }
    return New-HybridResult -Context $Context -State 'Unconfirmed' -Reason $reason -Plan $Plan
}

# Steps that follow each other on one noun share their reads: one list before all of them, one after. What must follow a
# write (Enable-CsTopology) is called once for them all.

function Get-HybridBatchKind {
    param($Entry)
    if ([string]$Entry.shape -cne 'entity') { return '' }
    return ([string]$Entry.phase) + ' ' + ([string]$Entry.shell) + ' ' + ([string]$Entry.id).Split('/')[0]
}

# Before the next step: another noun, or a step that waits for one of the batch, ends it.
function Set-HybridBatch {
    param($Run, $Entry)
    $kind = Get-HybridBatchKind -Entry $Entry
    $waits = $false
    foreach ($held in $Run.Batch) { if ((Find-HybridText -Known (Get-HybridElement -Value $Entry.after) -Text $held.Context.Step.Id).Length -gt 0) { $waits = $true } }
    if ($waits -or $kind -cne $Run.BatchKind) { Complete-HybridBatch -Run $Run }
    if ($kind -cne $Run.BatchKind) { Clear-HybridShared -Run $Run }
    $Run.BatchKind = $kind
}

function Clear-HybridShared {
    param($Run)
    $Run.Reads = New-HybridTable
}

function Test-HybridBatched {
    param($Context)
    return ($Context.Run.Apply -and -not $Context.Run.Undo -and $Context.Kind.Shape -ceq 'entity' -and $Context.Run.BatchKind.Length -gt 0)
}

# The state 'Written' never leaves the run: the batch turns it into what the second read says.
function Add-HybridBatch {
    param($Context, $Plan, [string]$Warning)
    $result = New-HybridResult -Context $Context -State 'Written' -Plan $Plan
    $Context.Run.Batch.Add(@{ Context = $Context; Plan = $Plan; Warning = $Warning; Result = $result; Seen = $null })
    return $result
}

# Reads until nothing differs for any of them or the time is over.
function Wait-HybridBatch {
    param($Run)
    $seconds = 0
    foreach ($held in $Run.Batch) { if ($null -ne $held.Context.Kind['Wait']) { $seconds = [Math]::Max($seconds, [int]$held.Context.Kind['Wait']) } }
    $polls = [int][Math]::Ceiling($seconds / 5)
    for ($poll = 0; $true; $poll++) {
        Clear-HybridShared -Run $Run
        $open = 0
        foreach ($held in $Run.Batch) {
            if ($null -ne $held.Seen -and (Test-HybridPlanDone -Plan $held.Seen.Plan)) { continue }
            $held.Seen = @{ Plan = $null; Error = '' }
            try { $held.Seen.Plan = Get-HybridPlan -Context $held.Context }
            catch { $held.Seen.Error = $_.Exception.Message }
            if (-not (Test-HybridPlanDone -Plan $held.Seen.Plan)) { $open = $open + 1 }
        }
        if ($open -eq 0 -or $poll -ge $polls) { return }
        if ($poll -eq 0) { Show-HybridDetail -Text "written; reading every 5 s, for $seconds s at most, until the change is seen" }
        Start-Sleep -Seconds 5
    }
}

# The calls that must follow the writes, each once, under the last step that has it; '' or the first error.
function Invoke-HybridBatchThen {
    param($Run)
    $last = New-HybridTable
    $order = New-Object 'System.Collections.Generic.List[string]'
    foreach ($held in $Run.Batch) {
        if (-not (Test-HybridPlanDone -Plan $held.Seen.Plan) -or $null -eq $held.Context.Step.Then) { continue }
        $text = $held.Context.Step.Then.ToString()
        if (-not $last.ContainsKey($text)) { $order.Add($text) }
        $last[$text] = $held.Context.Step
    }
    foreach ($text in $order) {
        $failure = Invoke-HybridWrite -Run $Run -Id $last[$text].Id -Write (New-HybridWrite -Block $last[$text].Then -Arguments @())
        if ($failure.Length -gt 0) { return $failure }
    }
    return ''
}

function Complete-HybridBatch {
    param($Run)
    if ($Run.Batch.Count -eq 0) { return }
    Wait-HybridBatch -Run $Run
    $failure = Invoke-HybridBatchThen -Run $Run
    foreach ($held in $Run.Batch.ToArray()) {
        $context = $held.Context
        $done = Test-HybridPlanDone -Plan $held.Seen.Plan
        if ($done -and $null -ne $context.Step.Then -and $failure.Length -gt 0) {
            $result = New-HybridResult -Context $context -State 'Failed' -Plan $held.Plan -Reason "Written, but the call that must follow failed: $failure. Run again: it is repeated."
        }
        else {
            try { $result = Complete-HybridWriting -Context $context -Plan $held.Plan -Seen $held.Seen -Failure $null -Warning $held.Warning -Followed }
            catch { $result = New-HybridResult -Context $context -State 'Failed' -Plan $held.Plan -Reason $_.Exception.GetBaseException().Message }
        }
        $result.Seconds = $held.Result.Clock.Elapsed.TotalSeconds
        Complete-HybridEntry -Run $Run -Entry $context.Entry -Result $result
    }
    $Run.Batch.Clear()
}

# May this step write? What must come first, and the sentences that say what is missing.

# Met: this run saw it in order; or, when this run has not looked at it, its receipt says done.
function Test-HybridMet {
    param($Run, [string]$Id)
    $result = $Run.Results[$Id]
    if ($null -ne $result) { return ($result.State -ceq 'InDesiredState' -or $result.State -ceq 'Changed') }
    if ($Run.Damaged.ContainsKey($Id)) { return $false }
    $receipt = $Run.Receipts[$Id]
    return ($null -ne $receipt -and $receipt.state -ceq 'done' -and (Test-HybridCovered -Run $Run -Id $Id -Receipt $receipt))
}

# Whether a receipt speaks of what is declared now. One of another certificate says nothing about the new one. A list has
# thousands of entries and every step behind it asks, so the answer is kept for as long as the receipt is the same.
function Test-HybridCovered {
    param($Run, [string]$Id, $Receipt)
    $kept = $Run.Covered[$Id]
    if ($null -ne $kept -and [object]::ReferenceEquals($kept.Receipt, $Receipt)) { return $kept.Answer }
    $answer = Compare-HybridCovered -Entry (Get-HybridEntry -Run $Run -Id $Id) -Receipt $Receipt
    $Run.Covered[$Id] = @{ Receipt = $Receipt; Answer = $answer }
    return $answer
}

function Compare-HybridCovered {
    param($Entry, $Receipt)
    if ($null -eq $Entry) { return $true }
    $settings = New-HybridTable
    foreach ($object in $Receipt.objects) { $settings[(Get-HybridObjectKey -Noun $object.noun -Identity $object.identity)] = [string]$object.settings }
    foreach ($object in (Get-HybridElement -Value $Entry.objects)) {
        $known = $settings[(Get-HybridObjectKey -Noun ([string]$object.noun) -Identity ([string]$object.identity))]
        if ($null -eq $known -or $known -cne [string]$object.settings) { return $false }
    }
    return $true
}

function Get-HybridUnmet {
    param($Run, $Entry)
    $unmet = New-Object 'System.Collections.Generic.List[string]'
    foreach ($id in (Get-HybridElement -Value $Entry.after)) { if (-not (Test-HybridMet -Run $Run -Id $id)) { $unmet.Add([string]$id) } }
    return , $unmet.ToArray()
}

# Why a predecessor is not met, and the next move.
function Format-HybridUnmet {
    param($Run, [string]$Id)
    $entry = Get-HybridEntry -Run $Run -Id $Id
    if ($null -eq $entry) { return "$Id is not in this runbook and has no receipt here: bring the hand-over file of the run that did it into the state folder." }
    $result = $Run.Results[$Id]
    if ($null -ne $result) { return "$Id is $($result.State): see there." }
    if ([string]$entry.shape -eq 'manual') { return "$Id is done by a person and not signed off." }
    if ([string]$entry.shell -ine $Run.Shell) { return "$Id is done in another shell ($($entry.shell)): run it there with this state folder, or bring its hand-over file here." }
    return "$Id has not been done: run it first (-Step '$Id')."
}

function New-HybridBlocked {
    param($Context, $Unmet, $Plan)
    $reasons = New-Object 'System.Collections.Generic.List[string]'
    foreach ($id in $Unmet) { $reasons.Add((Format-HybridUnmet -Run $Context.Run -Id $id)) }
    return New-HybridResult -Context $Context -State 'Blocked' -Reason ('Waits. ' + ($reasons.ToArray() -join ' ')) -Plan $Plan -Cause 'predecessor' -Unmet $Unmet
}

function New-HybridForeign {
    param($Context, $Plan)
    $result = New-HybridResult -Context $Context -State 'Blocked' -Plan $Plan -Cause 'foreign' -Reason (
        'Entries of unknown origin: somebody may need them. Nothing of this step is written until main.ts says what to do: declare them, or undeclared: Undeclared.REMOVE or Undeclared.KEEP.')
    $lines = New-Object 'System.Collections.Generic.List[string]'
    foreach ($foreign in $Plan.Foreign) { $lines.Add("? $foreign") }
    $result.Lines = $lines.ToArray() + $result.Lines
    $result.Calls = @()
    return $result
}

# Nothing certain was read. When the cmdlet itself failed and its predecessors are not done, that may be normal.
function New-HybridUnread {
    param($Context, [Exception]$Failure, $Unmet)
    $message = $Failure.Message
    $early = $Unmet.Length -gt 0 -and [bool]$Failure.Data['HybridRead']
    if ($Context.Run.Apply -and $early) {
        $result = New-HybridBlocked -Context $Context -Unmet $Unmet
        $result.Reason = "$($result.Reason) Its read failed as well: $message"
        return $result
    }
    if (-not $early) { return New-HybridResult -Context $Context -State 'Unknown' -Reason $message }
    $result = New-HybridResult -Context $Context -State 'Unknown' -Reason "$message This may be because these steps are not done yet: $($Unmet -join ', ')."
    $result.Excused = $true
    return $result
}

# -Undo: the receipt says what was there and what became ours; a plan like any other brings it back.

# Steps that build on this one and stand: by the index, and by receipts of steps that are no longer in it.
function Get-HybridDependent {
    param($Run, $Entry)
    $names = New-Object 'System.Collections.Generic.List[string]'
    foreach ($id in (Get-HybridSortedKey -Table $Run.Receipts)) {
        $receipt = $Run.Receipts[$id]
        if ($receipt.state -ceq 'undone') { continue }
        $after = Get-HybridElement -Value $receipt.after
        $other = Get-HybridEntry -Run $Run -Id $id
        if ($null -ne $other) { $after = $after + (Get-HybridElement -Value $other.after) }
        if ((Find-HybridText -Known $after -Text ([string]$Entry.id)).Length -eq 0) { continue }
        # A dry run has not taken it back, it has only seen that it can be.
        $result = $Run.Results[$id]
        if ($null -ne $result -and -not $Run.Apply -and (@('Pending', 'InDesiredState') -ccontains $result.State)) { continue }
        $names.Add("$id ($($receipt.shell))")
    }
    return , $names.ToArray()
}

function Resolve-HybridUndo {
    param($Context)
    $run = $Context.Run
    $shape = $Context.Kind.Shape
    if ([string]$Context.Entry.phase -eq '90-retire') { return New-HybridResult -Context $Context -State 'Refused' -Reason 'A retirement is not undone here: declare the subject again in main.ts, then synthesize and apply.' }
    if ($null -eq $Context.Receipt) { return Resolve-HybridUndoWithout -Context $Context }
    $dependents = Get-HybridDependent -Run $run -Entry $Context.Entry
    if ($dependents.Length -gt 0) {
        return New-HybridResult -Context $Context -State 'Blocked' -Cause 'dependent' -Reason "Stands until what builds on it is undone: $($dependents -join ', ')."
    }
    if ($shape -eq 'manual') { return Resolve-HybridManualUndo -Context $Context }
    if ($shape -eq 'operation') {
        if ($run.Apply) { Save-HybridUndone -Context $Context -Note 'nothing to undo' }
        return New-HybridResult -Context $Context -State 'InDesiredState' -Reason 'Nothing to undo: it changed nothing that stays.'
    }
    $plan = Get-HybridUndoPlan -Context $Context
    if ($plan.Refusal.Length -gt 0) { return New-HybridResult -Context $Context -State 'Refused' -Reason $plan.Refusal -Plan $plan }
    if ($plan.Writes.Count -eq 0 -and $plan.Left.Count -gt 0) { return New-HybridLeft -Context $Context -Plan $plan }
    if ($plan.Writes.Count -eq 0) { return Complete-HybridUndo -Context $Context -Plan $plan }
    foreach ($left in $plan.Left) { $plan.Notes.Add($left) }
    if (-not $run.Apply) { return New-HybridResult -Context $Context -State 'Pending' -Plan $plan }
    if ($null -ne $Context.Step.People) { return Invoke-HybridPeopleWriting -Context $Context -Plan $plan }
    return Invoke-HybridWriting -Context $Context -Plan $plan
}

function Resolve-HybridUndoWithout {
    param($Context)
    $receipt = $Context.Run.Receipts[$Context.Step.Id]
    if ($null -ne $receipt -and $receipt.state -ceq 'undone') { return New-HybridResult -Context $Context -State 'InDesiredState' -Reason "Undone already, $($receipt.finished), run $($receipt.run)." }
    if (-not $Context.Run.Whole) { return New-HybridResult -Context $Context -State 'InDesiredState' -Reason 'No receipt: as far as this state folder knows, this runbook changed nothing here.' }
    return New-HybridResult -Context $Context -State 'Refused' -Reason 'There is no receipt of this step in the state folder, so nobody knows what was there before. Undo it by hand.'
}

function Resolve-HybridManualUndo {
    param($Context)
    $run = $Context.Run
    if ($run.Apply -and $run.SignedBy.Length -gt 0 -and $run.Note.Length -gt 0) {
        Save-HybridUndone -Context $Context -By $run.SignedBy -Note $run.Note
        return New-HybridResult -Context $Context -State 'InDesiredState' -Reason "Taken back by $($run.SignedBy): $($run.Note)"
    }
    $result = New-HybridResult -Context $Context -State 'Waiting' -Reason 'A person did this, and a person must take it back by hand. When that is done:'
    $result.Notes = Get-HybridElement -Value $Context.Step.Words
    $result.Calls = @(".\Invoke-Runbook.ps1 -Undo -Step '$($Context.Step.Id)' -By <who> -Note <text> -Shell $($run.Shell) -State $($run.StateShown) -Apply -Approved $($run.Digest.Substring(0, 12))")
    return $result
}

function Save-HybridUndone {
    param($Context, [string]$By, [string]$Note)
    $run = $Context.Run
    $receipt = [ordered]@{}
    foreach ($entry in $Context.Receipt.GetEnumerator()) { $receipt[[string]$entry.Key] = $entry.Value }
    $receipt['state'] = 'undone'
    $receipt['digest'] = $run.Digest
    $receipt['by'] = $run.By
    if ($By.Length -gt 0) { $receipt['by'] = $By }
    $receipt['machine'] = $run.Machine
    $receipt['note'] = $Note
    $receipt['run'] = $run.Id
    $receipt['finished'] = Get-HybridNow
    Save-HybridReceipt -Run $run -Entry $Context.Entry -Receipt $receipt
}

function Complete-HybridUndo {
    param($Context, $Plan, [string]$Warning)
    $state = 'InDesiredState'
    if ($Context.Wrote) { $state = 'Changed' }
    if ($Context.Run.Apply) { Save-HybridUndone -Context $Context }
    return New-HybridResult -Context $Context -State $state -Reason $Warning -Plan $Plan
}

function Get-HybridUndoPlan {
    param($Context)
    if ($Context.Kind.Shape -eq 'entity') { return Get-HybridEntityUndo -Context $Context }
    if ($Context.Kind.Shape -eq 'singleton') { return Get-HybridSingletonUndo -Context $Context }
    if ($null -ne $Context.Step.People) { return Get-HybridPeopleUndo -Context $Context }
    if ($Context.Kind.Shape -eq 'transition') { return Get-HybridTransitionUndo -Context $Context }
    if ($null -ne $Context.Step.Lists) { return Get-HybridListUndo -Context $Context }
    return Get-HybridDomainListUndo -Context $Context
}

# The captured values by name.
function Get-HybridCapturedTable {
    param($Known)
    $table = New-HybridTable
    foreach ($pair in (Get-HybridElement -Value $Known.before)) { $table[[string]$pair.name] = $pair.value }
    return $table
}

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

# Text for people: 120 columns, nothing said by colour. The state stands at the left, everything about a step in one column.

function Show-HybridLine {
    param([string]$Text)
    Write-Host $Text
}

# Prose is wrapped between words; calls never are, because people copy them.
function Show-HybridProse {
    param([string]$Text, [int]$Indent = 18, [string]$First = '')
    $margin = ' ' * $Indent
    $line = $margin + $First
    $hanging = ' ' * $First.Length
    $empty = $true
    foreach ($word in $Text.Split(' ')) {
        if (-not $empty -and ($line.Length + 1 + $word.Length) -gt 120) {
            Show-HybridLine -Text $line
            $line = $margin + $hanging
            $empty = $true
        }
        if (-not $empty) { $line = $line + ' ' }
        $line = $line + $word
        $empty = $false
    }
    Show-HybridLine -Text $line
}

function Show-HybridDetail {
    param([string]$Text)
    Show-HybridLine -Text ((' ' * 18) + $Text)
}

# Called just before the call is made, so that the last line on the screen is the call in doubt.
function Show-HybridCall {
    param([string]$Text)
    Show-HybridDetail -Text ('> ' + $Text)
}

function Show-HybridHead {
    param([string]$State, [string]$Id, [string]$Tail)
    $line = '  ' + $State.PadRight(16) + $Id
    if ($Tail.Length -gt 0) { $line = $line.PadRight(118 - $Tail.Length) + '  ' + $Tail }
    Show-HybridLine -Text $line
}

# Long lists are cut on the screen, unless the person asked for this very step.
function Show-HybridList {
    param($Run, $Texts, [string]$Prefix, [string]$Id)
    $shown = 0
    foreach ($text in $Texts) {
        if ($shown -ge 20 -and -not $Run.Whole) {
            Show-HybridDetail -Text "$Prefix... and $($Texts.Length - $shown) more; all of them: -Step '$Id'"
            return
        }
        Show-HybridDetail -Text ($Prefix + $text)
        $shown = $shown + 1
    }
}

# An applied step that is about to write.
function Show-HybridStart {
    param($Context, $Plan)
    Show-HybridHead -State 'writing' -Id $Context.Step.Id -Tail "risk $($Context.Entry.risk)"
    Show-HybridProse -Text ([string]$Context.Entry.title)
    Show-HybridList -Run $Context.Run -Texts $Plan.Lines.ToArray() -Prefix '' -Id $Context.Step.Id
    foreach ($note in $Plan.Notes) { Show-HybridProse -Text $note -First '! ' }
}

function Show-HybridResult {
    param($Run, $Entry, $Result)
    $tail = "risk $($Entry.risk)"
    if ($Run.Apply -and $Result.Live) { $tail = (ConvertTo-HybridText -Value ([Math]::Round($Result.Seconds, 1))) + ' s' }
    Show-HybridHead -State $Result.State -Id $Result.Step -Tail $tail
    if (-not $Result.Live) {
        if ($Result.State -cne 'InDesiredState') {
            Show-HybridProse -Text ([string]$Entry.title)
            Show-HybridList -Run $Run -Texts $Result.Lines -Prefix '' -Id $Result.Step
        }
        $mark = '! '
        if ($Result.State -ceq 'Waiting') { $mark = '- ' }
        foreach ($note in $Result.Notes) { Show-HybridProse -Text $note -First $mark }
        if ($Result.State -ceq 'Pending') { Show-HybridList -Run $Run -Texts $Result.Calls -Prefix '> ' -Id $Result.Step }
    }
    if ($Result.Reason.Length -gt 0) { Show-HybridProse -Text $Result.Reason }
    # A line to type is never wrapped.
    if ($Result.State -ceq 'Waiting' -or $Result.Cause -ceq 'parameter') { Show-HybridList -Run $Run -Texts $Result.Calls -Prefix '' -Id $Result.Step }
}

# A step of another shell, or one whose turn has not come.
function Show-HybridLater {
    param($Run, $Entry)
    $word = 'later'
    $receipt = Get-HybridLivingReceipt -Run $Run -Entry $Entry
    if ($null -ne $receipt) {
        $word = [string]$receipt.state
        if ($receipt.state -ceq 'done' -and $receipt.script -cne [string]$Run.Files[[string]$Entry.file]) { $word = 'changed' }
    }
    Show-HybridHead -State "($($Entry.shell)) $word" -Id ([string]$Entry.id) -Tail "risk $($Entry.risk)"
}

function Show-HybridHeader {
    param($Run)
    $mode = 'DRY RUN: reads only. No call that changes anything is made, no file is written.'
    if ($Run.Undo) { $mode = 'DRY RUN OF -Undo: reads only. No call that changes anything is made, no file is written.' }
    if ($Run.Apply) { $mode = 'APPLY: writes what differs.' }
    if ($Run.Apply -and $Run.Undo) { $mode = 'UNDO: takes back what the receipts say this runbook did.' }
    Show-HybridLine -Text "Runbook $($Run.Stack)"
    Show-HybridLine -Text "  $mode"
    Show-HybridLine -Text "  digest  $($Run.Digest.Substring(0, 12))  ($($Run.Files.PSBase.Count) files verified; compare it with the approved one)"
    Show-HybridLine -Text "  shell   $($Run.Shell): $($Run.ShellTitle)"
    if ($null -ne $Run.StateFolder) { Show-HybridLine -Text "  state   $($Run.StateFolder)" }
    else { Show-HybridLine -Text '  state   none given: what was done or signed off earlier is not known' }
    Show-HybridLine -Text "  run     $($Run.Id), $($Run.By) on $($Run.Machine), $(Get-HybridNow)"
    Show-HybridParameter -Run $Run
}

# Each state with its number, in the order in which people should look at them.
function Show-HybridSummary {
    param($Run, $Counts, $Next)
    $parts = New-Object 'System.Collections.Generic.List[string]'
    foreach ($state in @('Failed', 'Unknown', 'Unconfirmed', 'Refused', 'Blocked', 'Waiting', 'Pending', 'Changed', 'InDesiredState')) {
        if ($Counts[$state] -gt 0) { $parts.Add("$state $($Counts[$state])") }
    }
    Show-HybridLine -Text ''
    Show-HybridLine -Text 'Summary'
    if ($parts.Count -eq 0) { $parts.Add('no step') }
    Show-HybridLine -Text ('  ' + ($parts.ToArray() -join ', '))
    Show-HybridLine -Text "  digest $($Run.Digest.Substring(0, 12))"
    Show-HybridLine -Text ''
    Show-HybridLine -Text 'Next'
    foreach ($line in $Next) { Show-HybridLine -Text ('  ' + $line) }
}

# A step file run by itself: it reads and prints. Nothing was verified, so nothing is written.

function Show-HybridStepAlone {
    param($Step)
    $index = New-Object PSObject -Property @{ id = $Step.Id; title = ''; risk = ''; shell = ''; shape = ''; phase = ''; after = @(); objects = @(); file = '' }
    $run = @{
        Apply = $false; Undo = $false; Whole = $true; Id = ''; Shell = ''; Steps = @($index); Files = @{}; Digest = '000000000000'
        StateShown = '<folder>'; Results = (New-HybridTable); Receipts = (New-HybridTable); Damaged = (New-HybridTable); Covered = (New-HybridTable); Journal = $null
    }
    $context = @{ Step = $Step; Kind = $null; Run = $run; Entry = $index; Receipt = $null; Known = (New-HybridTable); Wrote = $false }
    Show-HybridLine -Text 'This step file was started by itself: it only reads. No file was verified and no receipt is known.'
    try {
        $context.Kind = Get-HybridKind -Kind $Step.Kind
        $null = Resolve-HybridDesired -Context $context
        $result = Resolve-HybridStep -Context $context
    }
    catch { $result = New-HybridResult -Context $context -State 'Unknown' -Reason $_.Exception.Message }
    Show-HybridHead -State $result.State -Id $Step.Id -Tail ''
    Show-HybridList -Run $run -Texts $result.Lines -Prefix '' -Id $Step.Id
    foreach ($note in $result.Notes) { Show-HybridProse -Text $note -First '! ' }
    if ($result.State -cne 'Waiting') {
        Show-HybridList -Run $run -Texts $result.Calls -Prefix '> ' -Id $Step.Id
        if ($result.Reason.Length -gt 0) { Show-HybridProse -Text $result.Reason }
    }
    Show-HybridLine -Text "The verified way, which can also write: .\Invoke-Runbook.ps1 -Step '$($Step.Id)'"
}

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

# The end of a run: its exit code and the line to type next.

function Measure-HybridState {
    param($Run)
    $counts = New-HybridTable
    foreach ($id in (Get-HybridSortedKey -Table $Run.Results)) {
        $state = $Run.Results[$id].State
        $counts[$state] = 1 + [int]$counts[$state]
    }
    return $counts
}

# Waits for something that this run counts by itself, or that is done in another shell: then the wait is not the problem.
function Test-HybridDerived {
    param($Run, $Result)
    if ($Result.Cause -cne 'predecessor') { return $false }
    foreach ($id in $Result.Unmet) {
        if ($Run.Results.ContainsKey($id)) { continue }
        $entry = Get-HybridEntry -Run $Run -Id $id
        if ($null -eq $entry -or [string]$entry.shell -ceq $Run.Shell) { return $false }
    }
    return $true
}

# The shell in which something is ready that this run could not do, '' when there is none.
function Get-HybridNextShell {
    param($Run)
    foreach ($entry in $Run.Steps) {
        $shell = [string]$entry.shell
        if ($shell -ceq $Run.Shell -or (Test-HybridByHand -Index $Run.Index -Shell $shell)) { continue }
        $receipt = Get-HybridLivingReceipt -Run $Run -Entry $entry
        # Done by an older script is not done: the declaration has changed since.
        if ($null -ne $receipt -and $receipt.state -ceq 'done' -and $receipt.script -ceq [string]$Run.Files[[string]$entry.file]) { continue }
        if ((Get-HybridUnmet -Run $Run -Entry $entry).Length -eq 0) { return $shell }
    }
    return ''
}

function Get-HybridExitCode {
    param($Run, $Counts, [string]$NextShell)
    $bad = 0
    $blocked = 0
    foreach ($id in (Get-HybridSortedKey -Table $Run.Results)) {
        $result = $Run.Results[$id]
        if (@('Failed', 'Unconfirmed', 'Refused') -ccontains $result.State) { $bad = $bad + 1 }
        if ($result.State -ceq 'Unknown' -and -not $result.Excused) { $bad = $bad + 1 }
        if ($result.State -ceq 'Blocked' -and -not (Test-HybridDerived -Run $Run -Result $result)) { $blocked = $blocked + 1 }
    }
    if ($bad -gt 0) { return 1 }
    if ($blocked -gt 0) { return 7 }
    if ($Counts['Waiting'] -gt 0) { return 6 }
    if ($Run.Apply -and $NextShell.Length -gt 0) { return 5 }
    if ($Counts['Pending'] -gt 0) { return 2 }
    # Blocked with nowhere to go on: the wait is the problem after all.
    if ($Counts['Blocked'] -gt 0) { return 7 }
    return 0
}

function Get-HybridLineToType {
    param($Run, [string]$Shell, [string]$Rest)
    $approved = $Run.Digest.Substring(0, 12)
    return ".\Invoke-Runbook.ps1 -Shell $Shell -State $($Run.StateShown)$Rest -Approved $approved"
}

# -Undo, -Step and -Phase as this run was given them.
function Get-HybridSelectionText {
    param($Run)
    $text = ''
    if ($Run.Undo) { $text = ' -Undo' }
    if ($Run.WantedSteps.Length -gt 0) { $text = $text + " -Step '$($Run.WantedSteps -join ',')'" }
    if ($Run.WantedPhases.Length -gt 0) { $text = $text + " -Phase $($Run.WantedPhases -join ',')" }
    return $text
}

function Get-HybridNext {
    param($Run, $Counts, [int]$Code, [string]$NextShell)
    $rest = (Get-HybridSelectionText -Run $Run) + ' -Apply'
    $lines = New-Object 'System.Collections.Generic.List[string]'
    $handover = 'the state folder'
    if ($Run.Apply) { $handover = Get-HybridHandoverPath -Run $Run }
    switch ($Code) {
        0 {
            $lines.Add('Nothing to do here.')
            if ($Run.Apply) { $lines[0] = 'Done here.'; $lines.Add("Record it: lync-hybrid receipts add $handover   (a pull request in the repository of main.ts)") }
        }
        1 { $lines.Add('Read the reasons above, mend what they name, and run the same line again.') }
        2 {
            $lines.Add('To write exactly this, once the digest is approved:')
            $lines.Add((Get-HybridLineToType -Run $Run -Shell $Run.Shell -Rest $rest))
        }
        5 {
            $lines.Add("Go on in the shell ${NextShell}: $(Get-HybridShellTitle -Index $Run.Index -Shell $NextShell)")
            $lines.Add((Get-HybridLineToType -Run $Run -Shell $NextShell -Rest ' -Apply'))
            $lines.Add("On another computer? Take $handover into its state folder.")
        }
        6 { $lines.Add('A person must act: see Waiting above, then sign off with the line printed there and run again.') }
        7 { $lines.Add('Read why the Blocked steps wait, do what they name, and run the same line again.') }
    }
    if ($Code -ne 2 -and $Counts['Pending'] -gt 0) {
        $lines.Add('What is Pending above is written by, once the digest is approved:')
        $lines.Add((Get-HybridLineToType -Run $Run -Shell $Run.Shell -Rest $rest))
    }
    if ($Run.Apply -and $Code -ne 5 -and $NextShell.Length -gt 0) {
        $lines.Add("Meanwhile steps are ready in the shell ${NextShell}: $(Get-HybridLineToType -Run $Run -Shell $NextShell -Rest ' -Apply')")
    }
    return , $lines.ToArray()
}

function Get-HybridShellTitle {
    param($Index, [string]$Shell)
    foreach ($entry in $Index.shells) { if ([string]$entry.name -ceq $Shell) { return [string]$entry.title } }
    return $Shell
}

# A run, after the controller has verified every file. Returns the exit code; only the controller exits.

function New-HybridRun {
    param($Options, $Index)
    $run = @{
        Id = [Guid]::NewGuid().ToString('N').Substring(0, 8); Index = $Index; Stack = [string]$Index.stack; Steps = (Get-HybridElement -Value $Index.steps)
        Folder = $Options.Folder; Files = $Options.Files; Digest = $Options.Digest; Shell = ''; ShellTitle = ''
        Apply = [bool]$Options.Apply; Undo = [bool]$Options.Undo; Whole = $false; Selected = @(); SignOff = ''
        By = (Get-HybridWho); Machine = [Environment]::MachineName; SignedBy = [string]$Options.By; Note = [string]$Options.Note
        StateFolder = $Options.State; StateShown = '<folder>'; WantedSteps = (Split-HybridArgument -Values $Options.Step); WantedPhases = (Split-HybridArgument -Values $Options.Phase)
        Receipts = (New-HybridTable); Damaged = (New-HybridTable); Results = (New-HybridTable)
        Warnings = (New-Object 'System.Collections.Generic.List[string]'); Journal = $null; Lock = $null; Sequence = 0
        Covered = (New-HybridTable); Reads = (New-HybridTable); Batch = (New-Object 'System.Collections.Generic.List[object]'); BatchKind = ''
    }
    $run.Whole = ($run.WantedSteps.Length -gt 0)
    if ($null -ne $run.StateFolder) { $run.StateShown = Format-HybridTextLiteral -Text $run.StateFolder }
    return $run
}

function Start-HybridRun {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)]$Options)
    Set-StrictMode -Version 2
    $ErrorActionPreference = 'Stop'
    $index = Read-HybridJson -Path ([IO.Path]::Combine($Options.Folder, 'steps.json'))
    $run = New-HybridRun -Options $Options -Index $index
    $problems = New-Object 'System.Collections.Generic.List[string]'
    if ($Options.SignOff.Length -gt 0) {
        $run.SignOff = $Options.SignOff
        return Invoke-HybridLocked -Run $run -Work { param($run) Invoke-HybridSignOff -Run $run }
    }
    $run.Shell = Resolve-HybridShell -Index $index -Shell $Options.Shell -Problem $problems
    $run.Selected = Select-HybridStep -Index $index -Steps $run.WantedSteps -Phases $run.WantedPhases -Problem $problems
    foreach ($entry in $index.steps) { if (-not $run.Files.ContainsKey([string]$entry.file)) { $problems.Add("steps.json names $($entry.file), which checksums.json does not list.") } }
    if ($problems.Count -gt 0) { return Show-HybridProblem -Problems $problems }
    $run.ShellTitle = Get-HybridShellTitle -Index $index -Shell $run.Shell
    if ($Options['Connect']) {
        $refusal = Connect-HybridShell -Run $run
        if ($refusal.Length -gt 0) { return Show-HybridProblem -Problems @($refusal) }
    }
    $missing = Get-HybridMissingMarker -Run $run
    if ($missing.Length -gt 0) { return Show-HybridProblem -Problems @($missing) }
    $other = Get-HybridOtherTenant -Run $run
    if ($other.Length -gt 0) { return Show-HybridProblem -Problems @($other) }
    if ($run.Apply) { return Invoke-HybridLocked -Run $run -Work { param($run) Invoke-HybridSelection -Run $run } }
    if ($null -ne $run.StateFolder -and [IO.Directory]::Exists($run.StateFolder)) { Import-HybridReceipt -Run $run }
    return Invoke-HybridSelection -Run $run
}

function Show-HybridProblem {
    param($Problems)
    foreach ($problem in $Problems) { Show-HybridProse -Text $problem -Indent 0 }
    return 64
}

# '' when the cmdlet by which the shell is known is there.
function Get-HybridMissingMarker {
    param($Run)
    foreach ($entry in $Run.Index.shells) {
        if ([string]$entry.name -cne $Run.Shell -or $null -eq $entry.marker) { continue }
        # Ignore, not SilentlyContinue: that would leave the failed look-up among the errors of the session.
        if ($null -eq (Get-Command -Name ([string]$entry.marker) -ErrorAction Ignore)) {
            return "$($entry.marker) is not known here, so this is not the shell $($Run.Shell). Open: $($entry.title). Nothing was read or written."
        }
        $called = Get-HybridProperty -Object $entry -Name 'cmdlets'
        if ($called.Present) { return Get-HybridCmdletClash -Marker ([string]$entry.marker) -Cmdlets $called.Value -Title ([string]$entry.title) }
    }
    return ''
}

# Names of the modules that have a command, each once. A function of the session itself belongs to none: ''.
function Get-HybridCommandModule {
    param([string]$Name)
    $modules = New-Object 'System.Collections.Generic.List[string]'
    foreach ($command in @(Get-Command -Name $Name -All -ErrorAction Ignore)) { $modules.Add([string]$command.ModuleName) }
    return , (Get-HybridSortedText -Texts $modules)
}

# For a shell whose cmdlets cannot be called with their module, because nobody knows its name: '' when all of them come from the
# one module that brought the marker. A cmdlet that is missing is no clash: the role of this account may lack it, and the
# step says so.
function Get-HybridCmdletClash {
    param([string]$Marker, $Cmdlets, [string]$Title)
    $own = Get-HybridCommandModule -Name $Marker
    if ($own.Length -ne 1) { return "$Marker is here $($own.Length) times ($($own -join ', ')), so it is not sure which organization would answer. Open: $Title, alone. Nothing was read or written." }
    if ($own[0].Length -eq 0) { return "$Marker belongs to no module here, so this is not the $Title. Open it, without functions of your own of that name. Nothing was read or written." }
    foreach ($cmdlet in (Get-HybridElement -Value $Cmdlets)) {
        foreach ($module in (Get-HybridCommandModule -Name ([string]$cmdlet))) {
            if ($module -ceq $own[0]) { continue }
            if ($module.Length -eq 0) { $module = 'this session itself' }
            return "$cmdlet is here from $module as well, not only from the $Title, and would be called without its module. Open that shell alone. Nothing was read or written."
        }
    }
    return ''
}

# Everything that writes happens in here: one run at a time, with a journal, and with a word about runs that died.
function Invoke-HybridLocked {
    param($Run, [scriptblock]$Work)
    $null = [IO.Directory]::CreateDirectory($Run.StateFolder)
    if (-not (Lock-HybridState -Run $Run)) {
        Show-HybridProse -Indent 0 -Text "Another run holds $($Run.StateFolder): $(Get-HybridLockHolder -StateFolder $Run.StateFolder). Wait until it has ended. Nothing was written."
        return 4
    }
    $code = 1
    try {
        Open-HybridJournal -Run $Run
        Add-HybridJournal -Run $Run -Name 'run-started' -Flush -Fields ([ordered]@{
                by = $Run.By; machine = $Run.Machine; powershell = [string]$PSVersionTable.PSVersion; digest = $Run.Digest; shell = $Run.Shell; undo = $Run.Undo
                steps = $Run.WantedSteps; phases = $Run.WantedPhases
            })
        Start-HybridTranscript -Run $Run
        Import-HybridReceipt -Run $Run
        $code = & $Work $Run
        Export-HybridHandover -Run $Run
        Add-HybridJournal -Run $Run -Name 'run-finished' -Fields ([ordered]@{ exit = $code }) -Flush
    }
    finally {
        Stop-HybridTranscript -Run $Run
        Close-HybridJournal -Run $Run
        Unlock-HybridState -Run $Run
    }
    return $code
}

function Show-HybridTornRun {
    param($Run)
    foreach ($story in (Get-HybridTornRun -Run $Run)) {
        if ([string]$story.Run -ceq $Run.Id) { continue }
        Show-HybridProse -Indent 2 -First '! ' -Text "Run $($story.Run) of $($story.Who), started $($story.Started), never ended."
        if ($story.Doubt.Length -gt 0) { Show-HybridProse -Indent 4 -Text "It is not known whether its last call took effect: $($story.Doubt)" }
        Show-HybridProse -Indent 4 -Text 'Every step is read before anything is written, and started receipts are continued.'
        Add-HybridJournal -Run $Run -Name 'torn-run' -Fields ([ordered]@{ torn = [string]$story.Run; doubt = [string]$story.Doubt })
    }
}

function Invoke-HybridSelection {
    param($Run)
    Show-HybridHeader -Run $Run
    if ($null -ne $Run.StateFolder -and [IO.Directory]::Exists($Run.StateFolder)) { Show-HybridTornRun -Run $Run }
    foreach ($warning in $Run.Warnings) { Show-HybridProse -Indent 2 -First '! ' -Text $warning }
    $order = @($Run.Selected)
    # Taken back in the reverse of the order in which it was done.
    if ($Run.Undo) { [Array]::Reverse($order) }
    $phase = ''
    foreach ($entry in $order) {
        if ([string]$entry.phase -cne $phase) {
            $phase = [string]$entry.phase
            Show-HybridLine -Text ''
            Show-HybridLine -Text $phase
        }
        Invoke-HybridEntry -Run $Run -Entry $entry
    }
    Complete-HybridBatch -Run $Run
    $counts = Measure-HybridState -Run $Run
    $nextShell = ''
    if (-not $Run.Undo) { $nextShell = Get-HybridNextShell -Run $Run }
    $code = Get-HybridExitCode -Run $Run -Counts $counts -NextShell $nextShell
    Show-HybridSummary -Run $Run -Counts $counts -Next (Get-HybridNext -Run $Run -Counts $counts -Code $code -NextShell $nextShell)
    return $code
}

# One line of the index: run it here, or say that its turn comes elsewhere or later.
function Invoke-HybridEntry {
    param($Run, $Entry)
    Set-HybridBatch -Run $Run -Entry $Entry
    $byHand = Test-HybridByHand -Index $Run.Index -Shell ([string]$Entry.shell)
    $elsewhere = ([string]$Entry.shell -cne $Run.Shell) -and -not $byHand
    # A person is asked for only when everything before it is done.
    $notYet = $byHand -and -not $Run.Undo -and (Get-HybridUnmet -Run $Run -Entry $Entry).Length -gt 0 -and -not (Test-HybridMet -Run $Run -Id ([string]$Entry.id))
    if ($elsewhere -or $notYet) { Show-HybridLater -Run $Run -Entry $Entry; return }
    Add-HybridJournal -Run $Run -Name 'step-started' -Fields ([ordered]@{ step = [string]$Entry.id; script = [string]$Run.Files[[string]$Entry.file] })
    $result = Invoke-HybridStepFile -Run $Run -Entry $Entry
    # Written, and read back together with the others of its batch.
    if ($result.State -ceq 'Written') { return }
    Complete-HybridEntry -Run $Run -Entry $Entry -Result $result
}

function Complete-HybridEntry {
    param($Run, $Entry, $Result)
    $Run.Results[[string]$Entry.id] = $Result
    Show-HybridResult -Run $Run -Entry $Entry -Result $Result
    Add-HybridJournal -Run $Run -Name 'step-finished' -Flush -Fields ([ordered]@{ step = [string]$Entry.id; state = $Result.State; lines = $Result.Lines; reason = $Result.Reason })
}

function Invoke-HybridStepFile {
    param($Run, $Entry)
    $problem = ''
    try {
        $path = [IO.Path]::Combine($Run.Folder, ([string]$Entry.file).Replace('/', [string][IO.Path]::DirectorySeparatorChar))
        foreach ($output in @(& $path -Run $Run)) {
            if ($null -ne $output -and $output.PSObject.TypeNames -contains 'Hybrid.Result') { return $output }
        }
        $problem = 'The step file returned no result.'
    }
    catch { $problem = "The step file could not be run: $($_.Exception.Message)" }
    $context = @{ Step = @{ Id = [string]$Entry.id; Then = $null }; Run = $Run; Wrote = $false }
    return New-HybridResult -Context $context -State 'Unknown' -Reason $problem
}

# A person says that a manual step is done. Nothing is read, so the words count: who and what.
function Invoke-HybridSignOff {
    param($Run)
    $id = [string]$Run.SignOff
    $known = Find-HybridText -Known (Get-HybridStepText -Steps $Run.Steps -Name 'id') -Text $id
    if ($known.Length -eq 0) { return Show-HybridProblem -Problems @("-SignOff ${id}: this runbook has no such step.") }
    $entry = Get-HybridEntry -Run $Run -Id $known
    if ([string]$entry.shape -cne 'manual') { return Show-HybridProblem -Problems @("$known is not done by a person: the runbook reads its state itself. Run: .\Invoke-Runbook.ps1 -Step '$known'") }
    if ($Run.Damaged.ContainsKey($known)) { return Show-HybridProblem -Problems @("$($Run.Damaged[$known]). The file is kept: mend it or take it away by hand, then sign off again.") }
    $receipt = Get-HybridLivingReceipt -Run $Run -Entry $entry
    $context = @{ Run = $Run; Entry = $entry; Receipt = $receipt; Known = (Get-HybridKnownObject -Receipt $receipt) }
    $new = New-HybridReceipt -Context $context -Plan (New-HybridPlan) -State 'done' -By $Run.SignedBy -Note $Run.Note
    Save-HybridReceipt -Run $Run -Entry $entry -Receipt $new
    Show-HybridLine -Text "$known is signed off by $($Run.SignedBy): $($Run.Note)"
    foreach ($unmet in (Get-HybridUnmet -Run $Run -Entry $entry)) { Show-HybridProse -Indent 0 -First '! ' -Text "Before it comes $unmet, of which this state folder knows no done receipt. Is the order right?" }
    Show-HybridLine -Text "Receipt: $(Get-HybridReceiptPath -Run $Run -Entry $entry)"
    $shell = Get-HybridNextShell -Run $Run
    if ($shell.Length -gt 0) { Show-HybridLine -Text "Next, in the shell ${shell}: $(Get-HybridLineToType -Run $Run -Shell $shell -Rest ' -Apply')" }
    return 0
}
