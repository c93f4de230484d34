# Comparison and shape of the kinds in this runbook -- generated; edit main.ts, then run cdktf synth.
function Get-HybridKind {
    param([string]$Kind)
    switch ($Kind) {
        'CsAccessEdgeConfiguration' {
            return @{
                Shape = 'singleton'
                Identity = 'identity'
                Wait = 60
                Carried = @(
                    'AllowFederatedUsers'
                    'AllowOutsideUsers'
                    'EnablePartnerDiscovery'
                )
                Properties = @{
                    AllowFederatedUsers = @{ Compare = 'exact' }
                    AllowOutsideUsers = @{ Compare = 'exact' }
                    EnablePartnerDiscovery = @{ Compare = 'exact'; WhenMissing = 'The Access Edge seems to use default routing, with which hosting providers cannot be used. Change it to DNS SRV routing by hand first (Set-CsAccessEdgeConfiguration -UseDnsSrvRouting).' }
                }
            }
        }
        'CsClientPolicy' {
            return @{
                Shape = 'singleton'
                Identity = 'identity'
                Wait = 60
                Carried = @(
                    'SPSearchCenterExternalURL'
                    'SPSearchCenterInternalURL'
                    'SPSearchExternalURL'
                    'SPSearchInternalURL'
                )
                Properties = @{
                    SPSearchCenterExternalURL = @{ Compare = 'uri'; WhenMissing = 'An address is emptied by hand: Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and the same for -SPSearchExternalURL, -SPSearchCenterInternalURL and -SPSearchCenterExternalURL where they were empty.' }
                    SPSearchCenterInternalURL = @{ Compare = 'uri'; WhenMissing = 'An address is emptied by hand: Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and the same for -SPSearchExternalURL, -SPSearchCenterInternalURL and -SPSearchCenterExternalURL where they were empty.' }
                    SPSearchExternalURL = @{ Compare = 'uri'; WhenMissing = 'An address is emptied by hand: Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and the same for -SPSearchExternalURL, -SPSearchCenterInternalURL and -SPSearchCenterExternalURL where they were empty.' }
                    SPSearchInternalURL = @{ Compare = 'uri'; WhenMissing = 'An address is emptied by hand: Set-CsClientPolicy -Identity Global -SPSearchInternalURL $null, and the same for -SPSearchExternalURL, -SPSearchCenterInternalURL and -SPSearchCenterExternalURL where they were empty.' }
                }
            }
        }
        'CsExternalAccessPolicy-lync' {
            return @{
                Shape = 'singleton'
                Identity = 'identity'
                Wait = 60
                Carried = @(
                    'EnableFederationAccess'
                    'EnableOutsideAccess'
                )
                Properties = @{
                    EnableFederationAccess = @{ Compare = 'exact' }
                    EnableOutsideAccess = @{ Compare = 'exact' }
                }
            }
        }
        'CsExternalAccessPolicy-teams' {
            return @{
                Shape = 'singleton'
                Identity = 'identity'
                Wait = 120
                Carried = @(
                    'EnableFederationAccess'
                    'EnableOutsideAccess'
                )
                Properties = @{
                    EnableFederationAccess = @{ Compare = 'exact' }
                    EnableOutsideAccess = @{ Compare = 'exact' }
                }
            }
        }
        'CsHostedVoicemailPolicy-global' {
            return @{
                Shape = 'singleton'
                Identity = 'ignore-case'
                Wait = 60
                Carried = @(
                    'Description'
                    'Destination'
                    'Organization'
                )
                Properties = @{
                    Description = @{ Compare = 'exact' }
                    Destination = @{ Compare = 'fqdn' }
                    Organization = @{ Compare = 'ignore-case' }
                }
            }
        }
        'CsHostingProvider' {
            return @{
                Shape = 'entity'
                Identity = 'identity'
                UniqueBy = 'ProxyFqdn'
                Wait = 60
                Carried = @(
                    'AutodiscoverUrl'
                    'Enabled'
                    'EnabledSharedAddressSpace'
                    'HostsOCSUsers'
                    'IsLocal'
                    'ProxyFqdn'
                    'SipClientPort'
                    'VerificationLevel'
                )
                Properties = @{
                    AutodiscoverUrl = @{ Compare = 'uri' }
                    Enabled = @{ Compare = 'exact' }
                    EnabledSharedAddressSpace = @{ Compare = 'exact' }
                    HostsOCSUsers = @{ Compare = 'exact' }
                    IsLocal = @{ Compare = 'exact' }
                    ProxyFqdn = @{ Compare = 'fqdn'; CreateOnly = $true }
                    VerificationLevel = @{ Compare = 'ignore-case' }
                }
            }
        }
        'CsSipDomain' {
            return @{
                Shape = 'entity'
                Identity = 'fqdn'
                Wait = 60
                Carried = @(
                    'IsDefault'
                )
                Properties = @{
                    IsDefault = @{ Compare = 'exact' }
                }
            }
        }
        'CsTenantFederationConfiguration' {
            return @{
                Shape = 'singleton'
                Identity = 'identity'
                Wait = 120
                Carried = @(
                    'SharedSipAddressSpace'
                )
                Properties = @{
                    SharedSipAddressSpace = @{ Compare = 'exact' }
                }
            }
        }
        'OwaMailboxPolicy-exchange-online' {
            return @{
                Shape = 'entity'
                Identity = 'ignore-case'
                Wait = 60
                Carried = @(
                    'InstantMessagingEnabled'
                    'InstantMessagingType'
                )
                Properties = @{
                    InstantMessagingEnabled = @{ Compare = 'exact' }
                    InstantMessagingType = @{ Compare = 'ignore-case' }
                }
            }
        }
        'cms-replication' {
            return @{
                Shape = 'operation'
                Identity = 'identity'
                Wait = 300
                Carried = @()
                Properties = @{}
            }
        }
        'domain-lists-edge' {
            return @{
                Shape = 'list'
                Identity = 'identity'
                Wait = 60
                Carried = @()
                Properties = @{}
                Lists = @{
                    CsAllowedDomain = @{
                        Identity = 'fqdn'
                        Carried = @(
                            'Comment'
                            'MarkForMonitoring'
                            'ProxyFqdn'
                            'VerificationLevel'
                        )
                        Properties = @{
                            Comment = @{ Compare = 'exact' }
                            MarkForMonitoring = @{ Compare = 'exact' }
                            ProxyFqdn = @{ Compare = 'fqdn' }
                            VerificationLevel = @{ Compare = 'ignore-case' }
                        }
                    }
                    CsBlockedDomain = @{
                        Identity = 'fqdn'
                        Carried = @(
                            'Comment'
                        )
                        Properties = @{
                            Comment = @{ Compare = 'exact' }
                        }
                    }
                }
            }
        }
        'domain-lists-tenant' {
            return @{
                Shape = 'list'
                Identity = 'identity'
                Wait = 120
                Carried = @(
                    'AllowFederatedUsers'
                    'AllowedDomains'
                    'BlockedDomains'
                )
                Properties = @{
                    AllowFederatedUsers = @{ Compare = 'exact' }
                    AllowedDomains = @{ Compare = 'domain-list'; WriteAs = 'AllowedDomainsAsAList'; Write = 'domain-list' }
                    BlockedDomains = @{ Compare = 'domain-list'; Write = 'block-list' }
                }
            }
        }
        'manual' {
            return @{
                Shape = 'manual'
                Identity = 'identity'
                Wait = 0
                Carried = @()
                Properties = @{}
            }
        }
    }
    throw "This runbook holds no kind '$Kind': the folder is not whole."
}
