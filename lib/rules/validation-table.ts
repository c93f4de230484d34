/**
 * What holds each of the domain's conditions V01-V80 today. Nothing here runs: the table is the honest list, and tests hold
 * it against the rules, the refusals and the types.
 */

/** How a condition is held. `later`: no code of this version holds it, usually because its room does not exist yet. */
export type Sorted = "unwritable" | "constructor" | "rule" | "plan check" | "runtime" | "review" | "later";

export interface ValidationRow {
  /** V01-V80. */
  readonly id: string;
  readonly sorted: Sorted;
  /** Ids of the rules, or file and symbol; empty for later. */
  readonly where: string;
  readonly note: string;
}

const NO_DNS = "no room for DNS records yet";
const NO_CERTIFICATES = "no room for certificates yet";
const NO_DIRECTORY = "no room for directory sync and forests yet";
const NO_MOVES = "no room for people and their moves yet";
const NO_DECOMMISSION = "no room for decommissioning yet";

const TOPOLOGY_AND_FEDERATION: readonly ValidationRow[] = [
  { id: "V01", sorted: "rule", where: "HYB-TEN-001", note: "" },
  { id: "V02", sorted: "rule", where: "HYB-SSA-002", note: "also across the stacks of one App" },
  { id: "V03", sorted: "plan check", where: "lib/entra/verified-domains.ts checkVerifiedDomains", note: "warns" },
  { id: "V04", sorted: "rule", where: "HYB-SIP-004", note: "lower case: parseFqdn; twice: same step id, refused" },
  { id: "V05", sorted: "rule", where: "HYB-SIP-005", note: "" },
  { id: "V06", sorted: "rule", where: "HYB-TOP-006", note: "2010: for exported facts; ServerVersion has none" },
  { id: "V07", sorted: "rule", where: "HYB-TOP-007, HYB-TOP-007B", note: "judged with and without a move" },
  { id: "V08", sorted: "rule", where: "HYB-TOP-008", note: "" },
  { id: "V09", sorted: "rule", where: "HYB-TOP-009", note: "" },
  {
    id: "V10",
    sorted: "unwritable",
    where: "AccessEdge.of",
    note: "takes no port; the published one is a look by hand",
  },
  { id: "V11", sorted: "rule", where: "HYB-TOP-011, HYB-FED-011", note: "routes of sites: V77" },
  { id: "V12", sorted: "rule", where: "HYB-TOP-012", note: "" },
  { id: "V13", sorted: "unwritable", where: "EdgeFederationProps", note: "DNS SRV routing is a fixed switch" },
  { id: "V14", sorted: "unwritable", where: "EdgeFederationProps", note: "discovery follows from the policy" },
  { id: "V15", sorted: "unwritable", where: "EdgeFederationProps", note: "always true, also where nobody federates" },
  { id: "V16", sorted: "rule", where: "HYB-FED-016", note: "for exported facts; rooms cannot write it" },
  { id: "V17", sorted: "rule", where: "HYB-FED-017", note: "for exported facts; rooms cannot write it" },
  { id: "V18", sorted: "rule", where: "HYB-FED-018", note: "for exported facts; rooms cannot write it" },
  { id: "V19", sorted: "rule", where: "HYB-FED-019", note: "" },
  { id: "V20", sorted: "constructor", where: "FederationPolicy.closed, FederationPolicy.open", note: "" },
  { id: "V21", sorted: "rule", where: "HYB-FED-021", note: "" },
  { id: "V22", sorted: "later", where: "", note: "no room for consolidation yet" },
  { id: "V23", sorted: "rule", where: "HYB-FED-023", note: "FederationPolicy refuses it first" },
  { id: "V24", sorted: "unwritable", where: "TenantFederationProps", note: "always true, also where nobody federates" },
  { id: "V25", sorted: "rule", where: "HYB-SSA-025", note: "public providers: runtime, uniqueBy of CsHostingProvider" },
  { id: "V26", sorted: "unwritable", where: "SharedAddressSpaceProps", note: "flags are fixed; one only: HYB-SSA-025" },
  { id: "V27", sorted: "unwritable", where: "ExchangeOnlineProps", note: "flags and proxy are fixed" },
  { id: "V28", sorted: "unwritable", where: "SharedAddressSpaceProps", note: "the proxy is fixed, and createOnly" },
  {
    id: "V29",
    sorted: "unwritable",
    where: "SharedAddressSpaceProps",
    note: "proxy and URL are those of Cloud; the commercial ones are fixed, others must be given",
  },
  { id: "V30", sorted: "rule", where: "HYB-SSA-030", note: "a transition is acknowledged" },
  { id: "V31", sorted: "rule", where: "HYB-SSA-031, HYB-SSA-031B", note: "with a baseline only" },
];

