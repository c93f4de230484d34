# CsSipDomain/fabrikam.com -- generated; edit main.ts, then run cdktf synth.
# fabrikam.com is a SIP domain on-premises. Skype for Business Server Management Shell.
# Risk low: a new SIP domain needs names in the Edge and Front End certificates, DNS records and simple URLs.
#Requires -Version 3.0
[CmdletBinding()]
param($Run)

$desired = @{
    IsDefault = $false
}

$step = @{
    Id = 'CsSipDomain/fabrikam.com'
    Kind = 'CsSipDomain'
    Identity = 'fabrikam.com'
    Desired = $desired
    Read = { SkypeForBusiness\Get-CsSipDomain -ErrorAction Stop }
    Create = { param($values) SkypeForBusiness\New-CsSipDomain -Identity 'fabrikam.com' @values -Confirm:$false -ErrorAction Stop }
    Change = { param($values, $found) SkypeForBusiness\Set-CsSipDomain -Identity $found.Identity @values -Confirm:$false -ErrorAction Stop }
    Remove = { param($found) SkypeForBusiness\Remove-CsSipDomain -Identity $found.Identity -Confirm:$false -ErrorAction Stop }
    Then = { SkypeForBusiness\Enable-CsTopology -Confirm:$false -ErrorAction Stop }
}

if ($null -eq $Run) {
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Runtime.ps1'))
    . ([IO.Path]::Combine([IO.Path]::GetDirectoryName($PSScriptRoot), 'Hybrid.Catalogue.ps1'))
}
Invoke-HybridStep @step -Run $Run
