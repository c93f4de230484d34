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
