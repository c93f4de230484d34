import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FederationPolicy, Undeclared } from "../../lib";
import { ResourceChange } from "../../lib/review/change";
import { Review, review } from "../../lib/review/diff";
import { RISK_RULES } from "../../lib/review/risks";
import { Manifest } from "../../lib/runbook/manifest";
import { Bag } from "../../lib/onprem/step";
import { someStep } from "../instruments/some-step";
import { appliedBaseline, contosoManifest, manifestOf } from "./manifests";

type Pair = readonly [before: Manifest, after: Manifest];

const contoso = contosoManifest();
const baseline = appliedBaseline(contoso);
const applied = contosoManifest({ baseline });

/** One object of this noun whose properties change. */
function set(noun: string, before: Bag, after: Bag): Pair {
  const of = (properties: Bag): Manifest =>
    manifestOf([someStep({ objects: [{ noun, identity: "Global", properties }] })]);
  return [of(before), of(after)];
}

/** The list step of the Edge with these allowed partners. */
function list(allowed: readonly string[], removed: readonly string[] = []): Manifest {
  const entry = (noun: string) => (identity: string) => ({ noun, identity, properties: {} });
  const objects = [...["blocked.example"].map(entry("CsBlockedDomain")), ...allowed.map(entry("CsAllowedDomain"))];
  const removals = removed.map(entry("CsAllowedDomain"));
  return manifestOf([someStep({ id: "domain-lists/edge", kind: "domain-lists", shape: "list", objects, removals })]);
}

function turned(noun: string, property: string, from: boolean): Pair {
  return set(noun, { [property]: from }, { [property]: !from });
}

const policy = (of: FederationPolicy): Manifest => contosoManifest({ policy: of });

