import { GlossaryEntry } from "../glossary-entry";

/** What Test-CsExStorageConnectivity and the storage service say of Exchange. */
export const EXCHANGE: readonly GlossaryEntry[] = [
  {
    code: "Test-CsExStorageConnectivity 574",
    names: ["574", "Client found response content type of '', but expected 'text/xml'"],
    title: "Exchange answered with something that is no web service answer",
    meaning:
      "Seen from Test-CsExStorageConnectivity, with the words: client found response content type of '', but expected " +
      "'text/xml'. What 574 stands for, no document says.",
    causes: [
      "ExchangeAutodiscoverUrl ends in .xml instead of .svc, or the server behind it does not answer the request.",
    ],
    next: [
      "(Get-CsOAuthConfiguration).ExchangeAutodiscoverUrl",
      "Get-CsPartnerApplication",
      "Test-CsExStorageConnectivity -SipUri sip:<person> -Verbose",
    ],
    sources: [],
    unconfirmed: [
      "Code and words stand in a report of a user alone (issue 702 of OfficeDocs-SkypeForBusiness, closed without an answer).",
    ],
  },
  {
    code: "x-ms-diagnostics 2000004",
    names: ["2000004", "invalid_tenant", "32054", "ErrorIncorrectExchangeServerVersion"],
    title: "Exchange does not know the tenant or domain of the token",
    meaning: "Exchange answers 401, and the storage service logs event 32054: integration with Exchange fails.",
    causes: ["An accepted domain of Exchange is a wildcard (*.contoso.com): server-to-server calls do not support it."],
    next: [
      "In the Exchange shell: Get-AcceptedDomain, and name every domain",
      "Test-CsExStorageConnectivity -SipUri sip:<person> -Verbose",
    ],
    sources: ['"Skype for Business and Exchange integration fails if wildcards used in AcceptedDomains entries"'],
    unconfirmed: [],
  },
];
