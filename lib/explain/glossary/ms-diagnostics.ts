import { GlossaryEntry } from "../glossary-entry";

const OCER = "[MS-OCER]: Client Error Reporting Protocol";
const PLAN = '"Plan hybrid connectivity"';
const NO_CAUSES = "The document gives the reason alone; the causes are a conclusion from it.";

function diagnostics(id: string, entry: Omit<GlossaryEntry, "code" | "names">): GlossaryEntry {
  return { code: `ms-diagnostics ${id}`, names: [id, entry.title], ...entry };
}

/** The header beside a SIP answer: number and reason are those of [MS-OCER]. */
export const MS_DIAGNOSTICS: readonly GlossaryEntry[] = [
  diagnostics("1002", {
    title: "From URI not authorized to communicate with federated partners",
    meaning: "The sender may not talk to other companies; the answer is 403.",
    causes: [
      "The external access policy of the sender has EnableFederationAccess off.",
      "Federation is restricted to a list of domains and the other one is not in it.",
    ],
    next: [
      "Get-CsUser <person> | fl ExternalAccessPolicy, then Get-CsExternalAccessPolicy",
      "Get-CsAllowedDomain, and AllowedDomains of Get-CsTenantFederationConfiguration",
    ],
    sources: [OCER, '"An error occurred during the Skype Meeting"', "Set-CsExternalAccessPolicy"],
    unconfirmed: [],
  }),
  diagnostics("1003", {
    title: "User does not exist",
    meaning: "The server knows no person with this SIP address.",
    causes: ["The address is misspelled, or the person was never enabled or synchronized on the side that was asked."],
    next: [
      "Get-CsUser <person> | fl SipAddress,Enabled,HostingProvider",
      "Get-CsOnlineUser <person> | fl SipAddress,HostingProvider",
    ],
    sources: [OCER],
    unconfirmed: [NO_CAUSES],
  }),
  diagnostics("1005", {
    title: "Cannot route to destination domain",
    meaning: "The server has no way to the domain of the receiver.",
    causes: ["The domain is neither a SIP domain of the deployment nor one that federation leads to."],
    next: [
      "Get-CsSipDomain",
      "Get-CsAccessEdgeConfiguration: AllowFederatedUsers",
      "Get-CsSite | fl Identity,FederationRoute",
    ],
    sources: [OCER],
    unconfirmed: [NO_CAUSES],
  }),
  diagnostics("1008", {
    title: "Unable to resolve DNS SRV record",
    meaning: "The Edge asked DNS for _sipfederationtls._tcp of the domain and got no record; the answer is 504.",
    causes: [
      "The Edge asks an internal DNS server that is authoritative for the SIP domain and does not have the record.",
      "The record is missing in public DNS.",
    ],
    next: [
      "On the Edge: Resolve-DnsName -Type SRV _sipfederationtls._tcp.<domain>",
      "On the Edge: Get-DnsClientServerAddress",
    ],
    sources: [OCER, '"Incoming call fails when you use Skype for Business Cloud Connector Edition"', PLAN],
    unconfirmed: [],
  }),
  diagnostics("1009", {
    title: "Conflicting SRV and host domains in DNS",
    meaning: "The SRV record of the domain leads to a host of another domain, and federation asks for a strict match.",
    causes: ["_sipfederationtls._tcp.<domain> names a host that does not end in <domain>."],
    next: [
      "On the Edge: Resolve-DnsName -Type SRV _sipfederationtls._tcp.<domain>: compare NameTarget with the domain",
    ],
    sources: [OCER, PLAN],
    unconfirmed: [NO_CAUSES],
  }),
  diagnostics("1010", {
    title: "Certificate trust with next-hop server could not be established",
    meaning: "The connection to the next server failed because one side does not accept the certificate of the other.",
    causes: [
      "The certificate has expired, or lacks the name that was called.",
      "The chain is not trusted, or its revocation list cannot be reached on TCP 80.",
    ],
    next: [
      "On the Edge: Get-CsCertificate | fl Use,Subject,AlternativeNames,NotAfter",
      "The Lync Server event log of the Edge",
    ],
    sources: [OCER],
    unconfirmed: [NO_CAUSES],
  }),
  diagnostics("1012", {
    title: "From URI is not authorized to communicate with users outside the enterprise",
    meaning: "The sender may not talk to anybody outside the company.",
    causes: ["The external access policy of the sender lets nobody outside in."],
    next: ["Get-CsUser <person> | fl ExternalAccessPolicy, then Get-CsExternalAccessPolicy"],
    sources: [OCER],
    unconfirmed: [NO_CAUSES],
  }),
  diagnostics("1014", {
    title: "Unable to resolve DNS A record",
    meaning: "The name of the next server has no address where this server asks.",
    causes: ["The A record is missing, or the Edge resolves internal names through public DNS and has no HOSTS entry."],
    next: ["On the server that reports it: Resolve-DnsName -Type A <name of the next server>"],
    sources: [OCER],
    unconfirmed: [NO_CAUSES],
  }),
  diagnostics("1017", {
    title: "Cannot route From and To domains in this combination",
    meaning:
      "The two domains are not of the kinds that a shared address space allows together: one is shared, the other is known " +
      "to the cloud alone.",
    causes: [
      "A domain is verified in the tenant and is no SIP domain on-premises.",
      "The federation record of a domain of the tenant leads to the cloud and not to the Edge.",
    ],
    next: [
      "Get-CsSipDomain against the verified domains of the tenant",
      "Resolve-DnsName -Type SRV _sipfederationtls._tcp.<domain> for every domain of the tenant",
    ],
    sources: [
      '"Skype for Business Online users in an Office 365 domain can\'t IM or detect users in an on-premises domain"',
    ],
    unconfirmed: [],
  }),
  diagnostics("4005", {
    title: "Destination URI either not enabled for SIP or does not exist",
    meaning: "The receiver is unknown to the pool, or is known and not enabled.",
    causes: ["The person was disabled, or was moved and the address is asked for on the wrong side."],
    next: ["Get-CsUser <person> | fl SipAddress,Enabled,HostingProvider"],
    sources: [OCER],
    unconfirmed: [NO_CAUSES],
  }),
];
