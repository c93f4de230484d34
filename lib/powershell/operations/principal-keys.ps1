# Public keys of a principal. Graph knows one list of them and takes it whole: what is not sent back is deleted.

# The SHA-1 of the certificate, which names a key: as bytes, or as the text of them where somebody uploaded it so.
function Get-HybridKeyThumbprint {
    param($Key)
    $identifier = $Key.CustomKeyIdentifier
    if ($null -eq $identifier) { return '' }
    if ($identifier -is [string]) {
        # Base64 of 20 bytes has 28 characters.
        if ($identifier.Length -ne 28) { return $identifier.ToUpperInvariant() }
        $identifier = [Convert]::FromBase64String($identifier)
    }
    $bytes = [byte[]]@($identifier)
    # Somebody may have sent the 40 digits as text.
    if ($bytes.Length -eq 40) { return [Text.Encoding]::ASCII.GetString($bytes).ToUpperInvariant() }
    return [BitConverter]::ToString($bytes).Replace('-', '')
}

# Keys that verify until some day to come. One that has ended verifies nothing and is as good as none.
function Select-HybridLivingKey {
    param($Keys)
    foreach ($key in @($Keys)) {
        if ($null -eq $key) { continue }
        if ($null -eq $key.EndDateTime) { $key; continue }
        if (([DateTime]$key.EndDateTime).ToUniversalTime() -gt [DateTime]::UtcNow) { $key }
    }
}

# Every key but ours, as it came and with its id, also when it has ended: it is not ours to judge.
function Select-HybridOtherKey {
    param($Keys, [string]$Thumbprint)
    foreach ($key in @($Keys)) {
        if ($null -ne $key -and -not [string]::Equals((Get-HybridKeyThumbprint -Key $key), $Thumbprint, [StringComparison]::OrdinalIgnoreCase)) { $key }
    }
}

function Get-HybridPrincipalKey {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$TenantId, [Parameter(Mandatory = $true)][string]$AppId)
    Set-StrictMode -Version 2
    $principal = Get-HybridPrincipal -TenantId $TenantId -AppId $AppId -Property KeyCredentials
    $names = @{}
    foreach ($key in @(Select-HybridLivingKey -Keys $principal.KeyCredentials)) {
        $thumbprint = Get-HybridKeyThumbprint -Key $key
        # The same certificate uploaded twice is one key as far as tokens go.
        if ($thumbprint.Length -eq 0 -or $names.ContainsKey($thumbprint)) { continue }
        $names[$thumbprint] = $true
        New-Object PSObject -Property @{
            Identity = "$TenantId/$AppId/$thumbprint"; StartDateTime = $key.StartDateTime; EndDateTime = $key.EndDateTime; Type = [string]$key.Type; Usage = [string]$key.Usage
        }
    }
}

function New-HybridPrincipalKey {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$TenantId, [Parameter(Mandatory = $true)][string]$AppId, [Parameter(Mandatory = $true)][string]$Thumbprint,
        [Parameter(Mandatory = $true)][string]$Certificate
    )
    Set-StrictMode -Version 2
    $bytes = [Convert]::FromBase64String($Certificate)
    $public = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList @(, $bytes)
    if (-not [string]::Equals($public.Thumbprint, $Thumbprint, [StringComparison]::OrdinalIgnoreCase)) { throw "The certificate in this step has the thumbprint $($public.Thumbprint), not $Thumbprint. Synthesize again from the certificate." }
    $principal = Get-HybridPrincipal -TenantId $TenantId -AppId $AppId -Property KeyCredentials
    if ($public.NotAfter.ToUniversalTime() -le [DateTime]::UtcNow) { throw "The certificate $Thumbprint ended on $($public.NotAfter.ToUniversalTime().ToString('yyyy-MM-dd')). Declare the one that the servers sign with." }
    $others = @(Select-HybridOtherKey -Keys $principal.KeyCredentials -Thumbprint $Thumbprint)
    $own = @{ Type = 'AsymmetricX509Cert'; Usage = 'Verify'; Key = $bytes; DisplayName = $public.Subject; StartDateTime = $public.NotBefore.ToUniversalTime(); EndDateTime = $public.NotAfter.ToUniversalTime() }
    Microsoft.Graph.Applications\Update-MgServicePrincipal -ServicePrincipalId $principal.Id -KeyCredentials ($others + $own) -Confirm:$false -ErrorAction Stop
}

function Remove-HybridPrincipalKey {
    [CmdletBinding()]
    param([Parameter(Mandatory = $true)][string]$TenantId, [Parameter(Mandatory = $true)][string]$AppId, [Parameter(Mandatory = $true)][string]$Thumbprint)
    Set-StrictMode -Version 2
    $principal = Get-HybridPrincipal -TenantId $TenantId -AppId $AppId -Property KeyCredentials
    $others = @(Select-HybridOtherKey -Keys $principal.KeyCredentials -Thumbprint $Thumbprint)
    if ($others.Length -eq @($principal.KeyCredentials).Length) { return }
    Microsoft.Graph.Applications\Update-MgServicePrincipal -ServicePrincipalId $principal.Id -KeyCredentials $others -Confirm:$false -ErrorAction Stop
}
