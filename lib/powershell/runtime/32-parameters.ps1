# Values that only Terraform knows: the state folder holds parameters.json, the bytes of "terraform output -json".

function Get-HybridParameterPath {
    param($Run)
    return [IO.Path]::Combine($Run.StateFolder, 'parameters.json')
}

# The outputs by name, read once a run; $null when there is no such file.
function Get-HybridParameterFile {
    param($Run)
    if ($null -eq $Run['StateFolder']) { return $null }
    if ($null -ne $Run['Parameters']) { return $Run.Parameters }
    $path = Get-HybridParameterPath -Run $Run
    if (-not [IO.File]::Exists($path)) { return $null }
    # Windows PowerShell redirects as UTF-16: the byte order mark decides.
    try { $Run.Parameters = ConvertFrom-Json -InputObject ([IO.File]::ReadAllText($path)) }
    catch { throw "$path is no JSON: $(([string]$_.Exception.Message).Trim().TrimEnd('.')). Write it afresh with: terraform output -json" }
    return $Run.Parameters
}

# One value. Everything that is not plainly a text that can be read by a person is refused.
function Get-HybridParameter {
    param($Run, [string]$Name)
    $path = Get-HybridParameterPath -Run $Run
    $advice = 'Run terraform apply, write the file afresh with: terraform output -json, then run again.'
    $output = Get-HybridProperty -Object (Get-HybridParameterFile -Run $Run) -Name $Name
    if (-not $output.Present) { throw "$path does not hold $Name. $advice" }
    $value = Get-HybridProperty -Object $output.Value -Name 'value'
    $sensitive = Get-HybridProperty -Object $output.Value -Name 'sensitive'
    if ($sensitive.Present -and $sensitive.Value -eq $true) { throw "$Name in $path is marked as sensitive, and a secret is no parameter of a runbook. Mark the output as what it is, or take another value." }
    if (-not $value.Present -or $value.Value -isnot [string]) { throw "$Name in $path is no text. $advice" }
    if ($value.Value.Trim().Length -eq 0) { throw "$Name in $path is empty. $advice" }
    foreach ($unit in $value.Value.ToCharArray()) { if ([char]::IsControl($unit)) { throw "$Name in $path holds a line break or another control character. $advice" } }
    return $value.Value
}

# The name of a parameter where the script names one instead of a value; '' for a value.
function Get-HybridParameterName {
    param($Value)
    if ($Value -isnot [System.Collections.IDictionary] -or -not $Value.Contains('Parameter')) { return '' }
    return [string]$Value['Parameter']
}

# What is declared, with its parameters. A dry run goes on without them: it shows the name and says what is missing.
function Resolve-HybridDesired {
    param($Context)
    $desired = $Context.Step.Desired
    if ($desired -isnot [System.Collections.IDictionary]) { return }
    $run = $Context.Run
    $resolved = @{}
    foreach ($key in (Get-HybridSortedKey -Table $desired)) {
        $name = Get-HybridParameterName -Value $desired[$key]
        if ($name.Length -eq 0) { $resolved[$key] = $desired[$key]; continue }
        if ($null -ne (Get-HybridParameterFile -Run $run)) {
            $resolved[$key] = Get-HybridParameter -Run $run -Name $name
            $Context.Notes += "$key is $($resolved[$key]): $name in parameters.json, which the approval does not cover."
            continue
        }
        $where = 'the state folder, which was not named (-State)'
        if ($null -ne $run['StateFolder']) { $where = Format-HybridTextLiteral -Text $run.StateFolder }
        if ($run.Apply -and -not $run.Undo) { throw "$key is $name, and there is no parameters.json in $where. Run terraform apply, write the file there with: terraform output -json, then run again." }
        $resolved[$key] = "<$name of parameters.json>"
        $Context.Notes += "$key is $name, which is not known yet: there is no parameters.json in $where."
    }
    $Context.Step.Desired = $resolved
}
