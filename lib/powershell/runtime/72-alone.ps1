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
