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
