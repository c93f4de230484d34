import { DeploymentModel } from "../../lib/model/deployment-model";
import { judge, RULES } from "../../lib/rules";
import { byText } from "../../lib/values/text-order";
import { contosoModel, EDGE_FEDERATION, EDGE_POOL, POOL, SIP_DOMAIN, TENANT_FEDERATION } from "./model-fixture";

/** Wrong in several ways at once. */
const SECOND_EDGE = { ...EDGE_POOL, source: "contoso/hybrid/edge02", fqdn: "edge02.contoso.local" };
const WRONG: Partial<DeploymentModel> = {
  frontEndPools: [
    { ...POOL, build: undefined },
    { ...POOL, fqdn: "lync02.contoso.local", build: "5.0.8308.1" },
  ],
  edgePools: [EDGE_POOL, SECOND_EDGE],
  sipDomains: [SIP_DOMAIN, { ...SIP_DOMAIN, source: "contoso/hybrid/fabrikam-com", name: "fabrikam.com" }],
  edgeFederations: [{ ...EDGE_FEDERATION, blocked: ["contoso.com"] }],
};

describe("the rules", () => {
  test("stand in the order of their ids, each once", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort(byText));
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s says what, why and where it is written", (id, rule) => {
    expect(id).toMatch(/^HYB-[A-Z]{3}-\d{3}[A-Z]?$/);
    expect(rule.title).toMatch(/^[A-Z].*\.$/);
    expect(rule.why).toMatch(/"[A-Z][^"]+"|\b(New|Set|Move|Grant|Enable|Disable)-Cs\w+|of this library/);
    expect(rule.unacceptable ?? "so it is.").toMatch(/^[a-z].*\.$/);
  });

  test("refuse, these apart, which warn", () => {
    expect(RULES.filter(({ severity }) => severity !== "error").map(({ id, severity }) => `${severity} ${id}`)).toEqual(
      [
        "warning HYB-DEP-102",
        "info HYB-EXC-101",
        "warning HYB-EXO-059B",
        "warning HYB-EXO-101",
        "warning HYB-FED-019",
        "warning HYB-FED-101",
        "info HYB-FED-101B",
        "warning HYB-MOV-055",
        "warning HYB-SIP-004",
        "warning HYB-SIP-076",
        "warning HYB-SSA-031B",
        "warning HYB-TEN-052",
        "warning HYB-TOP-007B",
        "warning HYB-TOP-008",
        "warning HYB-TRU-068",
        "warning HYB-TRU-101",
        "warning HYB-TRU-102",
        "warning HYB-TRU-103",
      ],
    );
  });

  test("may be accepted, these apart, without which nothing would work", () => {
    expect(RULES.filter(({ unacceptable }) => unacceptable !== undefined).map(({ id }) => id)).toEqual([
      "HYB-EXO-058",
      "HYB-FED-011",
      "HYB-FED-023",
      "HYB-SIP-005",
      "HYB-SSA-002",
      "HYB-SSA-025",
      "HYB-TEN-001",
      "HYB-TEN-102",
      "HYB-TOP-009",
      "HYB-TRU-039",
      "HYB-USR-102",
    ]);
  });

  test("all speak at once, in one order", () => {
    expect(judge(contosoModel(WRONG)).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "error HYB-FED-018",
      "warning HYB-FED-019",
      "error HYB-FED-021",
      "info HYB-FED-101B",
      "info HYB-FED-101B",
      "error HYB-SIP-005",
      "error HYB-TOP-007",
      "warning HYB-TOP-007B",
      "error HYB-TOP-009",
    ]);
  });

  test("say the same whatever the order of declaration", () => {
    const reversed = Object.fromEntries(
      Object.entries(WRONG).map(([name, facts]: [string, readonly object[]]) => [name, [...facts].reverse()]),
    );
    const sorted = (model: DeploymentModel): string[] => judge(model).map(({ rule, subject }) => `${rule} ${subject}`);
    expect(sorted(contosoModel(reversed))).toEqual(sorted(contosoModel(WRONG)));
  });

  test("say sentences: a message and a move", () => {
    for (const { message, fix, source } of judge(contosoModel(WRONG))) {
      expect(message).toMatch(/\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/^contoso\/hybrid\//);
    }
  });

  test("only read: a frozen model is judged", () => {
    const model = Object.freeze({
      ...contosoModel(),
      tenantFederations: Object.freeze([Object.freeze(TENANT_FEDERATION)]),
    });
    expect(() => judge(model)).not.toThrow();
  });
});
