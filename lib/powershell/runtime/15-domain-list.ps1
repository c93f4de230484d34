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
