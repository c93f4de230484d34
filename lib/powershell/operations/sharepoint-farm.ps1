# The farm. Its cmdlets are called without the name of a snap-in or a module, which depends on the version: the controller has
# seen that each of them is there once.

# A site of the farm that this shell works on; another farm does not have it. The caller disposes it.
function Get-HybridSite {
    [CmdletBinding()]
    param([string]$Site)
    Set-StrictMode -Version 2
    $found = @(Get-SPSite -Identity $Site -ErrorAction Stop)
    if ($found.Length -ne 1) { throw "This farm shows $($found.Length) sites at $Site; one was expected. Open the SharePoint Management Shell on a server of the declared farm." }
    return $found[0]
}
