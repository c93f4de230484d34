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
