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