const NETWORK_AND_DIRECTORY: readonly ValidationRow[] = [
  { id: "V32", sorted: "later", where: "", note: NO_DNS },
  { id: "V33", sorted: "later", where: "", note: NO_DECOMMISSION },
  { id: "V34", sorted: "later", where: "", note: NO_DNS },
  { id: "V35", sorted: "later", where: "", note: NO_DNS },
  { id: "V36", sorted: "later", where: "", note: NO_DNS },
  { id: "V37", sorted: "later", where: "", note: NO_CERTIFICATES },
  { id: "V38", sorted: "later", where: "", note: NO_CERTIFICATES },
  { id: "V39", sorted: "rule", where: "HYB-TRU-039", note: "fewer than 2048 bits: OAuthCertificate refuses it" },
  {
    id: "V40",
    sorted: "unwritable",
    where: "CloudTrustProps",
    note: "the upload is a step named after the thumbprint, so a renewal asks for it; Exchange: ExchangeCloudTrust",
  },
  { id: "V41", sorted: "later", where: "", note: NO_DIRECTORY },
  { id: "V42", sorted: "later", where: "", note: NO_DIRECTORY },
  { id: "V43", sorted: "later", where: "", note: NO_DIRECTORY },
  { id: "V44", sorted: "later", where: "", note: NO_DIRECTORY },
  { id: "V45", sorted: "later", where: "", note: NO_DIRECTORY },
  { id: "V46", sorted: "later", where: "", note: NO_DIRECTORY },
  { id: "V47", sorted: "constructor", where: "OnlineSipDomain.disabled", note: "and a guard when it runs" },
];

const PEOPLE: readonly ValidationRow[] = [
  { id: "V48", sorted: "later", where: "", note: NO_MOVES },
  { id: "V49", sorted: "later", where: "", note: NO_MOVES },
  { id: "V50", sorted: "later", where: "", note: NO_MOVES },
  { id: "V51", sorted: "rule", where: "HYB-TEN-051", note: "and a guard when it runs" },
  { id: "V52", sorted: "rule", where: "HYB-TEN-052", note: "also when nobody is planned to move" },
  { id: "V53", sorted: "later", where: "", note: NO_MOVES },
  { id: "V54", sorted: "later", where: "", note: `${NO_MOVES}; a test keeps the options out of rows and scripts` },
  { id: "V55", sorted: "rule", where: "HYB-MOV-055", note: "of the declared account; the move itself: later" },
  { id: "V56", sorted: "later", where: "", note: NO_MOVES },
  { id: "V57", sorted: "later", where: "", note: NO_MOVES },
];

const INTEGRATION: readonly ValidationRow[] = [
  {
    id: "V58",
    sorted: "rule",
    where: "HYB-EXO-058",
    note: "policy and provider, for exported facts; people are switched under their policy, without Enterprise Voice the run refuses",
  },
  { id: "V59", sorted: "rule", where: "HYB-EXO-059, HYB-EXO-059B", note: "what the table leaves out warns" },
  { id: "V60", sorted: "rule", where: "HYB-EXO-060", note: "left out: the initial domain" },
  { id: "V61", sorted: "rule", where: "HYB-TRU-061", note: "outbound access, SSL offload: words of the proof before" },
  { id: "V62", sorted: "rule", where: "HYB-TRU-062", note: "OAuth of AD FS alone: not built" },
  { id: "V63", sorted: "rule", where: "HYB-SHP-063", note: "two-factor sign-in: words in the step" },
  {
    id: "V64",
    sorted: "rule",
    where: "HYB-EXC-064, HYB-EXC-064B",
    note: "2013: how the servers know Exchange must be said",
  },
  { id: "V65", sorted: "rule", where: "HYB-MTG-065", note: "OfficeWebAppsFarm refuses an address without https first" },
  { id: "V66", sorted: "rule", where: "HYB-EXC-066", note: "trust set up elsewhere: ExchangeConnection.byHand" },
  {
    id: "V67",
    sorted: "rule",
    where: "HYB-EXC-067",
    note: "the attributes: for exported facts; the room always writes both",
  },
  { id: "V68", sorted: "rule", where: "HYB-TRU-068", note: "not https: ExchangeTrust refuses it" },
];

const OPERATION: readonly ValidationRow[] = [
  { id: "V69", sorted: "later", where: "", note: NO_DECOMMISSION },
  { id: "V70", sorted: "later", where: "", note: NO_DECOMMISSION },
  { id: "V71", sorted: "later", where: "", note: NO_MOVES },
  {
    id: "V72",
    sorted: "unwritable",
    where: "EdgeFederationProps",
    note: "the Access Edge has one owner; what a script run by hand changes, the next dry run shows",
  },
  { id: "V73", sorted: "later", where: "", note: "no room for phone numbers yet" },
  { id: "V74", sorted: "constructor", where: "lib/entra/public-certificate.ts readPublicCertificate", note: "" },
  { id: "V75", sorted: "later", where: "", note: "HCL output is refused: it writes empty resources" },
  { id: "V76", sorted: "rule", where: "HYB-SIP-076", note: "warns: addresses are not declared; the server refuses" },
  { id: "V77", sorted: "rule", where: "HYB-TOP-077", note: "the prefix EdgeServer: is written by Site" },
  { id: "V78", sorted: "later", where: "", note: NO_DECOMMISSION },
  { id: "V79", sorted: "later", where: "", note: NO_MOVES },
  { id: "V80", sorted: "later", where: "", note: NO_DECOMMISSION },
];

/** All of them, in order. */
export const VALIDATION_TABLE: readonly ValidationRow[] = [
  ...TOPOLOGY_AND_FEDERATION,
  ...NETWORK_AND_DIRECTORY,
  ...PEOPLE,
  ...INTEGRATION,
  ...OPERATION,
];