/** For every rule a change that it finds, and whether the way back is found by it too. */
const EXAMPLES: Readonly<Record<string, { readonly pair: Pair; readonly bothWays?: true }>> = {
  "federation-opened": {
    pair: [policy(FederationPolicy.closed({ allowed: ["fabrikam.com"] })), policy(FederationPolicy.open())],
  },
  "federation-closed": {
    pair: [policy(FederationPolicy.open()), policy(FederationPolicy.closed({ allowed: ["fabrikam.com"] }))],
  },
  "partners-cut-off": { pair: turned("CsTenantFederationConfiguration", "AllowFederatedUsers", true) },
  "edge-opened-to-partners": { pair: turned("CsAccessEdgeConfiguration", "AllowFederatedUsers", false) },
  "outside-access-off": { pair: turned("CsAccessEdgeConfiguration", "AllowOutsideUsers", true) },
  "outside-access-on": { pair: turned("CsAccessEdgeConfiguration", "AllowOutsideUsers", false) },
  "sharing-off": { pair: [applied, contosoManifest({ baseline, shared: false, homedUsers: null })] },
  "provider-proxy-changed": {
    pair: set("CsHostingProvider", { ProxyFqdn: "sipfed.online.lync.com" }, { ProxyFqdn: "other.example" }),
    bothWays: true,
  },
  "provider-hosting-off": { pair: turned("CsHostingProvider", "HostsOCSUsers", true) },
  "partner-believed": {
    pair: set(
      "CsAllowedDomain",
      { VerificationLevel: "UseSourceVerification" },
      { VerificationLevel: "AlwaysVerifiable" },
    ),
  },
  "partner-proxy-changed": {
    pair: [contoso, contosoManifest({ direct: [["wingtip.com", "edge.wingtip.com"]] })],
    bothWays: true,
  },
  "federation-policy-off": { pair: turned("CsExternalAccessPolicy", "EnableFederationAccess", true) },
  "voicemail-elsewhere": {
    pair: set("CsHostedVoicemailPolicy", { Destination: "exap.um.outlook.com" }, { Destination: "um.example.com" }),
    bothWays: true,
  },
  "archiving-off": {
    pair: set("CsArchivingConfiguration", { EnableArchiving: "ImOnly" }, { EnableArchiving: "None" }),
  },
  "contacts-moved": { pair: turned("CsUserServicesPolicy", "UcsAllowed", false) },
  "client-sign-in-changed": {
    pair: set(
      "CsOAuthConfiguration",
      { ClientAuthorizationOAuthServerIdentity: "" },
      { ClientAuthorizationOAuthServerIdentity: "evoSTS" },
    ),
    bothWays: true,
  },
  "tokens-over-http": { pair: turned("HybridTokenService", "AllowOAuthOverHttp", false) },
  "outlook-web-messaging-off": { pair: turned("HybridOwaMailboxPolicy", "InstantMessagingEnabled", true) },
  "default-domain-changed": { pair: turned("CsSipDomain", "IsDefault", false), bothWays: true },
  "first-allowed": { pair: [list([]), list(["fabrikam.com"])] },
  "last-allowed": { pair: [list(["fabrikam.com"]), list([], ["fabrikam.com"])] },
  "entry-removed": { pair: [applied, contosoManifest({ baseline, direct: [] })] },
  "object-removed": { pair: [manifestOf([someStep()]), manifestOf([someStep({ retire: true })])] },
  "undeclared-removed": { pair: [contoso, contosoManifest({ undeclared: Undeclared.REMOVE })] },
  "entry-left": { pair: [contoso, contosoManifest({ direct: [] })] },
  "step-left": { pair: [contoso, contosoManifest({ shared: false })] },
  "step-released": {
    pair: [
      manifestOf([someStep()]),
      { ...manifestOf([]), released: [{ id: "CsHostingProvider/Office365", reason: "another team has it" }] },
    ],
  },
  "waits-less": {
    pair: [
      manifestOf([someStep(), someStep({ id: "CsHostingProvider/Other", after: ["CsHostingProvider/Office365"] })]),
      manifestOf([someStep(), someStep({ id: "CsHostingProvider/Other" })]),
    ],
    bothWays: true,
  },
  "order-changed": {
    pair: [contoso, { ...contoso, steps: [...contoso.steps].reverse(), sessions: [...contoso.sessions].reverse() }],
    bothWays: true,
  },
  "part-changed": { pair: [contoso, contosoManifest({ homedUsers: 61 })], bothWays: true },
  "step-declared": { pair: [contoso, contosoManifest({ allowed: ["fabrikam.com", "adatum.com"] })] },
};

function resource(type: string, action: ResourceChange["action"]): ResourceChange {
  return { about: "resource", action, address: `${type}.some`, type, values: [] };
}

/** The same for what Terraform does: found, and not found. */
const RESOURCES: Readonly<Record<string, readonly [found: ResourceChange, not: ResourceChange]>> = {
  "credential-replaced": [
    resource("azuread_application_certificate", "replaced"),
    resource("azuread_application_certificate", "added"),
  ],
  "resource-destroyed": [resource("azuread_group", "removed"), resource("azuread_group", "changed")],
  "backend-changed": [resource("backend", "changed"), resource("azuread_group", "changed")],
  "provider-tenant-changed": [
    { ...resource("provider", "changed"), values: [{ name: "tenant_id", before: "a", after: "b" }] },
    { ...resource("provider", "changed"), values: [{ name: "version", before: "1", after: "2" }] },
  ],
  "resource-changed": [resource("azuread_group", "changed"), resource("azuread_group", "removed")],
};

function rulesOf(of: Review): Set<string> {
  return new Set(of.items.flatMap(({ risks }) => risks.map(({ rule }) => rule)));
}

function withResource(change: ResourceChange): Review {
  return review(contoso, contoso, { terraform: { from: "synthesis", changes: [change], noise: [] } });
}

