import { BlockedDomain } from "../../lib/federation/blocked-domain";
import { DirectPartner } from "../../lib/federation/direct-partner";
import { ClosedFederationProps, FederationPolicy } from "../../lib/federation/federation-policy";
import { Partner } from "../../lib/federation/partner";
import { ListMirror, Undeclared } from "../../lib/onprem/list-options";

const closed =
  (props: ClosedFederationProps): (() => FederationPolicy) =>
  () =>
    FederationPolicy.closed(props);
const domains = (count: number): string[] => Array.from({ length: count }, (_, index) => `partner${index}.example`);

describe("a closed policy", () => {
  test("holds its domains in one form and order, direct partners among them", () => {
    const policy = FederationPolicy.closed({
      allowed: ["Fabrikam.com", "adatum.com."],
      direct: [DirectPartner.of("Contoso.com", "SIP.contoso.com")],
      blocked: ["tailspintoys.com", "Bad.example"],
    });
    expect(policy.allowed).toMatchObject([
      { domain: "adatum.com", proxyFqdn: undefined },
      { domain: "contoso.com", proxyFqdn: "sip.contoso.com" },
      { domain: "fabrikam.com", proxyFqdn: undefined },
    ]);
    expect(policy.blocked.map(({ domain }) => domain)).toEqual(["bad.example", "tailspintoys.com"]);
  });

  test("may name direct partners only, and blocks nobody unless told", () => {
    const policy = FederationPolicy.closed({ direct: [DirectPartner.of("wingtip.com", "sip.wingtip.com")] });
    expect(policy.blocked).toEqual([]);
    expect(policy.undeclared).toBe(Undeclared.BLOCK);
  });

  test.each<[string, ClosedFederationProps]>([
    ["nothing", {}],
    ["an empty list", { allowed: [] }],
    [
      "an empty list beside a direct partner",
      { allowed: [], direct: [DirectPartner.of("a.example", "sip.a.example")] },
    ],
  ])("refuses to allow %s", (_name, props) => {
    expect(closed(props)).toThrow('"allowed" is empty: an empty allow list lets nobody in');
  });

  test.each<[string, ClosedFederationProps]>([
    ["direct", { allowed: ["fabrikam.com"], direct: [] }],
    ["blocked", { allowed: ["fabrikam.com"], blocked: [] }],
  ])("refuses %s as an empty list", (field, props) => {
    expect(closed(props)).toThrow(`"${field}" is empty: leave the property out, or name at least one entry.`);
  });

  test("refuses a domain that stands twice, whatever its case", () => {
    expect(closed({ allowed: ["fabrikam.com", "FABRIKAM.com"] })).toThrow('"allowed" names fabrikam.com twice');
    expect(closed({ allowed: ["a.example"], blocked: ["b.example", "B.example."] })).toThrow(
      '"blocked" names b.example twice',
    );
  });

  test("refuses a domain that is allowed and a direct partner as well", () => {
    const direct = [DirectPartner.of("FABRIKAM.com", "sip.fabrikam.com")];
    expect(closed({ allowed: ["fabrikam.com"], direct })).toThrow('"allowed" names fabrikam.com twice');
  });

  test("refuses a domain that is allowed and blocked", () => {
    expect(closed({ allowed: ["fabrikam.com"], blocked: ["Fabrikam.com"] })).toThrow(
      "fabrikam.com is allowed and blocked at once: the server refuses that. Remove it from one list.",
    );
  });

  test.each(["münchen.example", "*.fabrikam.com", "https://fabrikam.com", "kim@fabrikam.com", "${var.partner}"])(
    "refuses %j in either list",
    (name) => {
      expect(closed({ allowed: [name] })).toThrow('"allowed" ');
      expect(closed({ allowed: ["fabrikam.com"], blocked: [name] })).toThrow('"blocked" ');
    },
  );
});

