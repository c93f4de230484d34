# Accounts, roles and partners of applications. That accounts come back with their path, and addresses with SMTP: before them, is
# assumed, and so is that no two partners have one application identifier.
$SimWrites += 'New-MailUser', 'Set-MailUser', 'Remove-MailUser', 'New-ManagementRole', 'Remove-ManagementRole', 'New-ManagementRoleAssignment', 'Remove-ManagementRoleAssignment',
    'New-PartnerApplication', 'Set-PartnerApplication', 'Remove-PartnerApplication'
$SimKnown['Get-MailUser'] = 'Filter', 'Identity'
$SimKnown['New-MailUser'] = 'Name', 'ExternalEmailAddress'
$SimKnown['Set-MailUser'] = 'Identity', 'ExternalEmailAddress', 'HiddenFromAddressListsEnabled'
$SimKnown['Remove-MailUser'] = 'Identity'
$SimKnown['Get-ManagementRole'] = 'Identity'
$SimKnown['New-ManagementRole'] = 'Name', 'Parent'
$SimKnown['Remove-ManagementRole'] = 'Identity'
$SimKnown['Get-ManagementRoleAssignment'] = 'Identity'
$SimKnown['New-ManagementRoleAssignment'] = 'Name', 'Role', 'User'
$SimKnown['Remove-ManagementRoleAssignment'] = 'Identity'
$SimKnown['Get-PartnerApplication'] = 'Identity'
$SimKnown['New-PartnerApplication'] = 'Name', 'ApplicationIdentifier', 'Enabled', 'LinkedAccount'
$SimKnown['Set-PartnerApplication'] = 'Identity', 'ApplicationIdentifier', 'Enabled', 'LinkedAccount'
$SimKnown['Remove-PartnerApplication'] = 'Identity'

function sim:Get-MailUser($P, $State) {
    if (-not $P['Filter']) { throw 'Simulator: Get-MailUser without a filter lists a thousand at most' }
    if ($P['Filter'] -notmatch "^Name -eq '((?:[^']|'')*)'$") { Stop-Sim 'InvalidFilter' "Cannot bind parameter 'Filter': $($P['Filter'])" }
    $name = $Matches[1] -replace "''", "'"
    foreach ($o in (Get-SimShown $State 'mailUsers' 'Management.MailUser' @{})) { if (Test-SimSame $o.Name $name) { $o } }
}
function sim:New-MailUser($P, $State) {
    $name = $P['Name']
    Add-SimNamed $State 'mailUsers' ([pscustomobject]@{ Name = $name; Identity = "contoso.local/Users/$name"; ExternalEmailAddress = "SMTP:$($P['ExternalEmailAddress'])"; HiddenFromAddressListsEnabled = $false })
}
function sim:Set-MailUser($P, $State) {
    if ($P['ExternalEmailAddress']) { $P['ExternalEmailAddress'] = 'SMTP:' + ($P['ExternalEmailAddress'] -replace '^SMTP:', '') }
    Set-SimNamed $State 'mailUsers' $P
}
function sim:Remove-MailUser($P, $State) {
    $user = Get-SimNamed $State 'mailUsers' $P['Identity']
    foreach ($o in (Get-SimObjects $State 'partnerApplications')) { if ($o.LinkedAccount -eq $user.Identity) { Stop-Sim 'LinkedAccount' "The partner application '$($o.Name)' is linked to it." } }
    Remove-SimNamed $State 'mailUsers' $P['Identity']
}
function sim:Get-ManagementRole($P, $State) { Get-SimShown $State 'managementRoles' 'Management.ExchangeRole' $P }
function sim:New-ManagementRole($P, $State) {
    $parent = Get-SimNamed $State 'managementRoles' $P['Parent']
    Add-SimNamed $State 'managementRoles' ([pscustomobject]@{ Name = $P['Name']; Identity = $P['Name']; Parent = $parent.Name; RoleEntries = $parent.RoleEntries })
}
function sim:Remove-ManagementRole($P, $State) {
    $role = Get-SimNamed $State 'managementRoles' $P['Identity']
    foreach ($o in (Get-SimObjects $State 'roleAssignments')) { if (Test-SimSame $o.Role $role.Name) { Stop-Sim 'RoleInUse' "The role '$($role.Name)' is assigned by '$($o.Name)'." } }
    Remove-SimNamed $State 'managementRoles' $P['Identity']
}
function sim:Get-ManagementRoleAssignment($P, $State) { Get-SimShown $State 'roleAssignments' 'Management.ExchangeRoleAssignmentPresentation' $P }
function sim:New-ManagementRoleAssignment($P, $State) {
    $role = Get-SimNamed $State 'managementRoles' $P['Role']
    $user = Get-SimNamed $State 'mailUsers' $P['User']
    Add-SimNamed $State 'roleAssignments' ([pscustomobject]@{ Name = $P['Name']; Identity = $P['Name']; Role = $role.Name; RoleAssignee = $user.Identity; RoleAssigneeName = $user.Name; User = $user.Identity })
}
function sim:Remove-ManagementRoleAssignment($P, $State) { Remove-SimNamed $State 'roleAssignments' $P['Identity'] }
function sim:Get-PartnerApplication($P, $State) { Get-SimShown $State 'partnerApplications' 'SystemConfiguration.PartnerApplication' $P }
function sim:New-PartnerApplication($P, $State) {
    foreach ($o in (Get-SimObjects $State 'partnerApplications')) {
        if (Test-SimSame $o.ApplicationIdentifier $P['ApplicationIdentifier']) { Stop-Sim 'DuplicateApplication' "The partner application '$($o.Name)' has that application identifier." }
    }
    $o = [pscustomobject]@{ Name = $P['Name']; Identity = $P['Name']; ApplicationIdentifier = $P['ApplicationIdentifier']; Enabled = $true; LinkedAccount = $null; Realm = $null }
    if ($P['LinkedAccount']) { $o.LinkedAccount = (Get-SimNamed $State 'mailUsers' $P['LinkedAccount']).Identity }
    if ($P.ContainsKey('Enabled')) { $o.Enabled = $P['Enabled'] }
    Add-SimNamed $State 'partnerApplications' $o
}
function sim:Set-PartnerApplication($P, $State) {
    if ($P['LinkedAccount']) { $P['LinkedAccount'] = (Get-SimNamed $State 'mailUsers' $P['LinkedAccount']).Identity }
    Set-SimNamed $State 'partnerApplications' $P
}
function sim:Remove-PartnerApplication($P, $State) { Remove-SimNamed $State 'partnerApplications' $P['Identity'] }
