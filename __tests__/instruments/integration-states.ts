// What the simulated products beside the servers hold.

/** The organization that the session with Exchange Online is signed in to. */
export type ExchangeOnlineState = {
  acceptedDomains: string[];
  owaMailboxPolicies: { Name: string; InstantMessagingEnabled: boolean; InstantMessagingType: string }[];
};
