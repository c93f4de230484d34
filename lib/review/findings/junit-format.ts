import { acceptanceWords, FindingsReport, ReportedFinding } from "./report";
import { xmlText } from "./xml-text";

/** All that one rule says about one subject of a stack. */
interface Case {
  readonly rule: string;
  readonly subject: string;
  readonly findings: readonly ReportedFinding[];
}

/**
 * JUnit XML: a suite a stack, a case for each rule and subject. A case fails for what fails the pipeline; what is accepted,
 * or less severe than that, passes and says so. Without findings a suite has one case that passes: an empty one looks broken.
 */
export function junitFormat({ stacks, findings }: FindingsReport): string {
  const suites = stacks.map((stack) => ({ stack, cases: casesOf(findings.filter((one) => one.stack === stack)) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="lync-hybrid lint" ${counts(all)}>`,
    ...suites.flatMap(({ stack, cases }) => [
      `  <testsuite name="${xmlText(stack)}" ${counts(cases)}>`,
      ...cases.flatMap(caseLines),
      "  </testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

function casesOf(findings: readonly ReportedFinding[]): Case[] {
  if (findings.length === 0) return [{ rule: "lync-hybrid lint", subject: "no findings", findings: [] }];
  const cases = new Map<string, Case>();
  for (const finding of findings) {
    const { rule, subject } = finding;
    const key = JSON.stringify([rule, subject]);
    cases.set(key, { rule, subject, findings: [...(cases.get(key)?.findings ?? []), finding] });
  }
  return [...cases.values()];
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter((one) => one.findings.some(({ fails }) => fails)).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
}

function caseLines({ rule, subject, findings }: Case): string[] {
  const failing = findings.filter(({ fails }) => fails);
  const passing = findings.filter(({ fails }) => !fails);
  const [first] = failing;
  return [
    `    <testcase classname="${xmlText(rule)}" name="${xmlText(subject)}">`,
    ...(first === undefined
      ? []
      : [
          `      <failure type="${first.severity}" message="${xmlText(first.message)}">${failing.map(said).join("\n")}</failure>`,
        ]),
    ...(passing.length === 0 ? [] : [`      <system-out>${passing.map(said).join("\n")}</system-out>`]),
    "    </testcase>",
  ];
}

function said(finding: ReportedFinding): string {
  const { severity, message, fix, source, file, line } = finding;
  const lines = [
    `${severity}: ${message}`,
    `Fix: ${fix}`,
    `Source: ${source} (${file}:${line})`,
    acceptanceWords(finding),
  ];
  return lines
    .filter((text) => text !== "")
    .map(xmlText)
    .join("\n");
}
