import { DirectPartner } from "../../lib/federation/direct-partner";
import { FederationPolicy, OpenFederationProps } from "../../lib/federation/federation-policy";
import { ListMirror } from "../../lib/onprem/list-options";

const open =
  (props: OpenFederationProps): (() => FederationPolicy) =>
  () =>
    FederationPolicy.open(props);

describe("an open policy", () => {
  test("needs no list", () => {
    const policy = FederationPolicy.open();
    expect([policy.mode, policy.allowed, policy.blocked]).toEqual(["open", [], []]);
  });

  test("keeps what the Edge trusts beyond discovery", () => {
    const policy = FederationPolicy.open({
      allowed: ["fabrikam.com"],
      direct: [DirectPartner.of("a.example", "sip.a.example")],
    });
    expect(policy.allowed.map(({ domain }) => domain)).toEqual(["a.example", "fabrikam.com"]);
  });

  test.each<[string, OpenFederationProps]>([
    ["allowed", { allowed: [] }],
    ["direct", { direct: [] }],
    ["blocked", { blocked: [] }],
  ])("refuses %s as an empty list", (field, props) => {
    expect(open(props)).toThrow(`"${field}" is empty: leave the property out, or name at least one entry.`);
  });

  test("refuses a direct partner that is blocked", () => {
    const direct = [DirectPartner.of("wingtip.com", "sip.wingtip.com")];
    expect(open({ direct, blocked: ["Wingtip.com"] })).toThrow("wingtip.com is allowed and blocked at once");
  });

  test("refuses more blocked domains than the tenant holds", () => {
    const blocked = Array.from({ length: 4001 }, (_, n) => `bad-${n}.example`);
    expect(open({ blocked, mirror: ListMirror.SUMMARY })).toThrow(
      '"blocked" has 4001 domains, but the tenant holds at most 4000',
    );
  });
});

test("nobody is a policy of its own, without lists", () => {
  const policy = FederationPolicy.none();
  expect([policy.mode, policy.allowed, policy.blocked]).toEqual(["none", [], []]);
});
