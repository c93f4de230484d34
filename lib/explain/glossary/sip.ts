import { GlossaryEntry } from "../glossary-entry";

const RFC = "RFC 3261, SIP: Session Initiation Protocol";

/** Final answers of SIP: they say who gave up, the ms-diagnostics header beside them says why. */
export const SIP: readonly GlossaryEntry[] = [
  {
    code: "SIP 403",
    names: ["403", "403 Forbidden"],
    title: "Forbidden",
    meaning: "A server understood the request and refuses it. Asking again, or signing in again, changes nothing.",
    causes: [
      "The sender may not federate: the external access policy does not let the person.",
      "The other domain is not in the allowed list, or is in the blocked one, on one of the two sides.",
    ],
    next: [
      "The ms-diagnostics header beside it: its number says which of these it is (explain 1002, explain 1012).",
      "Get-CsExternalAccessPolicy in both shells: EnableFederationAccess",
      "Get-CsAllowedDomain and Get-CsBlockedDomain against Get-CsTenantFederationConfiguration",
    ],
    sources: [
      RFC,
      '"Skype for Business Online users can\'t communicate with external contacts"',
      "Set-CsExternalAccessPolicy",
    ],
    unconfirmed: [],
  },
  {
    code: "SIP 404",
    names: ["404", "404 Not Found"],
    title: "Not Found",
    meaning:
      "The server that was asked is sure that the person does not exist in the domain of the request, or is not responsible " +
      "for that domain.",
    causes: ["The side that was asked does not know the person or the SIP domain: see where the person is homed."],
    next: [
      "The ms-diagnostics header beside it (explain 1003, explain 4005).",
      "Get-CsUser <person> | fl SipAddress,HostingProvider in the on-premises shell",
      "Get-CsOnlineUser <person> | fl SipAddress,HostingProvider in the Teams shell",
      "Get-CsSipDomain",
    ],
    sources: [RFC],
    unconfirmed: ["No document lists the causes of a 404 in a hybrid deployment."],
  },
  {
    code: "SIP 504",
    names: ["504", "504 Server time-out"],
    title: "Server time-out",
    meaning:
      "A server on the way got no answer in time from another one that it needed. An Edge answers it as well when DNS does " +
      "not lead it to the other domain, so nothing need be slow.",
    causes: [
      "The Edge cannot resolve _sipfederationtls._tcp of the other domain (ms-diagnostics 1008).",
      "Test-CsFederatedPartner is called with -ProxyFqdn against an Edge of Office Communications Server 2007 R2.",
    ],
    next: [
      "The ms-diagnostics header beside it: 504 alone says little (explain 1008, explain 1009, explain 1010, explain 1066).",
      "On the Edge: Resolve-DnsName -Type SRV _sipfederationtls._tcp.<domain>",
      "Test-CsFederatedPartner -TargetFqdn <internal name of the Edge pool> -Domain <partner>",
    ],
    sources: [
      RFC,
      '"Incoming call fails when you use Skype for Business Cloud Connector Edition"',
      '"Lync Server PowerShell cmdlet Test-CsFederatedPartner fails"',
    ],
    unconfirmed: [],
  },
  {
    code: "SIP 504 with ms-diagnostics 1066",
    names: ["504", "1066", "504/1066", "Shared address space routing is disabled"],
    title: "Shared address space routing is disabled",
    meaning:
      "The server would have to look for the person in the other half of the shared address space, and this routing is off " +
      'for it. The header goes on: "Shared address space routing (hosting of users on multiple deployments) is disabled".',
    causes: [
      "A TeamsOnly person has a phone number that was assigned on-premises: the mode routes to Teams, the number to the servers.",
      "The hosting provider is missing, is off, or has EnabledSharedAddressSpace off.",
    ],
    next: [
      "Get-CsOnlineUser <person> | fl RegistrarPool,OnPremLineUri,LineUri in the Teams shell",
      "Get-CsHostingProvider | fl Identity,ProxyFqdn,Enabled,EnabledSharedAddressSpace,HostsOCSUsers",
      "(Get-CsTenantFederationConfiguration).SharedSipAddressSpace",
    ],
    sources: [
      '"Enable users for Direct Routing" and the pull request to it in which the header is shown (number 5716, merged)',
    ],
    unconfirmed: [
      "The page itself does not name the number 1066. What it means and the second cause follow from the words of the header.",
    ],
  },
];
