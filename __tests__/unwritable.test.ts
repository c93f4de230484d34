import { readFileSync } from "node:fs";
import type { EdgeFederationProps } from "../lib/federation/edge-federation";
import type { ExchangeOnlineProps } from "../lib/exchange/exchange-online";
import { VALIDATION_TABLE } from "../lib/rules/validation-table";
import type { SharedAddressSpaceProps } from "../lib/shared-space/shared-address-space";
import type { TenantFederationProps } from "../lib/tenant/tenant-federation";
import { AccessEdge } from "../lib/topology/access-edge";
import type { CloudTrustProps } from "../lib/trust/cloud-trust";

/**
 * What cannot be written. Nothing here is called: `npm run typecheck` fails when one of these lines begins to compile.
 */
const UNWRITABLE: Readonly<Record<string, (props: never) => unknown>> = {
  V10: () =>
    // @ts-expect-error federation listens on 5061 and nowhere else
    AccessEdge.of("sip.contoso.com", "203.0.113.10", 5062),

  V13: (props: EdgeFederationProps): EdgeFederationProps => ({
    ...props,
    // @ts-expect-error hosting providers need DNS SRV routing, so it is no choice
    useDnsSrvRouting: false,
  }),

  V14: (props: EdgeFederationProps): EdgeFederationProps => ({
    ...props,
    // @ts-expect-error discovery follows from the policy
    partnerDiscovery: true,
  }),

  V15: (props: EdgeFederationProps): EdgeFederationProps => ({
    ...props,
    // @ts-expect-error without federated users there is no split domain
    allowFederatedUsers: false,
  }),

  V24: (props: TenantFederationProps): TenantFederationProps => ({
    ...props,
    // @ts-expect-error a tenant that federates with nobody declares no federation
    allowFederatedUsers: false,
  }),

  V26: (props: SharedAddressSpaceProps): SharedAddressSpaceProps => ({
    ...props,
    // @ts-expect-error the provider of the cloud has one right set of flags
    hostsOCSUsers: false,
  }),

  V27: (props: ExchangeOnlineProps): ExchangeOnlineProps => ({
    ...props,
    // @ts-expect-error the provider of Exchange Online hosts no people, and that is no choice
    hostsOCSUsers: true,
  }),

  V28: (props: SharedAddressSpaceProps): SharedAddressSpaceProps => ({
    ...props,
    // @ts-expect-error the proxy of a provider cannot change, and this one is known
    proxyFqdn: "sipfed.example.com",
  }),

  V29: (props: SharedAddressSpaceProps): SharedAddressSpaceProps => ({
    ...props,
    // @ts-expect-error the address is that of the tenant's cloud, and the commercial one is fixed
    autodiscoverUrl: "https://webdir.example.com",
  }),

  V40: (props: Omit<CloudTrustProps, "certificate">): CloudTrustProps =>
    // @ts-expect-error the tenant learns the key of the certificate that signs, so there is no trust without one
    props,

  V72: (props: EdgeFederationProps): EdgeFederationProps => ({
    ...props,
    // @ts-expect-error hosted voicemail does not decide about discovery, the policy does
    enablePartnerDiscovery: 0,
  }),
};

/** Both halves take one policy: that they differ cannot be written, and the rules HYB-FED-016 to 018 are for exported facts. */
const ONE_POLICY = (props: TenantFederationProps): TenantFederationProps => ({
  ...props,
  // @ts-expect-error the tenant repeats the policy of the Edge
  policy: "another",
});

describe("what cannot be written", () => {
  test("has a line that does not compile for every such condition", () => {
    const unwritable = VALIDATION_TABLE.filter((row) => row.sorted === "unwritable").map(({ id }) => id);
    expect(Object.keys(UNWRITABLE)).toEqual(unwritable);
  });

  test("has the line in every one of them", () => {
    const lines = readFileSync(__filename, "utf8").match(/^ +\/\/ @ts-expect-error /gm) ?? [];
    expect(lines.length).toBe([...Object.values(UNWRITABLE), ONE_POLICY].length);
  });
});
