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