describe("an open policy", () => {
  test("needs nothing, and blocks nobody unless told", () => {
    const policy = FederationPolicy.open();
    expect(policy).toMatchObject({ mode: "open", allowed: [], blocked: [], undeclared: Undeclared.BLOCK });
  });

  test("may trust partners on the Edge beyond those it discovers", () => {
    const direct = [DirectPartner.of("wingtip.com", "sip.wingtip.com", { comment: "leased line" })];
    expect(FederationPolicy.open({ direct, allowed: ["fabrikam.com"] }).allowed).toMatchObject([
      { domain: "fabrikam.com", proxyFqdn: undefined },
      { domain: "wingtip.com", proxyFqdn: "sip.wingtip.com", options: { comment: "leased line" } },
    ]);
  });

  test.each(["blocked", "blockedDomains", "direct", "allowed", "partners"])("refuses %s as an empty list", (field) => {
    expect(() => FederationPolicy.open({ [field]: [] })).toThrow(
      `"${field}" is empty: leave the property out, or name at least one entry.`,
    );
  });

  test("refuses a domain that is direct and blocked", () => {
    const direct = [DirectPartner.of("wingtip.com", "sip.wingtip.com")];
    expect(() => FederationPolicy.open({ direct, blocked: ["WINGTIP.com"] })).toThrow(
      "wingtip.com is allowed and blocked at once",
    );
  });

  test("refuses more blocked domains than the tenant holds, and a long list that would be mirrored one by one", () => {
    expect(() => FederationPolicy.open({ blocked: domains(4001), mirror: ListMirror.SUMMARY })).toThrow(
      '"blocked" has 4001 domains, but the tenant holds at most 4000',
    );
    expect(() => FederationPolicy.open({ blocked: domains(201) })).toThrow('"blocked" has 201 entries');
  });
});

describe("a policy by which nobody federates", () => {
  test("holds no domain at all", () => {
    expect(FederationPolicy.none()).toMatchObject({ mode: "none", allowed: [], blocked: [] });
    expect(FederationPolicy.none({ undeclared: Undeclared.REMOVE }).undeclared).toBe(Undeclared.REMOVE);
  });

  test("refuses to keep entries that nobody declared: they would let somebody in", () => {
    expect(() => FederationPolicy.none({ undeclared: Undeclared.KEEP })).toThrow(
      '"undeclared" is KEEP, but nobody may get in',
    );
  });

  test("is what an empty allow list is told to write", () => {
    expect(closed({ allowed: [] })).toThrow("write FederationPolicy.none() when nobody may get in");
  });
});

describe("a partner with notes", () => {
  test("is an allowed domain like any other, and may stand on the list once", () => {
    const partners = [Partner.of("Fabrikam.com", { markForMonitoring: true })];
    expect(FederationPolicy.closed({ partners }).allowed).toMatchObject([{ domain: "fabrikam.com" }]);
    expect(closed({ partners, allowed: ["fabrikam.com"] })).toThrow('"allowed" names fabrikam.com twice');
  });

  test.each(["", "  "])("refuses the comment %j", (comment) => {
    expect(() => Partner.of("fabrikam.com", { comment })).toThrow('"comment" must not be empty');
    expect(() => BlockedDomain.of("fabrikam.com", comment)).toThrow('"comment" must not be empty');
  });

  test("refuses a comment that exists only after apply", () => {
    expect(() => DirectPartner.of("a.example", "sip.a.example", { comment: "${local.note}" })).toThrow(
      '"comment" holds a value that exists only after terraform apply',
    );
  });

  test("refuses a blocked domain that stands on both doors of the block list", () => {
    expect(() =>
      FederationPolicy.open({
        blocked: ["bad.example"],
        blockedDomains: [BlockedDomain.of("BAD.example", "phishing")],
      }),
    ).toThrow('"blocked" names bad.example twice');
  });
});

describe("a long list", () => {
  test("of 200 domains is mirrored entry by entry", () => {
    expect(FederationPolicy.closed({ allowed: domains(200) }).mirror).toBe(ListMirror.ENTRIES);
  });

  test.each<[string, ClosedFederationProps]>([
    ["allowed", { allowed: domains(201) }],
    ["blocked", { allowed: ["fabrikam.com"], blocked: domains(201) }],
  ])("of more %s domains must say SUMMARY", (field, props) => {
    expect(closed(props)).toThrow(`"${field}" has 201 entries, and a plan that lists more than 200`);
    expect(closed({ ...props, mirror: ListMirror.SUMMARY })).not.toThrow();
  });

  test("of more than 4,000 domains is refused, whatever it says", () => {
    expect(closed({ allowed: domains(4000), mirror: ListMirror.SUMMARY })).not.toThrow();
    expect(closed({ allowed: domains(4001), mirror: ListMirror.SUMMARY })).toThrow(
      '"allowed" has 4001 domains, but the tenant holds at most 4000',
    );
    expect(closed({ allowed: ["fabrikam.com"], blocked: domains(4001) })).toThrow('"blocked" has 4001 domains');
  });
});

describe("a direct partner", () => {
  test("refuses a proxy that is no name", () => {
    expect(() => DirectPartner.of("wingtip.com", "203.0.113.10")).toThrow('"proxyFqdn" must be a fully qualified');
    expect(() => DirectPartner.of("wingtip", "sip.wingtip.com")).toThrow('"direct" must be a fully qualified');
  });
});
