import { join } from "node:path";
import { FederationPolicy } from "../../lib";
import { readManifest } from "../../lib/runbook/manifest-reader";
import { ContosoOptions, synthContoso } from "../instruments/contoso";
import { Synthesis, synthesize } from "../rules/synthesis";
import { declareTrust, folderOf, RENEWED, TrustOptions } from "../trust/trusted-deployment";
import { appliedBaseline, contosoManifest } from "./manifests";

/** A pull request as a reviewer meets it. */
export interface Scenario {
  readonly name: string;
  readonly before: TrustOptions;
  readonly after: TrustOptions;
  /** Whether both sides also trust Exchange on-premises and Exchange Online. */
  readonly trusting?: true;
  /** What the first screen must say: the change, its risk and who acts. */
  readonly says: readonly string[];
}

const ON_PREMISES = "on-premises administrator";
const TENANT = "tenant administrator";
const NOTHING = "No changes.";

const applied = (options: ContosoOptions = {}): ContosoOptions => ({
  ...options,
  baseline: appliedBaseline(contosoManifest(options)),
});

const CLOSED = applied({ policy: FederationPolicy.closed({ allowed: ["fabrikam.com"] }) });
const OPEN = applied({ policy: FederationPolicy.open() });
const TWO_DOMAINS = applied({ otherSipDomains: ["adatum.com"] });
const CONTOSO = applied();
const TRUSTING: TrustOptions = {
  baseline: appliedBaseline(readManifest(join(folderOf(synthTrust({})), "manifest.json"))),
};

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "partner-added",
    before: CONTOSO,
    after: { ...CONTOSO, allowed: ["fabrikam.com", "adatum.com"] },
    says: ["MEDIUM", "Allowed partner adatum.com is added, on the Edge and in the tenant.", ON_PREMISES, TENANT],
  },
  {
    name: "federation-opened",
    before: CLOSED,
    after: { ...CLOSED, policy: FederationPolicy.open() },
    says: ["CRITICAL", "EnablePartnerDiscovery: false -> true", "AllowAllKnownDomains", ON_PREMISES, TENANT],
  },
  {
    name: "first-allow-entry-online",
    before: OPEN,
    after: { ...OPEN, policy: FederationPolicy.closed({ allowed: ["fabrikam.com"] }) },
    says: ["HIGH", "fabrikam.com is added, on the Edge and in the tenant", ON_PREMISES, TENANT],
  },
  {
    name: "shared-space-off",
    before: { ...CONTOSO, homedUsers: null },
    after: { ...CONTOSO, homedUsers: null, shared: false },
    says: ["CRITICAL", "Taken back: ", ON_PREMISES, TENANT],
  },
  {
    name: "provider-changed",
    before: { ...CONTOSO, homedUsers: null },
    after: { ...CONTOSO, homedUsers: null, provider: "Microsoft365" },
    says: [
      "CRITICAL",
      "CsHostingProvider/Office365 is no longer declared",
      "hosting provider Microsoft365",
      ON_PREMISES,
    ],
  },
  {
    name: "sip-domain-added",
    before: CONTOSO,
    after: { ...CONTOSO, otherSipDomains: ["adatum.com"] },
    says: ["adatum.com", ON_PREMISES],
  },
  {
    name: "sip-domain-removed",
    before: TWO_DOMAINS,
    after: { ...TWO_DOMAINS, otherSipDomains: [] },
    says: ["HIGH", "adatum.com", ON_PREMISES],
  },
  {
    name: "direct-partner-proxy-changed",
    before: CONTOSO,
    after: { ...CONTOSO, direct: [["wingtip.com", "edge.wingtip.com"]] },
    says: ["MEDIUM", "ProxyFqdn: sip.wingtip.com -> edge.wingtip.com", ON_PREMISES],
  },
  {
    name: "certificate-replaced",
    before: CONTOSO,
    after: { ...CONTOSO, certificate: join(__dirname, "other-certificate.pem") },
    says: ["HIGH", "azuread_application_certificate", "pipeline"],
  },
  {
    name: "exchange-online-and-sharepoint-joined",
    before: CONTOSO,
    after: { ...CONTOSO, integrated: true },
    says: ["MEDIUM", "Exchange Online is the hosting provider", "Unanswered calls", ON_PREMISES, TENANT],
  },
  {
    name: "token-certificate-rolled",
    before: TRUSTING,
    after: { ...TRUSTING, tokenCertificate: RENEWED },
    trusting: true,
    says: ["HIGH", "Taken back: HybridPrincipalKey", ON_PREMISES, TENANT],
  },
  { name: "construct-renamed", before: CONTOSO, after: { ...CONTOSO, idPrefix: "renamed-" }, says: [NOTHING] },
  {
    name: "declared-in-another-order",
    before: { ...CONTOSO, allowed: ["fabrikam.com", "adatum.com"] },
    after: { ...CONTOSO, allowed: ["fabrikam.com", "adatum.com"], shuffled: true },
    says: [NOTHING],
  },
  { name: "nothing-changed", before: CONTOSO, after: CONTOSO, says: [NOTHING] },
];

/** Both sides of a scenario, synthesized. */
export function synthScenario(scenario: Scenario): { readonly before: string; readonly after: string } {
  const { before, after } = scenario;
  const outdir = (options: TrustOptions): string =>
    (scenario.trusting === true ? synthTrust(options) : synthContoso(options)).outdir;
  return { before: outdir(before), after: outdir(after) };
}

function synthTrust(options: TrustOptions): Synthesis {
  return synthesize((stack) => declareTrust(stack, options));
}
