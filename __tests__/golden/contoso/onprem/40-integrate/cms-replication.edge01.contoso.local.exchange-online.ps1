# cms-replication/edge01.contoso.local/exchange-online -- generated; edit main.ts, then run cdktf synth.
# Every server, the Edge included, holds the configuration. Lync Server Management Shell.
# Risk info: only asks for replication and waits for it.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$step = @{
    Id = 'cms-replication/edge01.contoso.local/exchange-online'
    Kind = 'cms-replication'
    Test = { Test-HybridCmsReplication -Status (Lync\Get-CsManagementStoreReplicationStatus -ErrorAction Stop) }
    Invoke = { Lync\Invoke-CsManagementStoreReplication -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
