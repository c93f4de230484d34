import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { jsonFormat } from "../../lib/review/findings/json-format";
import { junitFormat } from "../../lib/review/findings/junit-format";
import { report } from "../../lib/review/findings/report";
import { textFormat } from "../../lib/review/findings/text-format";
import { visible } from "../../lib/runbook/markdown";
import { hostileUnits } from "../instruments/hostile";
import { ACCEPTED, hostileFinding, reportOf, someFinding } from "./reported";
import { readXml, XmlElement } from "./xml-reader";

const SCHEMA = JSON.parse(readFileSync(resolve(__dirname, "../../lib/review/findings.schema.json"), "utf8")) as object;
const isValid = new Ajv2020({ strict: true, strictRequired: false }).compile(SCHEMA);

const EXPIRED = { ...ACCEPTED, until: "2026-11-23" };

describe("the judgement of a finding", () => {
  const fails = (until: string, today: string): boolean | undefined =>
    reportOf([someFinding({ severity: "error", accepted: { reason: "known", until } })], { today }).findings[0]?.fails;

  test("lets an acceptance hold on its last day, and not on the day after", () => {
    expect(fails("2026-11-24", "2026-11-24")).toBe(false);
    expect(fails("2026-11-24", "2026-11-25")).toBe(true);
  });

  test("takes an acceptance without a real last day as none: it would never end", () => {
    for (const until of ["never", "", "9999", "2027-02-30"]) expect(fails(until, "2026-11-24")).toBe(true);
  });

  test.each([
    ["error", [true, false, false]],
    ["warning", [true, true, false]],
    ["info", [true, true, true]],
    ["none", [false, false, false]],
  ] as const)("fails from %s on", (failOn, expected) => {
    const findings = (["error", "warning", "info"] as const).map((severity, index) =>
      someFinding({ severity, rule: `HYB-X-${String(index)}` }),
    );
    expect(reportOf(findings, { failOn }).findings.map((finding) => finding.fails)).toEqual(expected);
  });

  test("comes in one order, whatever the order of the files and of the findings in them", () => {
    const one = someFinding({ rule: "HYB-A-1" });
    const two = someFinding({ rule: "HYB-B-1" });
    const judging = { failOn: "error", today: "2026-11-24" } as const;
    const left = { stack: "a", file: "a.json", findings: [one, two], lines: [1, 2] };
    const right = { stack: "b", file: "b.json", findings: [two, one], lines: [3, 4] };
    const told = report([left, right], judging);
    expect(told).toEqual(report([right, left], judging));
    expect(told.findings.map(({ line }) => line)).toEqual([1, 4, 2, 3]);
  });
});

