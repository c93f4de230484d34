# Reviewed functions that a transition asks before its verb runs: they return sentences, one for each reason not to.

# What Get-CsOnlineUser says of every account. Whoever is signed in has one, so an empty answer was not given by everybody.
function Get-HybridHome {
    param($Users)
    $homes = New-Object 'System.Collections.Generic.List[object]'
    $accounts = Get-HybridElement -Value $Users
    if ($accounts.Length -eq 0) { throw 'Get-CsOnlineUser returned nobody, so it is not known whom this would hit. Check the rights of this account and the connection.' }
    foreach ($account in $accounts) {
        $address = Get-HybridProperty -Object $account -Name 'SipAddress'
        $provider = Get-HybridProperty -Object $account -Name 'HostingProvider'
        if (-not $address.Present -or -not $provider.Present) { throw 'Get-CsOnlineUser returned an account without SipAddress or HostingProvider, so it is not known whom this would hit.' }
        $homes.Add(@{ Address = (ConvertTo-HybridIdentityText -Text ([string]$address.Value)); Provider = ([string]$provider.Value) })
    }
    return , $homes.ToArray()
}

function Test-HybridServerHome {
    param([string]$Provider)
    return [string]::Equals($Provider, 'SRV:', [StringComparison]::OrdinalIgnoreCase)
}

# People are counted, not named: this text ends in transcripts.

# Who has an address in the domain and is homed in the cloud.
function Get-HybridOnlinePerson {
    param([string]$Domain, $Users)
    Set-StrictMode -Version 2
    $online = 0
    $suffix = '@' + (ConvertTo-HybridComparable -Value $Domain -How 'fqdn')
    foreach ($person in (Get-HybridHome -Users $Users)) {
        if (-not $person.Address.EndsWith($suffix, [StringComparison]::Ordinal)) { continue }
        if ($person.Provider.Length -eq 0) { throw "Somebody has an address in $Domain and no HostingProvider, so it is not known where that person is homed." }
        if (-not (Test-HybridServerHome -Provider $person.Provider)) { $online = $online + 1 }
    }
    if ($online -gt 0) { "People with an address in $Domain who are homed in the cloud: $online. Their addresses would be removed, their contacts and meetings deleted. Move them back to their servers, or give them an address in another domain, then run again." }
}

# Who is homed on the servers: nobody of them can be TeamsOnly.
function Get-HybridServerPerson {
    param($Users)
    Set-StrictMode -Version 2
    $servers = 0
    foreach ($person in (Get-HybridHome -Users $Users)) { if (Test-HybridServerHome -Provider $person.Provider) { $servers = $servers + 1 } }
    if ($servers -gt 0) { "People homed on-premises, as the tenant knows it: $servers. TeamsOnly is for people homed in the cloud: move everybody first, then run again." }
}