describe("the risk rules", () => {
  test("have an example each, and nothing has one that is no rule", () => {
    const known = [...Object.keys(EXAMPLES), ...Object.keys(RESOURCES)].sort();
    expect(RISK_RULES.map(({ id }) => id).sort()).toEqual(known);
  });

  test("are files called like themselves", () => {
    const files = readdirSync(join(__dirname, "../../lib/review/risks")).map((name) => name.replace(/\.ts$/, ""));
    expect(files.filter((name) => !["index", "risk-rule", "risk-rank"].includes(name)).sort()).toEqual(
      RISK_RULES.map(({ id }) => id).sort(),
    );
  });

  test("say title, reason and example as sentences for people", () => {
    for (const { id, title, why, example } of RISK_RULES) {
      expect({ id, title }).toEqual({ id, title: expect.stringMatching(/^[A-Z].{10,}[^.]$/) as string });
      for (const text of [why, example])
        expect({ id, text }).toEqual({ id, text: expect.stringMatching(/.{20,}\.$/) as string });
    }
  });

  test.each(Object.entries(EXAMPLES))("%s is found where it should be", (id, { pair: [before, after] }) => {
    expect(rulesOf(review(before, after))).toContain(id);
  });

  const oneWay = Object.entries(EXAMPLES).filter(
    ([id, { bothWays }]) => bothWays === undefined && id !== "step-declared",
  );
  test.each(oneWay)("%s is not found on the way back", (id, { pair: [before, after] }) => {
    expect(rulesOf(review(after, before))).not.toContain(id);
  });

  test.each(Object.entries(RESOURCES))("%s is found where Terraform does it, and only there", (id, [found, not]) => {
    expect(rulesOf(withResource(found))).toContain(id);
    expect(rulesOf(withResource(not))).not.toContain(id);
  });

  test("find nothing where nothing changes", () => {
    expect(rulesOf(review(contoso, contoso)).size).toBe(0);
  });
});

describe("an archive", () => {
  const risk = (noun: string, before: Bag, after: Bag): string | undefined => {
    const found = review(...set(noun, before, after)).items.flatMap(({ risks }) => risks);
    return found.find(({ rule }) => rule === "archiving-off")?.reason;
  };

  test.each<[string, Bag, Bag, RegExp]>([
    ["CsArchivingConfiguration", {}, { EnableArchiving: "None" }, /nothing is archived any more/],
    ["CsArchivingConfiguration", { EnableArchiving: "ImAndWebConf" }, { EnableArchiving: "ImOnly" }, /web conferences/],
    [
      "CsArchivingConfiguration",
      { EnableExchangeArchiving: true },
      { EnableExchangeArchiving: false },
      /holds and searches/,
    ],
    ["CsArchivingPolicy", { ArchiveInternal: true }, { ArchiveInternal: false }, /conversations inside the company/],
    ["CsArchivingPolicy", { ArchiveExternal: true }, { ArchiveExternal: false }, /conversations with people outside/],
  ])("of %s that changes from %p to %p loses something", (noun, before, after, reason) => {
    expect(risk(noun, before, after)).toMatch(reason);
  });

  test("that archives more than before loses nothing", () => {
    expect(
      risk("CsArchivingConfiguration", { EnableArchiving: "None" }, { EnableArchiving: "ImOnly" }),
    ).toBeUndefined();
    expect(risk("CsArchivingPolicy", { ArchiveInternal: false }, { ArchiveInternal: true })).toBeUndefined();
  });
});

describe("what a step says of itself", () => {
  test("is not repeated where a rule says worse", () => {
    const [before, after] = EXAMPLES["federation-opened"]?.pair ?? [contoso, contoso];
    const opened = review(before, after).items.find(({ risks }) => risks[0]?.rule === "federation-opened");
    expect(opened?.risks.map(({ rule }) => rule)).not.toContain("step-declared");
  });

  test("stands alone where no rule says anything", () => {
    const [before, after] = EXAMPLES["step-declared"]?.pair ?? [contoso, contoso];
    expect([...rulesOf(review(before, after))]).toEqual(["step-declared"]);
  });
});
