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
