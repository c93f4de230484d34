import Ajv from "ajv";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { sarifRule } from "../../lib/review/findings/sarif-rules";
import { Judging, report } from "../../lib/review/findings/report";
import { sarifFormat } from "../../lib/review/findings/sarif-format";
import { RULES } from "../../lib/rules";
import { Finding } from "../../lib/rules/finding";
import { hostileUnits } from "../instruments/hostile";
import { ACCEPTED, hostileFinding, reportOf, someFinding } from "./reported";

interface Text {
  readonly text: string;
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Text;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
  readonly suppressions: readonly object[];
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly results: readonly Result[];
    },
  ];
}

const SCHEMA = JSON.parse(readFileSync(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"), "utf8")) as object;
// A relative reference is one that an address made for the purpose takes.
const isReference = (text: string): boolean =>
  /^[!#$%&'()*+,./:;=?@\w~-]*$/.test(text) && URL.canParse(text, "file:///");
const isSarif = new Ajv({
  strict: false,
  // A pattern of the schema is none under the stricter rules of Unicode.
  unicodeRegExp: false,
  formats: { uri: (text) => URL.canParse(text), "uri-reference": isReference, "date-time": true },
}).compile(SCHEMA);

function sarif(findings: readonly Finding[], judging: Partial<Judging> = {}): Log {
  const log: unknown = JSON.parse(sarifFormat(reportOf(findings, judging), "1.2.3"));
  expect(isSarif(log) || isSarif.errors).toBe(true);
  return log as Log;
}

function results(...of: Parameters<typeof sarif>): readonly Result[] {
  return sarif(...of).runs[0].results;
}

describe("findings as SARIF", () => {
  test("say rule, level, message with fix, place and construct", () => {
    expect(results([someFinding()])).toMatchObject([
      {
        ruleId: "HYB-FED-019",
        ruleIndex: 0,
        level: "warning",
        message: { text: 'The tenant ignores its block list. Fix: Leave "blocked" out of the policy.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "cdktf.out/stacks/contoso/onprem/manifest.json" },
              region: { startLine: 11 },
            },
            logicalLocations: [{ fullyQualifiedName: "contoso/hybrid/tenant-federation" }],
          },
        ],
      },
    ]);
  });

  test("are judged by a schema that refuses what is no SARIF, or this test would mean nothing", () => {
    const { runs } = sarif([someFinding()]);
    expect(isSarif({ version: "2.1.0", runs })).toBe(true);
    expect(isSarif({ version: "2.0.0", runs })).toBe(false);
    expect(isSarif({ version: "2.1.0", runs: [{ ...runs[0], tool: {} }] })).toBe(false);
    expect(isSarif({ version: "2.1.0", runs: [{ ...runs[0], results: [{ level: "info" }] }] })).toBe(false);
  });

  test("name the version of the tool and describe each rule that found something, once", () => {
    const findings = [someFinding(), someFinding({ subject: "other" }), someFinding({ rule: "HYB-ACK-001" })];
    const { driver } = sarif(findings).runs[0].tool;
    expect(driver.version).toBe("1.2.3");
    expect(driver.rules.map(({ id }) => id)).toEqual(["HYB-ACK-001", "HYB-FED-019"]);
    expect(results(findings).map(({ ruleId, ruleIndex }) => driver.rules[ruleIndex]?.id === ruleId)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("describe every rule that there is with title, reason, help and level", () => {
    const all = RULES.map((rule) => someFinding({ rule: rule.id, severity: rule.severity }));
    const { rules } = sarif(all).runs[0].tool.driver;
    expect(rules).toHaveLength(RULES.length);
    for (const { id, title, why } of RULES) {
      const text = expect.any(String) as unknown;
      expect(rules.find((rule) => rule.id === id)).toEqual({
        id,
        shortDescription: { text: title },
        fullDescription: { text: why },
        help: { text },
        defaultConfiguration: { level: expect.stringMatching(/^(error|warning|note)$/) as unknown },
      });
    }
  });

  test("say of a rule whether somebody may accept it", () => {
    expect(sarifRule("HYB-FED-019")).toMatchObject({
      help: { text: expect.stringContaining('acknowledge("HYB-FED-019"') as unknown },
    });
    expect(sarifRule("HYB-FED-023")).toMatchObject({
      help: { text: expect.stringContaining("Nobody may accept it") as unknown },
    });
  });

  test("take a rule of another version by its id", () => {
    const { rules } = sarif([someFinding({ rule: "HYB-NEW-999" })]).runs[0].tool.driver;
    expect(JSON.stringify(rules)).toContain("HYB-NEW-999 is not known to this version");
  });

  test("carry an acceptance as a suppression from outside, and none where it is over", () => {
    const finding = someFinding({ accepted: ACCEPTED });
    expect(results([finding])[0]?.suppressions).toEqual([
      { kind: "external", justification: `Accepted until ${ACCEPTED.until}: ${ACCEPTED.reason}` },
    ]);
    const [over] = results([finding], { today: "2027-02-01" });
    expect(over?.suppressions).toEqual([]);
    expect(over?.message.text).toContain("The acceptance until 2027-01-31 no longer holds");
  });

  test("are one finding from run to run, whatever else changes, and different ones for different subjects", () => {
    const prints = (findings: readonly Finding[]): (string | undefined)[] =>
      results(findings).map(({ partialFingerprints }) => partialFingerprints["ruleSubjectStack/v1"]);
    const [print] = prints([someFinding()]);
    expect(print).toMatch(/^[0-9a-f]{64}:1$/);
    expect(
      prints([someFinding({ rule: "HYB-A" }), someFinding({ message: "New words.", fix: "New.", source: "x" })])[1],
    ).toBe(print);
    const subjects = prints([
      someFinding(),
      someFinding({ subject: "b" }),
      someFinding({ rule: "HYB-Z" }),
      someFinding(),
    ]);
    expect(new Set(subjects).size).toBe(4);
  });

  test("are valid without findings, and for a file outside the working directory or with a strange name", () => {
    expect(results([])).toEqual([]);
    for (const [file, uri] of [
      ["../other/manifest.json", "../other/manifest.json"],
      ["a b/c:d#e%/ü/manifest.json", "a%20b/c%3Ad%23e%25/%C3%BC/manifest.json"],
      ["/abroad/manifest.json", "file:///abroad/manifest.json"],
    ] as const) {
      const told = report([{ stack: "x", file, findings: [someFinding()], lines: [1] }], {
        failOn: "none",
        today: "2026-11-24",
      });
      const log = JSON.parse(sarifFormat(told, "1.0.0")) as Log;
      expect(isSarif(log) || isSarif.errors).toBe(true);
      expect(log.runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
    }
  });

  test("hold no link, no placeholder and nothing unseen, whatever a name holds", () => {
    const attack = fc.constantFrom("[a](http://x.y)", "\\[a](b)", "{0}", "{{0}}", "[", "](", "\\", "}", "##vso[x]");
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileUnits, attack), { maxLength: 5 }), (pieces) => {
        const text = pieces.join("");
        const finding = hostileFinding(text, { accepted: { ...ACCEPTED, reason: text } });
        const log = sarif([finding]);
        expect(sarifFormat(reportOf([finding]), "1")).not.toMatch(/[^\n -~]|##/);
        const [result] = log.runs[0].results;
        for (const said of [result?.message.text ?? "", log.runs[0].tool.driver.rules[0]?.id ?? ""]) {
          expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
        const unescaped = (result?.message.text ?? "").replace(/\\[\\[\]]/g, "").replace(/\{\{|\}\}/g, "");
        expect(unescaped).not.toMatch(/\[[^\]]*\]\(|\{\d+\}/);
      }),
      { numRuns: 300 },
    );
  });
});
