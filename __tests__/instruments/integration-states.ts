// What the simulated products beside the servers hold.

/** The organization that the session with Exchange Online is signed in to. */
export type ExchangeOnlineState = {
  acceptedDomains: string[];
  owaMailboxPolicies: { Name: string; InstantMessagingEnabled: boolean; InstantMessagingType: string }[];
};

/** A farm, with what each trusted token issuer may do in its site subscription. */
export type SharePointState = {
  sites: string[];
  tokenService: { HybridStsSelectionEnabled: boolean; AllowMetadataOverHttp: boolean; AllowOAuthOverHttp: boolean };
  issuers: { Name: string; MetadataEndPoint: string; NameId: string; Right: string; AppOnly: boolean }[];
};
