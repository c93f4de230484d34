# Directories of Outlook Web App, which are listed for every server of the organization, and its mailbox policies.
$SimWrites += 'Set-OwaVirtualDirectory', 'Set-OwaMailboxPolicy'
$SimKnown['Get-OwaVirtualDirectory'] = 'Identity'
$SimKnown['Set-OwaVirtualDirectory'] = 'Identity', 'InstantMessagingEnabled', 'InstantMessagingType'
$SimKnown['Get-OwaMailboxPolicy'] = 'Identity'
$SimKnown['Set-OwaMailboxPolicy'] = 'Identity', 'InstantMessagingEnabled', 'InstantMessagingType'

function sim:Get-OwaVirtualDirectory($P, $State) { Get-SimShown $State 'owaVirtualDirectories' 'Management.ExchangeVirtualDirectory' $P }
function sim:Set-OwaVirtualDirectory($P, $State) { Set-SimNamed $State 'owaVirtualDirectories' $P }
function sim:Get-OwaMailboxPolicy($P, $State) { Get-SimShown $State 'owaMailboxPolicies' 'SystemConfiguration.OwaMailboxPolicy' $P }
function sim:Set-OwaMailboxPolicy($P, $State) { Set-SimNamed $State 'owaMailboxPolicies' $P }
