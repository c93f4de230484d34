import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPublicCertificate } from "../../lib/entra/public-certificate";
import { FederationPolicy } from "../../lib/federation/federation-policy";
import { RULES } from "../../lib/rules";
import { Sorted, VALIDATION_TABLE } from "../../lib/rules/validation-table";
import { OnlineSipDomain } from "../../lib/tenant/online-sip-domain";
import { byText } from "../../lib/values/text-order";

const sortedAs = (sorted: Sorted): string[] =>
  VALIDATION_TABLE.filter((row) => row.sorted === sorted).map(({ id }) => id);

/** A refusal for every condition that a constructor holds. */
const REFUSALS: Readonly<Record<string, () => unknown>> = {
  V20: () => FederationPolicy.closed({ allowed: ["fabrikam.com"], blocked: ["Fabrikam.com"] }),
  V47: () =>
    OnlineSipDomain.disabled(undefined as never, "acquired", {
      tenant: undefined as never,
      domain: "acquired.com",
      acceptDataLoss: " ",
    }),
  V74: () => withFile("-----BEGIN PRIVATE KEY-----", (path) => readPublicCertificate("certificate", path)),
};

function withFile(text: string, use: (path: string) => unknown): unknown {
  const folder = mkdtempSync(join(tmpdir(), "lync-hybrid-"));
  try {
    writeFileSync(join(folder, "file.pem"), text);
    return use(join(folder, "file.pem"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the table of V01-V80", () => {
  test("has every one of them, in order", () => {
    const all = Array.from({ length: 80 }, (_, index) => `V${String(index + 1).padStart(2, "0")}`);
    expect(VALIDATION_TABLE.map(({ id }) => id)).toEqual(all);
  });

  test("names rules that exist, with the number of their V first", () => {
    const known = RULES.map(({ id }) => id);
    for (const { id, where } of VALIDATION_TABLE.filter((row) => row.sorted === "rule")) {
      expect(known).toEqual(expect.arrayContaining(where.split(", ")));
      for (const rule of where.split(", ")) expect(rule).toMatch(new RegExp(`-0${id.slice(1)}[A-Z]?$`));
    }
  });

  test("names every rule that has the number of a V", () => {
    const named = VALIDATION_TABLE.filter((row) => row.sorted === "rule").flatMap(({ where }) => where.split(", "));
    const numbered = RULES.map(({ id }) => id).filter((id) => Number(/\d{3}/.exec(id)?.[0]) <= 80);
    expect([...named].sort(byText)).toEqual(numbered);
  });

  test("has a refusal for every condition that a constructor holds", () => {
    expect(Object.keys(REFUSALS)).toEqual(sortedAs("constructor"));
  });

  test.each(Object.entries(REFUSALS))("is right that %s is refused", (_id, refusal) => {
    expect(refusal).toThrow(
      /is allowed and blocked at once|holds a private key|their contacts and meetings are deleted/,
    );
  });

  test("says where for all that is held, and why not for all that is not", () => {
    for (const { sorted, where, note } of VALIDATION_TABLE) {
      expect(where === "").toBe(sorted === "later");
      if (sorted === "later") expect(note).not.toBe("");
    }
  });
});
