<#
.SYNOPSIS
Runs this runbook: reads what the servers have, says what differs from what was declared, and with -Apply mends it.

.DESCRIPTION
Without -Apply nothing is written, neither to a server nor to a file: the calls that would be made are printed.

Before anything else the SHA-256 of every file is compared with checksums.json. That proves that the folder is whole, not who
made it: the origin is the digest that was approved in the pull request (-Approved) or a signature on the scripts.

Exit codes: 0 nothing to do, or all done. 1 something failed, is unknown, unconfirmed or refused. 2 a dry run would change
something. 3 the folder or its digest is not what was approved. 4 another run holds the state folder. 5 go on in another shell.
6 a person must act. 7 blocked. 64 wrong use.

.PARAMETER Shell
The shell you are in, for example lync or teams. May be left out when the runbook needs only one.

.PARAMETER State
The folder of receipts and journals, outside the runbook folder; a share that all shells reach is best. It names people. The
values that Terraform makes are read from parameters.json in it.

.PARAMETER Apply
Writes. Needs -State and -Approved.

.PARAMETER Approved
The first 12 (or more) characters of the digest that was approved. Nothing runs when the folder has another one.

.PARAMETER Step
Only these steps. Ids as in RUNBOOK.md, separated by commas.

.PARAMETER Phase
Only these phases, for example 20-federate.

.PARAMETER SignOff
A manual step that you or somebody else has done. Needs -By, -Note, -State and -Approved.

.PARAMETER By
Who did the manual step.

.PARAMETER Note
What was done, with the ticket or the change number.

.PARAMETER Undo
Takes back what the receipts say this runbook did. A dry run without -Apply. Needs -State, and -Step or -Phase.

.PARAMETER Connect
Signs in to the shell of the cloud before the first step, with the certificate or the managed identity that was declared. For
pipelines; a person signs in as RUNBOOK.md says. A session that is there already is used as it is.

.EXAMPLE
.\Invoke-Runbook.ps1 -Shell lync

It is Friday, the change is on Sunday, and you want to know what will happen. Nothing is written anywhere.

.EXAMPLE
.\Invoke-Runbook.ps1 -Shell lync -State \\files\hybrid -Apply -Approved 1f3a9c20aabb

It is Sunday, and 1f3a9c20aabb is the digest in the approved pull request. If the run is interrupted, type the same line again.

.EXAMPLE
.\Invoke-Runbook.ps1 -SignOff firewall/edge01 -By 'Bob' -Note 'CHG0042, ports open' -State \\files\hybrid -Approved 1f3a9c20aabb

The firewall owner has done what the manual step says, and the steps behind it shall go on.

.EXAMPLE
.\Invoke-Runbook.ps1 -Shell lync -State \\files\hybrid -Undo -Step CsHostingProvider/Office365

The change must be taken back, and you want to see what that would do. Add -Apply and -Approved to do it.
#>
#Requires -Version 3.0
[CmdletBinding(SupportsShouldProcess = $true, PositionalBinding = $false)]
param(
    [string]$Shell = '',
    [string]$State = '',
    [switch]$Apply,
    [string]$Approved = '',
    [string[]]$Step = @(),
    [string[]]$Phase = @(),
    [string]$SignOff = '',
    [string]$By = '',
    [string]$Note = '',
    [switch]$Undo,
    [switch]$Connect
)
# Dot-sourced, "exit" would close the window and every function would stay in the session. A script block has no file to name.
if ($MyInvocation.InvocationName -eq '.' -and $MyInvocation.MyCommand.CommandType -eq 'ExternalScript') {
    Write-Host 'Invoke-Runbook.ps1 must not be dot-sourced. Type: .\Invoke-Runbook.ps1'
    $global:LASTEXITCODE = 64
    return
}
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Host "This session runs in $($ExecutionContext.SessionState.LanguageMode) mode, in which files cannot be verified. Open a session in FullLanguage mode, or have the scripts signed by a publisher your policy trusts. Nothing was read or written."
    exit 64
}
# A profile that sets $WhatIfPreference would silence script modules behind our back: they see the global one.
$pretending = [bool]$WhatIfPreference -and -not $PSBoundParameters.ContainsKey('WhatIf')
$dryRun = -not $Apply -or ($PSBoundParameters.ContainsKey('WhatIf') -and [bool]$PSBoundParameters['WhatIf'])
$confirmBound = $PSBoundParameters.ContainsKey('Confirm')
$WhatIfPreference = $false
$ConfirmPreference = 'None'
$ErrorActionPreference = 'Stop'
$PSDefaultParameterValues = @{}
Set-StrictMode -Version 2

# --- Everything down to the next such line runs before the files are verified, so it stands in this file. ---