describe("findings as text", () => {
  test("name severity, rule, subject, message, fix and source, and count in the last line", () => {
    expect(textFormat(reportOf([someFinding()]))).toBe(
      [
        "WARNING   HYB-FED-019  contoso.onmicrosoft.com",
        "          The tenant ignores its block list.",
        '          Fix: Leave "blocked" out of the policy.',
        "          Source: contoso/hybrid/tenant-federation",
        "",
        "Open findings: 1 (errors: 0, warnings: 1, info: 0). Accepted: 0.",
        "",
      ].join("\n"),
    );
  });

  test("say that there are none", () => {
    expect(textFormat(reportOf([]))).toBe("No findings.\n");
  });

  test("show an accepted one as accepted, with the reason and the last day", () => {
    const text = textFormat(reportOf([someFinding({ accepted: ACCEPTED })]));
    expect(text).toMatch(/^ACCEPTED {2}HYB-FED-019/);
    expect(text).toContain("Accepted until 2027-01-31: The list is kept for the day of opening. (warning)");
    expect(text).toMatch(/info: 0\)\. Accepted: 1\.\n$/);
  });

  test("show an expired acceptance beside the finding that stands again", () => {
    const text = textFormat(reportOf([someFinding({ accepted: EXPIRED })]));
    expect(text).toMatch(/^WARNING/);
    expect(text).toContain("The acceptance until 2026-11-23 no longer holds: The list is kept");
  });

  test("move no cursor, start no command of a runner and fit into 100 columns, whatever a name holds", () => {
    const commands = fc.constantFrom("::error::x", "##vso[task.complete]", "##[error]x", " ::x::", "###vso[a]");
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileUnits, commands), { maxLength: 5 }), (pieces) => {
        const text = textFormat(reportOf([hostileFinding(pieces.join(" "))]));
        for (const line of text.slice(0, -1).split("\n")) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\s*::|##/u);
          expect(Array.from(line).length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("findings as JSON", () => {
  const read = (text: string): unknown => JSON.parse(text);

  test("follow the published schema and name the stack", () => {
    const findings = [someFinding(), someFinding({ accepted: ACCEPTED }), someFinding({ accepted: EXPIRED })];
    const data = read(jsonFormat(reportOf(findings)));
    expect(isValid(data)).toBe(true);
    expect(data).toEqual({
      schema: 1,
      findings: [
        { stack: "contoso", ...someFinding(), expired: null },
        { stack: "contoso", ...someFinding({ accepted: ACCEPTED }), expired: null },
        { stack: "contoso", ...someFinding(), expired: EXPIRED },
      ],
    });
  });

  test("are an empty list where there are none", () => {
    expect(jsonFormat(reportOf([]))).toBe('{\n  "schema": 1,\n  "findings": []\n}\n');
  });

  test("would not pass the schema with a field that it does not know, or without one that it does", () => {
    const [finding] = reportOf([someFinding()]).findings;
    expect(isValid({ schema: 1, findings: [finding] })).toBe(false);
    expect(isValid({ schema: 1, findings: [someFinding()] })).toBe(false);
    expect(isValid({ schema: 2, findings: [] })).toBe(false);
  });

  test("give every hostile text back as it was, in printable ASCII that starts no command", () => {
    fc.assert(
      fc.property(hostileUnits, (text) => {
        const json = jsonFormat(reportOf([hostileFinding(`##vso[x]${text}`)]));
        expect(json).not.toMatch(/[^\n -~]|##|^\s*::/m);
        expect(read(json)).toMatchObject({ findings: [{ subject: `##vso[x]${text}` }] });
      }),
      { numRuns: 300 },
    );
  });
});

describe("findings as JUnit XML", () => {
  const suites = (of: Parameters<typeof reportOf>): readonly XmlElement[] =>
    readXml(junitFormat(reportOf(...of))).children;
  const cases = (...of: Parameters<typeof reportOf>): readonly XmlElement[] => suites(of)[0]?.children ?? [];

  test("have a suite for each stack and a case for each rule and subject", () => {
    const same = [someFinding(), someFinding({ message: "Something else." }), someFinding({ subject: "other" })];
    const [suite] = suites([same, { failOn: "warning" }]);
    expect(suite?.attributes).toEqual({ name: "contoso", tests: "2", failures: "2", errors: "0", skipped: "0" });
    expect(suite?.children.map(({ attributes }) => attributes)).toEqual([
      { classname: "HYB-FED-019", name: "contoso.onmicrosoft.com" },
      { classname: "HYB-FED-019", name: "other" },
    ]);
    const [failure] = suite?.children[0]?.children ?? [];
    expect(failure?.attributes).toEqual({ type: "warning", message: "Something else." });
    for (const words of ["Something else.", "ignores its block list", "manifest.json:11"]) {
      expect(failure?.text).toContain(words);
    }
  });

  test("pass what does not fail the pipeline, with a note", () => {
    const [only] = cases([someFinding()]);
    expect(only?.children.map(({ name }) => name)).toEqual(["system-out"]);
    expect(only?.children[0]?.text).toContain("warning: The tenant ignores its block list.");
  });

  test("pass an accepted one with its reason, and fail it when the day is over", () => {
    const error = someFinding({ severity: "error", accepted: ACCEPTED });
    const [passed] = cases([error]);
    expect(passed?.children.map(({ name }) => name)).toEqual(["system-out"]);
    expect(passed?.children[0]?.text).toContain("Accepted until 2027-01-31: The list is kept");
    const [failed] = cases([error], { today: "2027-02-01" });
    expect(failed?.children.map(({ name }) => name)).toEqual(["failure"]);
    expect(failed?.children[0]?.text).toContain("The acceptance until 2027-01-31 no longer holds");
  });

  test("have one case that passes where there are none: an empty suite looks broken", () => {
    expect(cases([]).map(({ attributes, children }) => ({ ...attributes, children }))).toEqual([
      { classname: "lync-hybrid lint", name: "no findings", children: [] },
    ]);
  });

  test("are XML 1.0 whatever a name holds, and show what that forbids as its code", () => {
    const forbidden = fc.constantFrom(
      "\u0000",
      "\u0008",
      "\u001b[2J",
      "\ufffe",
      "\uffff",
      "]]>",
      "<!--",
      "&amp;",
      "##",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileUnits, forbidden), { maxLength: 4 }), (pieces) => {
        const text = pieces.join("");
        const xml = junitFormat(reportOf([hostileFinding(text, { severity: "error" })]));
        expect(xml).not.toContain("##");
        const name = readXml(xml).children[0]?.children[0]?.attributes.name;
        const code = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
        expect(name).toBe(visible(text).replace(/[\ufffe\uffff]/g, code));
      }),
      { numRuns: 300 },
    );
  });
});
