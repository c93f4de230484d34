import { DirectPartner } from "../../lib/federation/direct-partner";
import { ClosedFederationProps, FederationPolicy } from "../../lib/federation/federation-policy";
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
    expect(policy.allowed).toEqual([
      { domain: "adatum.com", proxyFqdn: undefined },
      { domain: "contoso.com", proxyFqdn: "sip.contoso.com" },
      { domain: "fabrikam.com", proxyFqdn: undefined },
    ]);
    expect(policy.blocked).toEqual(["bad.example", "tailspintoys.com"]);
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