# What is wrong with the way this was called; '' when nothing is.
function Get-UsageProblem {
    param([hashtable]$Given)
    if ($Given.Confirm) { return 'There is no -Confirm: a run must not stop for questions half-way. The dry run shows every call; -Approved is the confirmation.' }
    if ($Given.Pretending -and $Given.Apply) { return '$WhatIfPreference is set in this session, so that some calls would only pretend. Type $WhatIfPreference = $false and run again.' }
    $signing = $Given.SignOff.Length -gt 0
    if ($signing -and $Given.Connect) { return '-SignOff reads nothing in a tenant: leave out -Connect.' }
    if ($signing -and $Given.WhatIf) { return '-SignOff has no dry run: it writes one receipt and nothing else.' }
    if ($signing -and ($Given.Apply -or $Given.Undo -or $Given.Select)) { return '-SignOff stands alone: leave out -Apply, -Undo, -Step and -Phase.' }
    if ($signing -and ($Given.By.Trim().Length -eq 0 -or $Given.Note.Trim().Length -eq 0)) { return '-SignOff needs -By <who did it> and -Note <what was done, ticket>.' }
    if (-not $signing -and -not $Given.Undo -and ($Given.By.Length -gt 0 -or $Given.Note.Length -gt 0)) { return '-By and -Note belong to -SignOff.' }
    if ($Given.Undo -and -not $Given.Select) { return '-Undo needs -Step or -Phase: say what to take back.' }
    $writing = $Given.Apply -or $signing
    if ($writing -and $Given.Approved.Length -eq 0) { return 'Writing needs -Approved <digest>: at least the first 12 characters of the digest that was approved.' }
    if (($writing -or $Given.Undo) -and $Given.State.Length -eq 0) { return 'This needs -State <folder>: where the receipts are kept. Use one folder for all shells, and keep it.' }
    if ($Given.Approved.Length -gt 0 -and $Given.Approved -cnotmatch '^[0-9A-Fa-f]{12,64}$') { return "-Approved $($Given.Approved): a digest is 12 to 64 characters 0-9 and a-f." }
    return ''
}

function Exit-WrongUse {
    param([string]$Text)
    Write-Host $Text
    Write-Host 'Help: Get-Help .\Invoke-Runbook.ps1 -Full'
    exit 64
}

# The number of bytes before an Authenticode block. Only comment lines count as one: code behind it would escape the hash.
function Measure-SignedContent {
    param([byte[]]$Bytes)
    $text = [Text.Encoding]::GetEncoding(28591).GetString($Bytes)
    $start = $text.IndexOf("`n# SIG # Begin signature block", [StringComparison]::Ordinal)
    if ($start -lt 0) { return $Bytes.Length }
    foreach ($line in $text.Substring($start + 1).Split("`n")) {
        $comment = $line.TrimEnd("`r")
        if ($comment.Length -gt 0 -and -not $comment.StartsWith('# SIG # ', [StringComparison]::Ordinal)) { return $Bytes.Length }
    }
    if ($start -gt 0 -and $text[$start - 1] -eq "`r") { $start = $start - 1 }
    return $start
}

function Get-Sha256 {
    param([byte[]]$Bytes, [int]$Length)
    # This class works where a policy allows only FIPS-approved implementations.
    $provider = New-Object System.Security.Cryptography.SHA256CryptoServiceProvider
    try { return [BitConverter]::ToString($provider.ComputeHash($Bytes, 0, $Length)).Replace('-', '').ToLowerInvariant() }
    finally { $provider.Dispose() }
}

# Compares the folder with checksums.json: the hashes by path, and a sentence for everything that is not as listed.
function Test-RunbookFolder {
    param([string]$Folder, [byte[]]$List)
    $files = New-Object System.Collections.Hashtable -ArgumentList @(, [StringComparer]::OrdinalIgnoreCase)
    $findings = New-Object 'System.Collections.Generic.List[string]'
    foreach ($file in (ConvertFrom-Json -InputObject ([Text.Encoding]::UTF8.GetString($List))).files) {
        $path = [string]$file.path
        if ($path -cnotmatch '^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$' -or $files.ContainsKey($path)) { $findings.Add("checksums.json lists '$path', which is no plain path or stands there twice"); continue }
        $files[$path] = [string]$file.sha256
        $full = [IO.Path]::Combine($Folder, $path.Replace('/', [string][IO.Path]::DirectorySeparatorChar))
        if (-not [IO.File]::Exists($full)) { $findings.Add("$path is missing"); continue }
        $bytes = [IO.File]::ReadAllBytes($full)
        $length = $bytes.Length
        if ($path.EndsWith('.ps1', [StringComparison]::OrdinalIgnoreCase)) { $length = Measure-SignedContent -Bytes $bytes }
        if ((Get-Sha256 -Bytes $bytes -Length $length) -cne $files[$path]) { $findings.Add("$path is changed") }
    }
    foreach ($needed in @('Invoke-Runbook.ps1', 'Hybrid.Runtime.ps1', 'Hybrid.Catalogue.ps1', 'steps.json')) {
        if (-not $files.ContainsKey($needed)) { $findings.Add("$needed is not listed in checksums.json") }
    }
    foreach ($full in [IO.Directory]::GetFiles($Folder, '*', [IO.SearchOption]::AllDirectories)) {
        $path = $full.Substring($Folder.Length).TrimStart('\', '/').Replace('\', '/')
        $script = @('.ps1', '.psm1', '.psd1', '.ps1xml', '.dll') -ccontains [IO.Path]::GetExtension($path).ToLowerInvariant()
        if ($script -and -not $files.ContainsKey($path)) { $findings.Add("$path is a script that checksums.json does not list") }
    }
    return @{ Files = $files; Findings = $findings }
}

$problem = Get-UsageProblem -Given @{
    Confirm = $confirmBound; Pretending = $pretending; WhatIf = ($PSBoundParameters.ContainsKey('WhatIf') -and [bool]$PSBoundParameters['WhatIf'])
    Apply = (-not $dryRun); Undo = [bool]$Undo; SignOff = $SignOff; By = $By; Note = $Note; Connect = [bool]$Connect
    State = $State; Approved = $Approved; Select = ($Step.Length -gt 0 -or $Phase.Length -gt 0)
}
if ($problem.Length -gt 0) { Exit-WrongUse -Text $problem }
$folder = [IO.Path]::GetFullPath($PSScriptRoot)
$stateFolder = $null
if ($State.Length -gt 0) {
    # .NET and PowerShell have two current directories: resolve once, here. Synthesis wipes the runbook folder.
    $stateFolder = [IO.Path]::GetFullPath($PSCmdlet.GetUnresolvedProviderPathFromPSPath($State)).TrimEnd('\', '/')
    if (($stateFolder + '/').Replace('\', '/').StartsWith($folder.Replace('\', '/') + '/', [StringComparison]::OrdinalIgnoreCase)) {
        Exit-WrongUse -Text "-State must not lie inside the runbook folder: the next synthesis empties it, and the receipts with it."
    }
}
$listPath = [IO.Path]::Combine($folder, 'checksums.json')
if (-not [IO.File]::Exists($listPath)) { Write-Host "checksums.json is missing in ${folder}: the folder is not complete. Copy it afresh. Nothing was run."; exit 3 }
$list = [IO.File]::ReadAllBytes($listPath)
$digest = Get-Sha256 -Bytes $list -Length $list.Length
try { $verified = Test-RunbookFolder -Folder $folder -List $list }
catch { Write-Host "The folder cannot be verified: $($_.Exception.GetBaseException().Message) Copy it afresh. Nothing was run."; exit 3 }
if ($verified.Findings.Count -gt 0) {
    Write-Host "This folder is not what was synthesized (digest $($digest.Substring(0, 12))). Nothing was run."
    foreach ($finding in $verified.Findings) { Write-Host "  $finding" }
    Write-Host 'Copy the folder afresh from where it was approved, or take away what does not belong here.'
    exit 3
}
if ($Approved.Length -gt 0 -and -not $digest.StartsWith($Approved.ToLowerInvariant(), [StringComparison]::Ordinal)) {
    Write-Host "The digest of this folder is $($digest.Substring(0, 12)); approved is $($Approved.Substring(0, 12)). Nothing was run."
    Write-Host 'Take the folder that belongs to the approved digest, or have this one approved.'
    exit 3
}

# --- Verified. ---

. ([IO.Path]::Combine($folder, 'Hybrid.Runtime.ps1'))
. ([IO.Path]::Combine($folder, 'Hybrid.Catalogue.ps1'))
# Only a runbook whose steps need it has this file.
if ($verified.Files.ContainsKey('Hybrid.Operations.ps1')) { . ([IO.Path]::Combine($folder, 'Hybrid.Operations.ps1')) }
try {
    $code = Start-HybridRun -Options @{
        Folder = $folder; Files = $verified.Files; Digest = $digest; State = $stateFolder; Shell = $Shell; Apply = (-not $dryRun); Undo = [bool]$Undo
        Step = $Step; Phase = $Phase; SignOff = $SignOff; By = $By; Note = $Note; Connect = [bool]$Connect
    }
}
catch {
    Write-Host "The run stopped: $($_.Exception.GetBaseException().Message)"
    Write-Host 'Mend the cause and run the same line again: it reads before it writes, and continues what was begun.'
    $code = 1
}
exit $code
